"""Jobs that write the letters. Each looks again whether the thing still waits: a queue may be late."""

import logging
from collections.abc import Iterable

from django.conf import settings
from django.core.mail import send_mail
from django.utils import translation
from django_tasks import task

from guanwei.api import Duty
from guanwei.approvals.models import Asking, RouteStep, SecondReview, Submission, SubmissionState
from guanwei.approvals.models.askings import TurnKind
from guanwei.approvals.models.emergencies import ReviewState
from guanwei.approvals.queries.askings import without
from guanwei.approvals.queries.standing import standing
from guanwei.approvals.services.emergency_findings import able_afterwards
from guanwei.approvals.services.seating import deciders
from guanwei.audit import clock
from guanwei.console.notices import letters
from guanwei.console.review.chain import STANDING, able
from guanwei.delivery.models import Delivery, DeliveryState
from guanwei.organisations.models import Person
from guanwei.organisations.queries.posts import roles_with
from guanwei.organisations.queries.seats import seats
from guanwei.organisations.queries.tree import agency_of

logger = logging.getLogger(__name__)


@task
def tell_who_may_sign(step_id: int) -> None:
    """To everybody who may decide at the step now."""
    step = RouteStep.objects.select_related("submission__supplier", "unit").get(pk=step_id)
    item = step.submission
    if item.state not in STANDING or item.position != step.turn:
        return
    with translation.override(settings.LANGUAGE_CODE):
        letter = letters.waiting_step(step)
    send([each.person for each in able(step, standing(item))], letter)


@task
def remind_the_unit(asking_id: int) -> None:
    """To everybody who may answer for the unit concerned, while it is asked."""
    asking = _asking(asking_id)
    if asking is None:
        return
    with translation.override(settings.LANGUAGE_CODE):
        letter = letters.asked_again(asking)
    send([each.person for each in able(asking.step, standing(asking.step.submission))], letter)


@task
def tell_who_decides_late(asking_id: int) -> None:
    """To the post that decides in the unit's place, while the unit hasn't answered."""
    asking = _asking(asking_id)
    if asking is None:
        return
    with translation.override(settings.LANGUAGE_CODE):
        letter = letters.decide_late(asking)
    send([each.person for each in deciders(asking.step)], letter)


def _asking(asking_id: int) -> Asking | None:
    """None once it ended: a queue may be late."""
    rows = without(TurnKind.ENDED).select_related(
        "step__submission__manager", "step__unit", "step__decider_unit"
    )
    return rows.filter(pk=asking_id).first()


@task
def tell_submitter(submission_id: int) -> None:
    """To whoever submitted, when it came back."""
    item = Submission.objects.select_related("submitted_by").get(pk=submission_id)
    if item.state not in (SubmissionState.RETURNED, SubmissionState.LAPSED, SubmissionState.VETOED):
        return
    with translation.override(settings.LANGUAGE_CODE):
        letter = letters.came_back(item)
    send([item.submitted_by], letter)


@task
def tell_who_publishes(part_id: int) -> None:
    """To those who publish by hand, once the delivery waits for a person."""
    row = (
        Delivery.objects.filter(part=part_id, state=DeliveryState.WAITING_PERSON)
        .select_related("account__unit")
        .first()
    )
    if row is None:
        return
    places = {unit.pk: unit for unit in (row.account.unit, agency_of(row.account.unit))}
    people = [
        seat.person
        for unit in places.values()
        for role in roles_with(Duty.RELEASE)
        for seat in seats(role, unit, False, clock.today())
    ]
    with translation.override(settings.LANGUAGE_CODE):
        letter = letters.waiting_delivery(row)
    send(people, letter)


@task
def tell_who_signs_afterwards(review_id: int) -> None:
    """To everybody who may still sign the second review."""
    review = _second_review(review_id)
    if review.state == ReviewState.DONE:
        return
    with translation.override(settings.LANGUAGE_CODE):
        letter = letters.owed_afterwards(review)
    send(_owing(review), letter)


@task
def tell_that_it_is_late(review_id: int) -> None:
    """To the post that hears of it, and to those who still owe their signature."""
    review = _second_review(review_id)
    if review.state == ReviewState.DONE:
        return
    heard = seats(review.escalates_to, review.escalates_unit, review.escalates_overseer, clock.today())
    with translation.override(settings.LANGUAGE_CODE):
        letter = letters.late_afterwards(review)
    send([*(each.person for each in heard), *_owing(review)], letter)


def _second_review(review_id: int) -> SecondReview:
    rows = SecondReview.objects.select_related("submission__supplier", "escalates_unit")
    return rows.get(pk=review_id)


def _owing(review: SecondReview) -> list[Person]:
    steps = review.steps.filter(done=False).select_related(
        "unit", "person", "review__submission", "review__permit"
    )
    return [seat.person for step in steps for seat in able_afterwards(step)]


def send(people: Iterable[Person], letter: letters.Letter) -> None:
    """One letter to each person who has an address. A letter that fails is logged and keeps no other back."""
    for person in {each.pk: each for each in people}.values():
        if not person.email:
            continue
        try:
            send_mail(letter.subject, letter.body, settings.DEFAULT_FROM_EMAIL, [person.email])
        except Exception:
            logger.exception("the notice to %s was not sent", person.username)
