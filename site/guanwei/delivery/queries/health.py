"""How the outbox does, for ``guanwei health``."""

from datetime import datetime, timedelta

from django.db.models import Min, Q, QuerySet
from django.utils import timezone

from guanwei.audit import clock
from guanwei.delivery.jobs import engine
from guanwei.delivery.models import Delivery, DeliveryState, WorkerBeat

LATE_AFTER = timedelta(minutes=5)


def queue_age() -> timedelta:
    """How long the oldest delivery has been due without being tried; nothing waiting is zero."""
    waiting = Delivery.objects.filter(state=DeliveryState.PREPARED, due=True)
    oldest = waiting.aggregate(oldest=Min("due_at"))["oldest"]
    return max(clock.now() - oldest, timedelta()) if oldest else timedelta()


def stuck() -> QuerySet[Delivery]:
    """Deliveries that somebody should look at: unknown, held, failed, a dead claim, or long overdue."""
    now = clock.now()
    return Delivery.objects.filter(
        Q(state__in=[DeliveryState.UNKNOWN, DeliveryState.HELD, DeliveryState.FAILED])
        | Q(state=DeliveryState.IN_FLIGHT, claimed_until__lte=now)
        | Q(state=DeliveryState.PREPARED, due=True, due_at__lte=now - LATE_AFTER)
    ).order_by("pk")


def workers(since: timedelta = timedelta(hours=1)) -> list[tuple[str, datetime]]:
    """Names of the worker processes that went round lately, with their last beat, the latest first."""
    lately = WorkerBeat.objects.filter(at__gte=timezone.now() - since).order_by("-at")
    return list(lately.values_list("name", "at"))


def oldest_job() -> timedelta:
    """How long the oldest queued job has waited; nothing waiting is zero."""
    return engine().oldest()


def last_beat() -> datetime | None:
    """When any worker last went round; None where none ever did."""
    return WorkerBeat.objects.order_by("-at").values_list("at", flat=True).first()
