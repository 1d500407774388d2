"""Whose forms a person sees: of the units in which one reviews or releases, or that one oversees in such a post."""

from dataclasses import dataclass

from guanwei.api import Duty, OfficialForm
from guanwei.organisations.models import Person, Unit
from guanwei.organisations.queries.posts import roles_with
from guanwei.organisations.queries.rules import rules_along
from guanwei.organisations.rights.holdings import holdings_of, known_units, line_of
from guanwei.registry import catalogue


@dataclass(frozen=True, slots=True)
class Desk:
    """A unit and the forms that its rules declare, at least one."""

    unit: Unit
    forms: tuple[OfficialForm, ...]


def units_of(person: Person) -> frozenset[int]:
    """Ids of the units whose sheets the person may read. No query beyond the person's holdings."""
    roles = {*roles_with(Duty.REVIEW), *roles_with(Duty.RELEASE)}
    posts = [each for each in holdings_of(person).posts if each.own and each.role in roles]
    return frozenset().union(*({each.unit_id, *each.overseen} for each in posts))


def desks_of(person: Person) -> list[Desk]:
    """By unit, in the order of the tree. At most three queries a request: the menu and the page share them."""
    kept: list[Desk] | None = getattr(person, "_guanwei_desks", None)
    if kept is None:
        kept = _desks(person) if catalogue().forms else []
        person._guanwei_desks = kept  # type: ignore[attr-defined]
    return kept


def _desks(person: Person) -> list[Desk]:
    units = units_of(person)
    if not units:
        return []
    known = known_units(person)
    rules = rules_along({pk: line_of(person, pk) for pk in sorted(units)})
    found = (
        Desk(known[pk], tuple(form for each in active for form in catalogue().of(each.plugin).forms))
        for pk, active in rules.items()
    )
    return [desk for desk in found if desk.forms]
