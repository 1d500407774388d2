"""What runs in a rule process. It loads the plugins once and then answers one call at a time."""

import multiprocessing
import os
import resource
import signal
import socket
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from mmap import MAP_ANONYMOUS, MAP_PRIVATE, mmap
from time import monotonic

from guanwei.api import ManuscriptFacts
from guanwei.registry import sentences
from guanwei.registry.evaluation import Answer, Question, evaluate, without_functions
from guanwei.registry.loaded import Loaded
from guanwei.registry.loading import load_all
from guanwei.registry.place import Place
from guanwei.registry.sources import Source
from guanwei.registry.wire import BrokenWireError, Wire

MEMORY = 512 * 2**20
"""Bytes that a rule process may fill: beyond them a rule gets a MemoryError instead of the machine."""

ROOM = MEMORY // 8
"""Bytes that every rule must find free when its turn comes."""

_place: Place
_loaded: dict[str, Loaded] = {}
_threads = 0
"""How many there are that no rule answers for."""


def serve(line: socket.socket, place: Place) -> None:
    """Everything that this process does: each message names a function of this module and what it is given."""
    begin(place)
    wire = Wire(line)
    while True:
        try:
            task, arguments = wire.receive()
        except BrokenWireError:  # the lane let go of us
            os._exit(0)
        try:
            answer = (True, task(*arguments))
        except Exception as error:
            answer = (False, error)
        wire.send(answer)


def begin(place: Place) -> None:
    """First thing in a new process. In ``place``, shared memory, the web process sees where we are."""
    global _place
    _place = place
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the web process, which then ends us
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    with suppress(OSError):  # a daemon may have closed them
        os.dup2(2, 1)  # a rule's print() must not spoil a command's output
    with suppress(OSError, ValueError):  # a lower limit was set from outside
        resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
    # A rule's fork would answer a second time, and outlive us.
    os.register_at_fork(after_in_child=lambda: os._exit(1))
    threading.Thread(target=_end_with_parent, daemon=True).start()


def describe(sources: Sequence[Source], limit: float) -> tuple[Loaded, ...]:
    """Imports, asks and checks all plugins within ``limit`` seconds; returns them as plain data."""
    global _threads
    with _at_work(limit):
        loaded = load_all(sources, _mark)
    _threads = threading.active_count()
    _loaded.update((one.plugin.name, one) for one in loaded)
    return tuple(without_functions(one) for one in loaded)


def ask(
    plugin: str, questions: Sequence[Question], facts: ManuscriptFacts, limit: float
) -> tuple[Answer, ...]:
    """One plugin's answers; ``limit`` is in seconds."""
    with _at_work(limit):
        return evaluate(_loaded[plugin].declarations, questions, facts, _mark, _left_behind)


def _mark(position: int) -> None:
    _place.position = position


def _left_behind() -> str:
    """A thread that goes on would take its time from the next plugin, which would be named for it.

    So would what was kept of the memory: without room for more the process ends where that happened.
    """
    global _threads
    try:
        mmap(-1, ROOM, flags=MAP_PRIVATE | MAP_ANONYMOUS).close()
    except OSError:
        os._exit(1)
    before, _threads = _threads, threading.active_count()
    return sentences.left_a_thread() if _threads > before else ""


@contextmanager
def _at_work(limit: float) -> Iterator[None]:
    """The web process kills us at the limit. If it is gone itself, the kernel does, a little later.

    SIGALRM's default action needs no interpreter, so a rule that never returns to Python can't outlive it.
    """
    _place.began = monotonic()
    signal.setitimer(signal.ITIMER_REAL, 2 * limit + 1)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        _place.began = 0.0


def _end_with_parent() -> None:
    """A killed web process can't end us, and our own call queue never reports end of file."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
    os._exit(0)
