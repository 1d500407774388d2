"""Posts that a unit must have and lacks: what the rule books in force there ask for, beside who holds them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from guanwei.api import Role
from guanwei.organisations.models import Unit
from guanwei.organisations.queries.kinds import has_post
from guanwei.organisations.queries.posts import appointments_on
from guanwei.organisations.queries.rules import rules_of
from guanwei.registry import Active, catalogue
from guanwei.registry.in_force import books_in_force


@dataclass(frozen=True, slots=True)
class Vacancy:
    """A post that fewer people hold in the unit than its rule book asks for."""

    unit: Unit
    role: Role
    held: int

    @property
    def missing(self) -> int:
        return self.role.per_unit[0] - self.held


def demanded(unit: Unit, rules: Iterable[Active], day: date) -> list[Role]:
    """The posts that must be held in the unit by the books in force there on ``day``."""
    return [
        role
        for active in rules
        if books_in_force(catalogue().of(active.plugin).rule_books, day)
        for role in catalogue().of(active.plugin).roles
        if role.per_unit[0] and has_post(unit, role)
    ]


def vacancies_among(units: Sequence[Unit], rules: Mapping[int, Sequence[Active]], day: date) -> list[Vacancy]:
    """The same where the caller knows the rules in force at each unit: one query."""
    wanted = {
        unit.pk: demanded(unit, rules[unit.pk], day)
        for unit in units
        if unit.closed_on is None or unit.closed_on > day
    }
    held: dict[tuple[int, str], set[int]] = defaultdict(set)
    roles = {role.id for each in wanted.values() for role in each}
    rows = appointments_on(day).filter(unit__in=wanted, role__in=roles) if roles else ()
    for row in rows:
        held[row.unit_id, row.role].add(row.person_id)
    return [
        Vacancy(unit, role, len(held[unit.pk, role.id]))
        for unit in units
        for role in wanted.get(unit.pk, ())
        if len(held[unit.pk, role.id]) < role.per_unit[0]
    ]


def vacancies_of(units: Iterable[Unit], day: date) -> list[Vacancy]:
    """Vacancies in each of ``units``, in their order. Three queries, however many units."""
    listed = list(units)
    return vacancies_among(listed, rules_of(listed), day)
