"""Kinds of units, and standing bodies whose members sit by virtue of another post (领导小组, 办公室)."""

from dataclasses import dataclass

from guanwei.api.citations import Citation


@dataclass(frozen=True, slots=True)
class UnitKind:
    """A kind of unit that a regulation binds (适用单位类别)."""

    id: str
    label: str
    cites: tuple[Citation, ...]


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
