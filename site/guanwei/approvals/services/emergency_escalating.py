"""A second review that is late is reported: when it falls due, then every day until it is done."""

import logging
from datetime import timedelta

from django.db import transaction

from guanwei.approvals.models import Escalation, SecondReview
from guanwei.approvals.models.emergencies import ReviewState
from guanwei.approvals.signals import second_review_escalated
from guanwei.audit import clock
from guanwei.audit.acting import acting

logger = logging.getLogger(__name__)
DAY = timedelta(days=1)


def escalate_due() -> int:
    """Report every second review that is late today and hasn't been reported today. For the worker's round."""
    late = SecondReview.objects.filter(due_at__lte=clock.now()).exclude(state=ReviewState.DONE)
    done = 0
    for review_id in list(late.order_by("due_at").values_list("pk", flat=True)):
        try:
            done += _escalate(review_id)
        except Exception:
            logger.exception("second review %s could not be escalated", review_id)
    return done


def _escalate(review_id: int) -> bool:
    """The day that runs now, once: days that passed while no worker ran aren't reported one by one.

    Asked by the day's number and not by the last report: a clock that ran ahead and came back must not
    silence the days in between.
    """
    with transaction.atomic(), acting(None, "second_review.escalate"):
        review = SecondReview.objects.select_for_update(of=("self",)).get(pk=review_id)
        late = clock.now() - review.due_at
        if review.state == ReviewState.DONE or late < timedelta():
            return False
        number = late // DAY
        if review.escalations.filter(number=number).exists():
            return False
        made = Escalation.objects.create(review=review, number=number)
        if review.overdue_at is None:
            review.overdue_at = clock.now()
            review.save()
        second_review_escalated.send(SecondReview, review=review, escalation=made)
    return True
