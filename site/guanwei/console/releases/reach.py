"""Whose releases a person sees here: those of units where the person releases, takes down or audits."""

from guanwei.api import Duty
from guanwei.organisations.models import Person
from guanwei.organisations.rights.holdings import holdings_of, known_units, line_of

HERE = (Duty.RELEASE,)
FROM_ABOVE = (Duty.TAKE_DOWN, Duty.RELEASE, Duty.ADMINISTER)


def has_releases(person: Person) -> bool:
    """Whether the list is of any use to the person. No query beyond the posts held."""
    held = holdings_of(person)
    return any(held.where(duty) for duty in (*FROM_ABOVE, Duty.AUDIT))


def units_seen(person: Person) -> set[int]:
    """Ids of the units whose releases the person sees. One query for the tree."""
    held = holdings_of(person)
    known = set(known_units(person))
    if held.where(Duty.AUDIT):
        return known
    above = {unit for duty in FROM_ABOVE for unit in held.where(duty)}
    return {pk for pk in known if any(each.pk in above for each in line_of(person, pk))}
