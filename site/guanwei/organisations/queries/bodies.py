"""Standing bodies (领导小组, 办公室) with their members. A seat follows from another post."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from guanwei.api import Body, BodySeat
from guanwei.organisations.models import Appointment, Unit
from guanwei.organisations.queries.kinds import is_one_of
from guanwei.organisations.queries.posts import appointments_on
from guanwei.organisations.queries.rules import place, rules_along
from guanwei.organisations.queries.tree import lineages
from guanwei.registry import Active, catalogue

Lines = Mapping[int, Sequence[Unit]]
Rules = Mapping[int, Sequence[Active]]


@dataclass(frozen=True, slots=True)
class Place:
    """A seat in one place: of the body's own agency, or of one unit that sends a member."""

    seat: BodySeat
    unit: Unit
    holders: tuple[Appointment, ...]

    @property
    def missing(self) -> bool:
        return not self.holders


@dataclass(frozen=True, slots=True)
class SeatedBody:
    """A body of the agency with who sits in it today. ``office_at`` is the body where its office sits."""

    body: Body
    agency: Unit
    places: tuple[Place, ...]
    office_at: Body | None = None

    @property
    def missing(self) -> tuple[Place, ...]:
        return tuple(each for each in self.places if each.missing)


def seat_called(seat_id: str) -> BodySeat | None:
    """The declared seat of this id."""
    return next((seat for body in catalogue().bodies for seat in body.seats if seat.id == seat_id), None)


def bodies_of(unit: Unit, day: date) -> list[SeatedBody]:
    """The bodies of the books in force at ``unit``. Three queries."""
    everywhere = lineages(Unit.objects.filter(closed_on__isnull=True))
    return bodies_among(unit, everywhere, rules_along(everywhere), day)


def bodies_among(unit: Unit, lines: Lines, rules: Rules, day: date) -> list[SeatedBody]:
    """The same where the caller knows the tree and the rules in force at each unit: one query."""
    found = [
        (body, place(active, lines[unit.pk]), active.plugin)
        for active in rules[unit.pk]
        for body in catalogue().of(active.plugin).bodies
    ]
    if not found:
        return []
    posts = {role for body, _agency, _plugin in found for seat in body.seats for role in seat.held_by}
    held = defaultdict(list)
    rows = appointments_on(day).filter(role__in=posts).select_related("person", "unit").order_by("pk")
    for row in rows:
        held[row.unit_id].append(row)
    known = {body.id: body for body in catalogue().bodies}
    seated = []
    for body, agency, plugin in found:
        below = [
            line[0]
            for pk, line in lines.items()
            if agency in line and any(each.plugin == plugin for each in rules[pk])
        ]
        places = tuple(each for seat in body.seats for each in _places(seat, agency, below, held))
        seated.append(SeatedBody(body, agency, places, known.get(body.office_at)))
    return seated


def _places(
    seat: BodySeat, agency: Unit, below: Sequence[Unit], held: Mapping[int, Sequence[Appointment]]
) -> list[Place]:
    def holders(units: Sequence[Unit]) -> tuple[Appointment, ...]:
        return tuple(each for unit in units for each in held.get(unit.pk, ()) if each.role in seat.held_by)

    if not seat.unit_kinds:
        return [Place(seat, agency, holders(below))]
    return [
        Place(seat, unit, holders([unit]))
        for unit in below
        if unit != agency and is_one_of(unit, seat.unit_kinds)
    ]
