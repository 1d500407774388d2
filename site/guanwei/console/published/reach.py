"""Who reads about a release, and who acts on it."""

from guanwei.api import Duty, Refusal
from guanwei.console.review.reading import refusals_to_read, submissions_of
from guanwei.organisations.models import Person
from guanwei.organisations.rights.holdings import holdings_of
from guanwei.publishing.models import Release
from guanwei.publishing.queries.rights import may_write
from guanwei.publishing.services.error_reports import units_of_release


def refusals_to_open(person: Person, release: Release) -> list[Refusal]:
    """Whoever may read the manuscript may read what became of it."""
    return refusals_to_read(person, submissions_of(release.family, release.object_id))


def writes_for(person: Person, release: Release) -> bool:
    """Whether the person writes for the supplying or the managing unit."""
    supplier, manager = units_of_release(release)
    return may_write(person, supplier, manager)


def keeps_activities(person: Person) -> bool:
    """Writers keep the calendar; auditors read it."""
    held = holdings_of(person)
    return bool(held.where(Duty.WRITE) or held.where(Duty.AUDIT))
