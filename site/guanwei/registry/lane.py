"""One rule process and the way to it.

One process per lane: with a shared pool every time-out would take innocent calls with it, and a dead worker
wouldn't say whose call had ended it.
"""

import multiprocessing
import socket
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from time import monotonic
from types import ModuleType
from typing import Any, TypeVar

from guanwei.api import ManuscriptFacts
from guanwei.registry import child
from guanwei.registry.evaluation import Answer, Question
from guanwei.registry.loaded import Loaded
from guanwei.registry.place import IDLE, Place
from guanwei.registry.sources import Source
from guanwei.registry.wire import BrokenWireError, Wire

START_LIMIT = 10.0
"""Seconds in which a rule process must have imported all plugins."""

PATIENCE = 10.0
"""Seconds beyond the limit in which a machine, however busy, must have taken a call and handed back the answer."""

LOOK_AGAIN = 0.01
"""Seconds of waiting at a time for a process that has used up its limit: it may have answered just then."""

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
        self._process: Any = None
        self._wire: Wire | None = None

    @property
    def running(self) -> bool:
        return self._wire is not None

    @property
    def pid(self) -> int | None:
        """Of the process while it runs."""
        return self._process.pid if self.running else None

    def start(self, sources: Sequence[Source]) -> tuple[Loaded, ...]:
        """A new process with all plugins loaded. Raises CallStoppedError."""
        ours, theirs = socket.socketpair()
        self._process = self._context.Process(target=child.serve, args=(theirs, self._place), daemon=True)
        self._wire = Wire(ours)
        try:
            with theirs, _no_main_module():
                self._process.start()
            return self._call(START_LIMIT, child.describe, sources, START_LIMIT)
        except CallStoppedError as stopped:
            stopped.starting = True
            raise
        except BaseException:
            self.stop()
            raise

    def ask(
        self, plugin: str, questions: Sequence[Question], facts: ManuscriptFacts, limit: float
    ) -> tuple[Answer, ...]:
        """One plugin's answers. ``limit`` is in seconds from when the process takes the call.

        Raises CallStoppedError.
        """
        return self._call(limit, child.ask, plugin, questions, facts, limit)

    def stop(self) -> None:
        """Kills the process, whatever it is doing, and returns at once."""
        wire, self._wire = self._wire, None
        if wire is None:
            return
        wire.close()
        if self._process.pid is not None:
            self._process.kill()

    def forget(self) -> None:
        """In a fork: the process is another's."""
        if self._wire is not None:
            self._wire.forget()

    def _call(self, limit: float, task: Callable[..., T], *arguments: Any) -> T:
        """On any other end than an answer the process is killed."""
        self._place.clear()
        assert self._wire is not None  # noqa: S101  (the pool asks running lanes only)
        try:
            self._wire.send((task, arguments))
            done, value = self._wait(self._wire.receive, limit)
        except BrokenWireError:
            self.stop()
            raise CallStoppedError(self._place.position, overran=False) from None
        except TimeoutError:
            self.stop()
            raise CallStoppedError(self._place.position, overran=True) from None
        except BaseException:  # Ctrl-C while waiting: the lane must not go back with a call in it
            self.stop()
            raise
        if not done:
            raise value
        answer: T = value
        return answer

    def _wait(self, receive: Callable[[float], Any], limit: float) -> Any:
        """Until the plugin has used up its limit. On a busy machine a call may lie untouched for a while, and an
        answer may be slow to come back to a thread among many: that time isn't the plugin's.
        """
        last = monotonic() + limit + PATIENCE
        while True:
            used = self._place.seconds()
            try:
                return receive(max(limit - used, LOOK_AGAIN))
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
