"""Clauses that this process does without for a while: the catalogue then lacks the elements that serve them.

For tests, which show so that they would notice (``guanwei.testing.mutants``). A global of the module, not of the
context: what another thread of the process asks, a live server's, lacks them too. Rule processes need not know:
a suppressed rule isn't asked.
"""

from collections.abc import Iterator
from contextlib import contextmanager

_clauses: frozenset[str] = frozenset()


def suppressed() -> frozenset[str]:
    """The clauses that are suppressed now."""
    return _clauses


@contextmanager
def suppress(*clauses: str) -> Iterator[None]:
    """Without what serves these clauses, and no others; without arguments, with all rules whole."""
    global _clauses
    before, _clauses = _clauses, frozenset(clauses)
    try:
        yield
    finally:
        _clauses = before
