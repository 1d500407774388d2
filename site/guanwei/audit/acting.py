"""Who acts and why. Set once at the edge (request, worker, command); the history base reads it with every write."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Acting:
    """A person (None for the system itself) and the reason given, which may be empty."""

    person: Any = None
    reason: str = ""


_acting: ContextVar[Acting] = ContextVar("guanwei_acting", default=Acting())  # noqa: B039 - frozen


def current() -> Acting:
    """Who acts now."""
    return _acting.get()


@contextmanager
def acting(person: Any, reason: str = "") -> Iterator[Acting]:
    """Put ``person`` and ``reason`` on the record of everything written inside."""
    token = _acting.set(Acting(person, reason))
    try:
        yield _acting.get()
    finally:
        _acting.reset(token)


def recorded_person(instance: Any = None, **_kwargs: Any) -> Any:
    """What simple-history asks for ``history_user``."""
    person = current().person
    return person if person is not None and getattr(person, "pk", None) else None
