"""The demo's past: one clock for us and for Wagtail, and working days counted back from today."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from guanwei.audit import clock

SATURDAY = 5
# The demo's longest day, from the first draft to the address brought back, is over by then.
WORK_IS_DONE = time(17, 0)


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
    """The ``back``-th working day before the last whole one; weekends don't count, holidays do."""
    now = timezone.localtime()
    day = now.date()
    if now.time() < WORK_IS_DONE or day.weekday() >= SATURDAY:
        back += 1
    while back:
        day -= timedelta(days=1)
        back -= day.weekday() < SATURDAY
    return day


def moment(back: int, hour: str) -> datetime:
    """``hour`` (HH:MM) on that day. Nothing in the demo's past lies in the future, or in the night."""
    return timezone.make_aware(datetime.combine(working_day(back), time.fromisoformat(hour)))
