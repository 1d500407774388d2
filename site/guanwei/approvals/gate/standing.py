"""Which subjects the gate stands open for in the code that runs now. The triggers look at rows instead."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

Subject = tuple[str, int]

_standing: ContextVar[frozenset[Subject]] = ContextVar("guanwei_gate", default=frozenset())


def stands(subject: Subject | None) -> bool:
    """Whether the gate stands open for ``subject`` (family, object id)."""
    return subject is not None and subject in _standing.get()


@contextmanager
def standing(*subjects: Subject) -> Iterator[None]:
    """Mark the subjects as open for what runs inside."""
    token = _standing.set(_standing.get() | set(subjects))
    try:
        yield
    finally:
        _standing.reset(token)
