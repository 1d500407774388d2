"""What runs in a rule process. It loads the plugins once and then answers one call at a time."""

import multiprocessing
import os
import signal
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from time import monotonic

from guanwei.api import ManuscriptFacts
from guanwei.registry.evaluation import Answer, Question, evaluate, without_functions
from guanwei.registry.loaded import Loaded
from guanwei.registry.loading import load_all
from guanwei.registry.place import Place
from guanwei.registry.sources import Source

_place: Place
_loaded: dict[str, Loaded] = {}


def begin(place: Place) -> None:
    """First thing in a new process. In ``place``, shared memory, the web process sees where we are."""
    global _place
    _place = place
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the web process, which then ends us
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    with suppress(OSError):  # a daemon may have closed them
        os.dup2(2, 1)  # a rule's print() must not spoil a command's output
    threading.Thread(target=_end_with_parent, daemon=True).start()


def describe(sources: Sequence[Source], limit: float) -> tuple[Loaded, ...]:
    """Imports, asks and checks all plugins within ``limit`` seconds; returns them as plain data."""
    with _at_work(limit):
        loaded = load_all(sources, _mark)
    _loaded.update((one.plugin.name, one) for one in loaded)
    return tuple(without_functions(one) for one in loaded)


def ask(
    plugin: str, questions: Sequence[Question], facts: ManuscriptFacts, limit: float
) -> tuple[Answer, ...]:
    """One plugin's answers; ``limit`` is in seconds."""
    with _at_work(limit):
        return evaluate(_loaded[plugin].declarations, questions, facts, _mark)


def _mark(position: int) -> None:
    _place.position = position


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
