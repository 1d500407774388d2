"""Releases on their way, in trouble, or with an end: for services, the worker and screens."""

from datetime import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet

from guanwei.audit import clock
from guanwei.publishing.models import Release, ReleasePart
from guanwei.publishing.models.releases import PartState, ReleaseState

STANDS = (ReleaseState.RUNNING, ReleaseState.DONE, ReleaseState.HELD)
WENT_LIVE = Q(permit__went_live_at__isnull=False)


def in_public() -> QuerySet[Release]:
    """Of each object, the release whose content is public: the last that went live and wasn't taken down."""
    later = Release.objects.filter(
        WENT_LIVE, family=OuterRef("family"), object_id=OuterRef("object_id"), pk__gt=OuterRef("pk")
    )
    return Release.objects.filter(WENT_LIVE, ~Exists(later), state__in=STANDS)


def standing_end(family: str, object_id: int) -> datetime | None:
    """When what is public of the object goes offline; None where nothing is, or it stays."""
    found = in_public().filter(family=family, object_id=object_id)
    return found.values_list("ends_at", flat=True).first()


def due_releases() -> QuerySet[Release]:
    """Releases with a part whose turn may have come. One that failed waits for its next try."""
    now = clock.now()
    waiting = ReleasePart.objects.filter(release=OuterRef("pk"), state=PartState.WAITING)
    asked = ReleasePart.objects.filter(release=OuterRef("pk"), state=PartState.DUE)
    return Release.objects.filter(
        Q(try_at__isnull=True) | Q(try_at__lte=now),
        Exists(waiting),
        ~Exists(asked),
        state=ReleaseState.RUNNING,
        due_at__lte=now,
    ).order_by("due_at", "pk")


def ended_releases() -> list[Release]:
    """Releases whose end has come: public ones, and those that were to be but never came out."""
    now = clock.now()
    due = Q(ends_at__lte=now) & (Q(try_at__isnull=True) | Q(try_at__lte=now))
    never_out = Release.objects.filter(due, ~WENT_LIVE, state=ReleaseState.RUNNING)
    return [*in_public().filter(due).order_by("ends_at", "pk"), *never_out.order_by("ends_at", "pk")]
