"""Whose organisation a person reads: of the agencies where one holds or signs for a post; auditors see below, too."""

from guanwei.api import Duty
from guanwei.organisations.models import Person, Unit
from guanwei.organisations.queries.tree import AGENCY_KINDS
from guanwei.organisations.rights.holdings import holdings_of, known_units, line_of

OVERLOOKING = (Duty.ADMINISTER, Duty.AUDIT)


def agencies_read(person: Person) -> list[Unit]:
    """Agencies that stand, in the order of the tree's rows. One query a request beside the posts."""
    held = holdings_of(person)
    posts = {each.unit_id for each in held.posts}
    overlooked = {pk for duty in OVERLOOKING for pk in held.where(duty)}
    found: dict[int, Unit] = {}
    for pk in known_units(person):
        line = line_of(person, pk)
        if pk in posts or any(each.pk in overlooked for each in line):
            agency = next((each for each in line if each.kind in AGENCY_KINDS), line[-1])
            found[agency.pk] = agency
    return [found[pk] for pk in sorted(found) if found[pk].closed_on is None]
