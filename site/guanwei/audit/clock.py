"""The one clock. Everything that stamps a time asks here, so that a demo's past and a test's boundary can be set."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime

from django.utils import timezone

_set_to: ContextVar[datetime | None] = ContextVar("guanwei_clock", default=None)


def now() -> datetime:
    """The present moment, aware. Inside ``at`` it is the moment that was set."""
    return _set_to.get() or timezone.now()


def today() -> date:
    """The present day in the office's time zone."""
    return timezone.localtime(now()).date()


@contextmanager
def at(moment: datetime) -> Iterator[datetime]:
    """Set the clock for what runs inside. ``moment`` must be aware."""
    if timezone.is_naive(moment):
        raise ValueError("the clock takes an aware moment")
    token = _set_to.set(moment)
    try:
        yield moment
    finally:
        _set_to.reset(token)
