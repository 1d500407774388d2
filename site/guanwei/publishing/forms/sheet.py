"""A filled form as plain data, before and after archiving."""

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from guanwei.audit.canonical import digest


@dataclass(frozen=True, slots=True)
class Signed:
    """One signature on one line. ``behalf`` is the holder of the post where a delegate signed.

    ``paper`` is the number of the document that was signed on paper, with the opinion on it; ``recorder`` who
    wrote down a consent by telephone. ``late``: decided in the place of a unit that didn't answer in time.
    """

    signer: str
    opinion: str
    day: date
    behalf: str = ""
    paper: str = ""
    recorder: str = ""
    late: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One released item. ``cells`` follow the form's row, ``signatures`` its signatures.

    An empty tuple of signatures means that the item isn't wholly signed at that step.
    """

    release: int
    submission: int
    title: str
    submitted_by: str
    platforms: tuple[str, ...]
    cells: tuple[str, ...]
    signatures: tuple[tuple[Signed, ...], ...]

    def plain(self) -> dict[str, Any]:
        """As JSON keeps it."""
        kept = asdict(self)
        kept["signatures"] = [
            [{**asdict(each), "day": each.day.isoformat()} for each in signed] for signed in self.signatures
        ]
        return kept | {"platforms": list(self.platforms), "cells": list(self.cells)}


@dataclass(frozen=True, slots=True)
class Sheet:
    """The sheet of one form, unit and day. ``header`` pairs printed labels with printed values.

    ``number`` counts the sheets of the day: lines on an archived sheet aren't on a later one.
    """

    form: str
    title: str
    unit: str
    day: date
    number: int
    platforms: tuple[str, ...]
    header: tuple[tuple[str, str], ...]
    columns: tuple[str, ...]
    signature_labels: tuple[str, ...]
    lines: tuple[Line, ...]
    note: str
    least_rows: int

    def seal(self) -> str:
        """The digest of all that would be printed: what a person saw is what is archived."""
        printed = {
            name: getattr(self, name) for name in ("form", "unit", "number", "header", "columns", "note")
        }
        return digest(printed | {"day": self.day, "lines": [line.plain() for line in self.lines]})
