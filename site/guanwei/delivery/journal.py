"""The journal of a delivery: each line is written before or together with what it tells (law L7)."""

from typing import Any

from guanwei.delivery.models import Attempt, Delivery, Event


def write(delivery: Delivery, event: Event, *, by: Any = None, **detail: Any) -> Attempt:
    """Add a line. A line that tells of a new try starts the next number."""
    number = delivery.attempts.filter(event=Event.ABOUT_TO_SEND).count()
    return Attempt.objects.create(
        delivery=delivery,
        number=number + (event == Event.ABOUT_TO_SEND),
        event=event,
        person=by,
        detail=detail,
    )


def last_try(delivery: Delivery) -> Attempt | None:
    """The line before the latest call of the transport."""
    return delivery.attempts.filter(event=Event.ABOUT_TO_SEND).order_by("-pk").first()


def asked_since(attempt: Attempt | None) -> int:
    """How often the platform was asked since that try."""
    if attempt is None:
        return 0
    return Attempt.objects.filter(delivery=attempt.delivery_id, event=Event.ASKED, pk__gt=attempt.pk).count()
