"""After the soak: what was accepted is in the record, what was sent was sent once, what is public was permitted."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from django.db import connection

from guanwei.approvals.models import Contribution, Opening, Permit, Return, SignOff, Submission
from guanwei.approvals.subjects import parts_of
from guanwei.audit.canonical import whole
from guanwei.delivery.models import Attempt, DeliveryState, Event
from guanwei.publishing.models import Post, Release
from guanwei.testing.bench.soak.ledger import Accepted

# What a worker would still have to see to.
UNSETTLED = (
    DeliveryState.PREPARED,
    DeliveryState.IN_FLIGHT,
    DeliveryState.UNKNOWN,
    DeliveryState.PENDING,
)


def _edited(trace: dict[str, Any]) -> bool:
    """A save that changed a digest is a contribution of its person, and no other save's."""
    made = Contribution.objects.filter(
        family="post", object_id=trace["post"], part="page", after=trace["page"]
    )
    return made.filter(person=trace["person"]).count() == 1 if "person" in trace else made.exists()


def _closed(trace: dict[str, Any], state: str) -> bool:
    row = Submission.objects.get(pk=trace["submission"])
    return (row.state, row.closing_reason) == (state, trace["reason"])


def _taken_down(trace: dict[str, Any]) -> bool:
    permits = Permit.objects.filter(object_id=trace["post"], revoked_reason=trace["reason"])
    releases = Release.history.filter(object_id=trace["post"], reason=trace["reason"])
    return permits.exists() or releases.exists()


FOUND = {
    "write": _edited,
    "edit": _edited,
    "submit": lambda trace: Submission.objects.filter(pk=trace["submission"]).exists(),
    "withdraw": lambda trace: _closed(trace, "withdrawn"),
    "sign": lambda trace: SignOff.objects.filter(step=trace["step"], person=trace["person"]).exists(),
    "send_back": lambda trace: (
        _closed(trace, "returned") and Return.objects.filter(reason=trace["reason"]).count() == 1
    ),
    "release": lambda trace: Release.objects.filter(pk=trace["release"]).exists(),
    "take_down": _taken_down,
}


def lost(accepted: Iterable[Accepted]) -> list[str]:
    """Acts that somebody was told were done and that left no trace."""
    return [f"{each.kind} {each.trace}" for each in accepted if not FOUND[each.kind](each.trace)]


def undone(accepted: Iterable[Accepted]) -> list[str]:
    """Kinds of acts that were never once accepted: of these the soak says nothing."""
    return sorted(FOUND.keys() - {each.kind for each in accepted})


def sent_twice(posts: Iterable[dict[str, Any]]) -> list[str]:
    """Markers that the platform holds more than once."""
    return [key for key, times in Counter(each["key"] for each in posts).items() if times > 1]


def out_of_step(posts: Iterable[dict[str, Any]]) -> list[str]:
    """Deliveries that the platform took in and the journal doesn't say so, or the other way round."""
    there = {each["key"] for each in posts}
    told = Attempt.objects.filter(event__in=[Event.SENT, Event.FOUND])
    return sorted({*told.values_list("delivery__key", flat=True)} ^ there)


def unpermitted() -> list[str]:
    """What is public and isn't word for word what the permit of its last release names."""
    found = []
    for post in Post.objects.filter(live=True):
        passed = Permit.objects.filter(family="post", object_id=post.pk, went_live_at__isnull=False)
        last = passed.order_by("-went_live_at", "-pk").first()
        if last is None or last.digest != whole(parts_of(post)):
            found.append(str(post.pk))
    return found + [f"opening {each.pk}" for each in Opening.objects.all()]


def deadlocks() -> int:
    """That PostgreSQL counted in this database since it was made."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()")
        return int(cursor.fetchone()[0])
