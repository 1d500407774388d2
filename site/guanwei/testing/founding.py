"""One county for many tests: founded in a transaction around them, each test's own inside. Nothing is committed.

Founding takes half a second of services and signatures; a thousand tests begin with it. A test that commits, or
that wants an empty database, meets none of it: the transaction is undone before such a test begins.
"""

import copy

from django.core.cache import cache
from django.db import connection, transaction
from pytest_django import DjangoDbBlocker

from guanwei.testing.scenes import County, make_county

# Rolled-back rows stay in PostgreSQL's tables until the transaction ends.
TESTS = 60


class Founding:
    """Keeps the county while tests ask for it."""

    def __init__(self, blocker: DjangoDbBlocker) -> None:
        self._blocker = blocker
        self._county: County | None = None
        self._around: transaction.Atomic | None = None
        self._met = 0

    def found(self) -> None:
        """Before each test that asks for the county: there is one, and its transaction isn't too old."""
        # A test that closes its connection takes the transaction along.
        if self._around is not None and (connection.closed_in_transaction or self._met >= TESTS):
            self.undo()
        if self._around is None:
            with self._blocker.unblock():
                cache.clear()
                self._around = transaction.atomic()
                self._around.__enter__()
                self._county, self._met = make_county(), 0

    def undo(self) -> None:
        """Before each test that doesn't."""
        around, self._around, self._county = self._around, None, None
        if around is not None:
            with self._blocker.unblock():
                transaction.set_rollback(True)
                around.__exit__(None, None, None)

    def county(self) -> County:
        """Objects of its own for each test; what an earlier one left in the cache is forgotten."""
        assert self._county is not None
        self._met += 1
        cache.clear()
        return copy.deepcopy(self._county)
