"""The round of a worker. The outbox is the truth; jobs only nudge."""

import logging
from collections.abc import Callable

from guanwei.audit import clock
from guanwei.delivery.models import Delivery, DeliveryState
from guanwei.delivery.services.claims import ASKED_ABOUT, release_expired, unclaimed
from guanwei.delivery.services.receipts import hand_in_receipts
from guanwei.delivery.services.reconciling import reconcile
from guanwei.delivery.services.sending import send
from guanwei.delivery.services.withdrawing import withdraw_taken_down

logger = logging.getLogger(__name__)


def send_due(at_most: int = 50) -> int:
    """Judge expired claims, send what is due, ask about what is unknown, hand in receipts.

    Returns how many deliveries were worked on: 0 means that there is nothing to do now.
    """
    done = release_expired() + withdraw_taken_down()
    due = Delivery.objects.filter(state=DeliveryState.PREPARED, due=True).order_by("due_at", "pk")
    for delivery_id in due.values_list("pk", flat=True)[:at_most]:
        done += _safely(lambda each=delivery_id: send(each))
    now = clock.now()
    to_ask = Delivery.objects.filter(unclaimed(now), state__in=ASKED_ABOUT, look_at__lte=now)
    for delivery in to_ask.order_by("look_at")[:at_most]:
        done += _safely(lambda each=delivery: reconcile(each))
    return done + hand_in_receipts()


def _safely(work: Callable[[], object]) -> int:
    """One delivery's trouble must not keep the others waiting; its claim runs out and is judged."""
    try:
        work()
    except Exception:
        logger.exception("a delivery could not be worked on")
        return 0
    return 1
