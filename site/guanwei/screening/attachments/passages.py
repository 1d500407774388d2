"""Words of a file, each with the place where an office would look for them."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from guanwei.screening.attachments.places import Place
from guanwei.screening.attachments.problems import Problem, Remark


@dataclass(frozen=True, slots=True)
class Passage:
    """Words that stand together: a paragraph, a cell, a page, a line. Never blank, never changed."""

    place: Place
    text: str


@dataclass(frozen=True, slots=True)
class Contents:
    """What was read. ``kind`` is what the file is by its content ("" where that isn't known).

    With a ``problem`` the passages are what was read before it, perhaps nothing: the item is held.
    """

    kind: str
    passages: Sequence[Passage] = ()
    remarks: Sequence[Remark] = ()
    problem: Problem | None = None


@dataclass(frozen=True, slots=True)
class Copy:
    """A masked copy. ``kind`` is the copy's own: the words of a pdf come as txt. ``changed`` counts passages."""

    kind: str
    data: bytes = field(repr=False)
    changed: int
    remarks: Sequence[Remark] = ()
