"""Jobs that write the letters. Each looks again whether the thing still waits: a queue may be late."""

import logging
from collections.abc import Iterable

from django.conf import settings
from django.core.mail import send_mail
from django.utils import translation
from django_tasks import task

from guanwei.api import Duty
from guanwei.approvals.models import RouteStep, Submission, SubmissionState
from guanwei.approvals.queries.standing import standing
from guanwei.audit import clock
from guanwei.console.notices import letters
from guanwei.console.review.chain import STANDING, able
from guanwei.delivery.models import Delivery, DeliveryState
from guanwei.organisations.models import Person
from guanwei.organisations.queries.posts import roles_with, seats
from guanwei.organisations.queries.tree import agency_of

logger = logging.getLogger(__name__)


@task
def tell_who_may_sign(step_id: int) -> None:
    """To everybody who may decide at the step now."""
    step = RouteStep.objects.select_related("submission__supplier", "unit").get(pk=step_id)
    item = step.submission
    if item.state not in STANDING or item.position != step.position:
        return
    with translation.override(settings.LANGUAGE_CODE):
        letter = letters.waiting_step(step)
    send([each.person for each in able(step, standing(item))], letter)


@task
def tell_submitter(submission_id: int) -> None:
    """To whoever submitted, when it came back."""
    item = Submission.objects.select_related("submitted_by").get(pk=submission_id)
    if item.state not in (SubmissionState.RETURNED, SubmissionState.LAPSED):
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


def send(people: Iterable[Person], letter: letters.Letter) -> None:
    """One letter to each person who has an address. A letter that fails is logged and keeps no other back."""
    for person in {each.pk: each for each in people}.values():
        if not person.email:
            continue
        try:
            send_mail(letter.subject, letter.body, settings.DEFAULT_FROM_EMAIL, [person.email])
        except Exception:
            logger.exception("the notice to %s was not sent", person.username)
