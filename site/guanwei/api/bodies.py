"""Kinds of units, and standing bodies whose members sit by virtue of another post (领导小组, 办公室)."""

from dataclasses import dataclass
from enum import StrEnum

from guanwei.api.citations import Citation


class Structure(StrEnum):
    """What a unit is in the tree, whatever a regulation calls it.

    The first five are agencies, bodies with rules of their own; a section or an affiliated unit belongs to one.
    """

    COUNTY = "county"
    TOWNSHIP = "township"
    SUBDISTRICT = "subdistrict"
    DEPARTMENT = "department"
    AFFILIATED_INSTITUTION = "affiliated_institution"
    SECTION = "section"
    AFFILIATED_UNIT = "affiliated_unit"


@dataclass(frozen=True, slots=True)
class UnitKind:
    """A kind of unit that a regulation binds (适用单位类别), and what such a unit is in the tree.

    Directly below the unit where the book is switched on every unit is of one of its kinds, except that an inner
    section needs none where no kind has this structure. Further below a unit may be of one.
    """

    id: str
    label: str
    cites: tuple[Citation, ...]
    structure: Structure


@dataclass(frozen=True, slots=True)
class BodySeat:
    """A seat held ex officio: whoever holds one of the posts ``held_by`` sits in it, and nobody else.

    Without ``unit_kinds`` it is one seat, of the body's own agency; with them, one for every unit of these
    kinds below it.
    """

    id: str
    label: str
    cites: tuple[Citation, ...]
    held_by: tuple[str, ...]
    unit_kinds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Body:
    """A leading group or its office. Its members follow from posts held; an empty seat is shown as missing.

    ``office_at`` is the body where its office sits, as the id of another ``Body``.
    """

    id: str
    label: str
    cites: tuple[Citation, ...]
    seats: tuple[BodySeat, ...]
    office_at: str = ""
