"""What goes between the caller and the child process: lines of JSON, behind the first of a request the file."""

import json
from dataclasses import asdict
from sys import intern
from typing import Any

from guanwei.screening.attachments.passages import Passage
from guanwei.screening.attachments.places import Place, Where
from guanwei.screening.attachments.problems import Problem, ProblemCode, Remark, RemarkCode

EMPTY = asdict(Place(Where.OTHER))
ENCODER = json.JSONEncoder(separators=(",", ":"))
NAMES = ("sheet", "header", "part")


def line(said: Any) -> bytes:
    """One line; lone surrogates are escaped like everything else beyond ASCII."""
    return ENCODER.encode(said).encode() + b"\n"


def of_passage(passage: Passage) -> Any:
    """A list: what the place says beyond the usual, and the words."""
    there = passage.place
    said = {name: value for name, usual in EMPTY.items() if (value := getattr(there, name)) != usual}
    return [said, passage.text]


def to_passage(said: Any) -> Passage:
    """The names of sheets and columns are kept once, not once a cell."""
    place, text = said
    where = Where(place.pop("where", Where.OTHER))
    named: dict[str, Any] = {name: intern(place.pop(name)) for name in NAMES if name in place}
    return Passage(Place(where, **named, **place), text)


def of_note(note: Problem | Remark) -> Any:
    """Code and parameters."""
    return [note.code, dict(note.params)]


def to_problem(said: Any) -> Problem | None:
    """None stays None."""
    return said and Problem(ProblemCode(said[0]), said[1])


def to_remark(said: Any) -> Remark:
    """The other way round of ``of_note``."""
    return Remark(RemarkCode(said[0]), said[1])
