"""Posts that people hold, and what holding one lets them do."""

from dataclasses import dataclass
from enum import StrEnum

from guanwei.api.citations import Citation


class Duty(StrEnum):
    """What holding a post lets a person do. Rights derive from posts held, from nothing else."""

    WRITE = "write"
    REVIEW = "review"
    RELEASE = "release"
    TAKE_DOWN = "take_down"
    ADMINISTER = "administer"
    AUDIT = "audit"


@dataclass(frozen=True, slots=True)
class Role:
    """A post that people hold. ``per_unit`` is (least, most); ``most`` 0 means no limit.

    More than ``most`` is refused, or with ``most_warns`` only told. A unit with fewer than ``least`` is listed as
    lacking them, and ending a post that leaves fewer is refused, or with ``least_warns`` only told.
    ``unit_kinds`` are the kinds of units that have the post, as ids of ``UnitKind`` or words of ``Structure``;
    without them, all have. ``apart_from`` are posts that the same person in the same unit had better not hold:
    it warns.
    """

    id: str
    label: str
    duties: frozenset[Duty]
    cites: tuple[Citation, ...]
    per_unit: tuple[int, int] = (0, 0)
    open_to_contractors: bool = False
    most_warns: bool = False
    least_warns: bool = False
    unit_kinds: tuple[str, ...] = ()
    apart_from: tuple[str, ...] = ()
