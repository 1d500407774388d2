"""All that the page of an agency shows. A fixed number of queries, however many units and people."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from guanwei.console.registers.subjects import overseen_in_words
from guanwei.organisations.models import Appointment, Unit
from guanwei.organisations.queries.bodies import SeatedBody, bodies_among
from guanwei.organisations.queries.kinds import is_misplaced, kind_label
from guanwei.organisations.queries.posts import appointments_on
from guanwei.organisations.queries.roles import role_label
from guanwei.organisations.queries.rules import rules_along
from guanwei.organisations.queries.tree import AGENCY_KINDS, lineages
from guanwei.organisations.queries.vacancies import Vacancy, vacancies_among
from guanwei.registry import Active


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A unit of the agency, or an agency right below it. ``misplaced``: its kind is none that its place allows."""

    unit: Unit
    parent: Unit
    kind: str
    misplaced: bool
    is_agency: bool


@dataclass(frozen=True, slots=True)
class PostRow:
    """Who holds what."""

    held: Appointment
    role: str
    oversees: str


@dataclass(frozen=True, slots=True)
class Chart:
    """An agency on one day."""

    agency: Unit
    kind: str
    units: tuple[UnitRow, ...]
    bodies: tuple[SeatedBody, ...]
    vacancies: tuple[Vacancy, ...]
    posts: tuple[PostRow, ...]


def chart_of(agency: Unit, day: date) -> Chart:
    """Seven queries at most."""
    lines = lineages(Unit.objects.filter(closed_on__isnull=True))
    rules = rules_along(lines)
    shown = [line[0] for line in lines.values() if agency in (line[0], _keeper(line))]
    own = [each for each in shown if each == agency or each.kind not in AGENCY_KINDS]
    rows = [_row(lines[each.pk], rules) for each in shown if each != agency]
    return Chart(
        agency,
        kind_label(agency),
        tuple(rows),
        tuple(bodies_among(agency, lines, rules, day)),
        tuple(vacancies_among(own, rules, day)),
        _posts(own, day),
    )


def _row(line: Sequence[Unit], rules: Mapping[int, Sequence[Active]]) -> UnitRow:
    unit, parent = line[0], line[1]
    misplaced = is_misplaced(unit, line[1:], rules[parent.pk])
    return UnitRow(unit, parent, kind_label(unit), misplaced, unit.kind in AGENCY_KINDS)


def _keeper(line: Sequence[Unit]) -> Unit | None:
    """The agency that a unit belongs to; of an agency, the one right above."""
    return next((each for each in line[1:] if each.kind in AGENCY_KINDS), None)


def _posts(units: Sequence[Unit], day: date) -> tuple[PostRow, ...]:
    held = appointments_on(day).filter(unit__in=units).select_related("person", "unit")
    return tuple(
        PostRow(each, role_label(each.role), overseen_in_words(each))
        for each in held.prefetch_related("oversees").order_by("unit", "role", "pk")
    )
