"""The demo's past: one clock for us and for Wagtail, and working days counted back from today."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from guanwei.audit import clock

SATURDAY = 5


@contextmanager
def at(moment: datetime) -> Iterator[datetime]:
    """Set the office's clock and Django's: Wagtail stamps pages, revisions and its log by the latter.

    For a process that does nothing else meanwhile: Django's clock is one for all threads.
    """
    real = timezone.now
    timezone.now = lambda: moment
    try:
        with clock.at(moment):
            yield moment
    finally:
        timezone.now = real


def working_day(back: int) -> date:
    """The ``back``-th working day before today; weekends don't count, holidays do."""
    day = timezone.localdate()
    while back:
        day -= timedelta(days=1)
        back -= day.weekday() < SATURDAY
    return day


def moment(back: int, hour: str) -> datetime:
    """``hour`` (HH:MM) on the ``back``-th working day before today.

    Today's own moments are some hours ago, whatever ``hour`` says: nothing in the demo's past may lie
    in the future.
    """
    wanted = timezone.make_aware(datetime.combine(working_day(back), time.fromisoformat(hour)))
    latest = timezone.now() - timedelta(hours=6)
    return min(wanted, latest)
