"""One scene for many tests: made in a transaction around them, each test's own inside. Nothing is committed.

Founding the county takes half a second of services and signatures; a thousand tests begin with it. A test that
commits, or that wants an empty database, meets none of it: the transaction is undone before such a test begins.
"""

import copy
from collections.abc import Callable
from typing import Any

from django.core.cache import cache
from django.db import connection, transaction
from pytest_django import DjangoDbBlocker

# Rolled-back rows stay in PostgreSQL's tables until the transaction ends.
TESTS = 60


class Founding:
    """Keeps a scene while tests ask for it."""

    def __init__(self, blocker: DjangoDbBlocker, make: Callable[[], Any]) -> None:
        self._blocker, self._make = blocker, make
        self._scene: Any = None
        self._around: transaction.Atomic | None = None
        self._met = 0

    def found(self) -> None:
        """Before each test that asks for the scene: there is one, and its transaction isn't too old."""
        # A test that closes its connection takes the transaction along.
        if self._around is not None and (connection.closed_in_transaction or self._met >= TESTS):
            self.undo()
        if self._around is None:
            with self._blocker.unblock():
                cache.clear()
                self._around = transaction.atomic()
                self._around.__enter__()
                self._scene, self._met = self._make(), 0

    def undo(self) -> None:
        """Before each test that doesn't."""
        around, self._around, self._scene = self._around, None, None
        if around is not None:
            with self._blocker.unblock():
                transaction.set_rollback(True)
                around.__exit__(None, None, None)

    def scene(self) -> Any:
        """Objects of its own for each test; what an earlier one left in the cache is forgotten."""
        assert self._scene is not None
        self._met += 1
        cache.clear()
        return copy.deepcopy(self._scene)


class Foundings:
    """All scenes that tests share, one of them at a time."""

    def __init__(self, blocker: DjangoDbBlocker, makers: dict[str, Callable[[], Any]]) -> None:
        self._each = {name: Founding(blocker, make) for name, make in makers.items()}

    def only(self, wanted: str) -> None:
        """Before each test: the scene that it begins in, or none."""
        for name, founding in self._each.items():
            if name != wanted:
                founding.undo()
        if wanted:
            self._each[wanted].found()

    def scene(self, name: str) -> Any:
        """For the test that asks."""
        return self._each[name].scene()
