"""One rule process and the way to it: a ProcessPoolExecutor of one worker.

One executor per worker, because killing a worker breaks its whole executor: with a shared one every
time-out would take innocent calls with it, and a dead worker wouldn't say whose call had ended it.
"""

import multiprocessing
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from time import monotonic
from types import ModuleType
from typing import Any, ParamSpec, TypeVar

from guanwei.api import ManuscriptFacts
from guanwei.registry import child
from guanwei.registry.evaluation import Answer, Question
from guanwei.registry.loaded import Loaded
from guanwei.registry.place import IDLE, Place
from guanwei.registry.sources import Source

START_LIMIT = 10.0
"""Seconds in which a rule process must have imported all plugins."""

PATIENCE = 10.0
"""Seconds beyond the limit in which a machine, however busy, must have taken a call and handed back the answer."""

LOOK_AGAIN = 0.01
"""Seconds of waiting at a time for a process that has used up its limit: it may have answered just then."""

P = ParamSpec("P")
T = TypeVar("T")


@dataclass(eq=False)
class CallStoppedError(Exception):
    """A call that didn't come back. ``position`` is the source or question at which it stood, or IDLE.

    ``overran``: it was killed at its limit; else its process ended by itself.
    ``starting``: it was loading plugins, not answering.
    """

    position: int
    overran: bool
    starting: bool = False


class Lane:
    """Not thread-safe: the pool lends a lane to one caller at a time."""

    def __init__(self, start_method: str) -> None:
        self._context: Any = multiprocessing.get_context(start_method)
        if start_method == "forkserver":
            self._context.set_forkserver_preload(["guanwei.registry.child"])
        self._place: Place = self._context.RawValue(Place, IDLE, 0.0)
        self._executor: ProcessPoolExecutor | None = None

    @property
    def running(self) -> bool:
        return self._executor is not None

    def start(self, sources: Sequence[Source]) -> tuple[Loaded, ...]:
        """A new process with all plugins loaded. Raises CallStoppedError."""
        self._executor = ProcessPoolExecutor(1, self._context, child.begin, (self._place,))
        try:
            with _no_main_module():
                future = self._submit(child.describe, sources, START_LIMIT)
            return self._result(future, START_LIMIT)
        except CallStoppedError as stopped:
            stopped.starting = True
            raise

    def ask(
        self, plugin: str, questions: Sequence[Question], facts: ManuscriptFacts, limit: float
    ) -> tuple[Answer, ...]:
        """One plugin's answers. ``limit`` is in seconds from when the process takes the call.

        Raises CallStoppedError.
        """
        return self._result(self._submit(child.ask, plugin, questions, facts, limit), limit)

    def stop(self) -> None:
        """Kills the process, whatever it is doing, and returns at once."""
        executor, self._executor = self._executor, None
        if executor is None:
            return
        # ProcessPoolExecutor has no public way to end a running call before Python 3.14.
        for process in list((executor._processes or {}).values()):
            process.kill()
        executor.shutdown(wait=False, cancel_futures=True)

    def _submit(self, task: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> "Future[T]":
        self._place.clear()
        assert self._executor is not None  # noqa: S101  (the pool asks running lanes only)
        try:
            return self._executor.submit(task, *args, **kwargs)
        except BrokenProcessPool:
            self.stop()
            raise CallStoppedError(IDLE, overran=False) from None

    def _result(self, future: "Future[T]", limit: float) -> T:
        """Waits; on any other end than a result the process is killed."""
        try:
            return self._wait(future, limit)
        except BrokenProcessPool:
            self.stop()
            raise CallStoppedError(self._place.position, overran=False) from None
        except TimeoutError:
            self.stop()
            raise CallStoppedError(self._place.position, overran=True) from None
        except BaseException:  # Ctrl-C while waiting: the lane must not go back with a call in it
            self.stop()
            raise

    def _wait(self, future: "Future[T]", limit: float) -> T:
        """Until the plugin has used up its limit. On a busy machine a call may lie untouched for a while, and an
        answer may be slow to come back to a thread among many: that time isn't the plugin's.
        """
        last = monotonic() + limit + PATIENCE
        while True:
            used = self._place.seconds()
            try:
                return future.result(timeout=max(limit - used, LOOK_AGAIN))
            except TimeoutError:
                if self._place.seconds() >= limit or monotonic() > last:
                    raise


@contextmanager
def _no_main_module() -> Iterator[None]:
    """A new process imports its parent's main module: the web server, and Django with it. Ours must not."""
    main = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = main
