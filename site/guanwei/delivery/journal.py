"""The journal of a delivery: each line is written before or together with what it tells (law L7)."""

from typing import Any

from django.db.models import QuerySet

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
    return _since(attempt, Event.ASKED).count()


def first_line_after(attempt: Attempt) -> Attempt | None:
    """What came of that try: the answer, or that the claim ran out. None while the call is under way."""
    lines = Attempt.objects.filter(delivery=attempt.delivery_id, pk__gt=attempt.pk)
    return lines.order_by("pk").first()


def said_absent_since(attempt: Attempt) -> bool:
    """Whether a person looked on the platform after that try and put on record that it isn't there."""
    return _since(attempt, Event.SAID_ABSENT).exists()


def accepted_since(attempt: Attempt | None) -> Attempt | None:
    """The line that says when the platform took that try in for review."""
    return _since(attempt, Event.ACCEPTED).order_by("pk").first() if attempt else None


def _since(attempt: Attempt, event: Event) -> QuerySet[Attempt]:
    return Attempt.objects.filter(delivery=attempt.delivery_id, event=event, pk__gt=attempt.pk)
