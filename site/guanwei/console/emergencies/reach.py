"""Who may see a second review, and who a telephone number in full (law L10)."""

from guanwei.api import Duty
from guanwei.approvals.models import SecondReview, TelephoneCall
from guanwei.approvals.services.emergency_findings import able_afterwards
from guanwei.audit import clock
from guanwei.organisations.models import Person
from guanwei.organisations.queries.seats import seats
from guanwei.organisations.rights.holdings import holdings_of


def signs_afterwards(person: Person, review: SecondReview) -> bool:
    """Whether a signature of the review is, or was, the person's."""
    steps = review.steps.select_related("unit", "person", "review__submission", "review__permit")
    return any(
        person.pk == (each.finding.person_id if each.done else None)
        or (not each.done and person.pk in {seat.person.pk for seat in able_afterwards(each)})
        for each in steps.select_related("finding")
    )


def hears_of(person: Person, review: SecondReview) -> bool:
    """Whether the review escalates to the person's post."""
    held = seats(review.escalates_to, review.escalates_unit, review.escalates_overseer, clock.today())
    return person.pk in {each.person.pk for each in held}


def needs_number(person: Person, call: TelephoneCall, review: SecondReview) -> bool:
    """Whose task needs the whole number: who recorded or gave the consent, who reviews it, who hears that it is
    late, and auditors.
    """
    if person.pk in (call.recorder_id, call.sign_off.person_id):
        return True
    if holdings_of(person).where(Duty.AUDIT):
        return True
    return signs_afterwards(person, review) or hears_of(person, review)
