"""How rules run in this process: configured once, started at the first question."""

import atexit
import multiprocessing.process
import multiprocessing.util
import os
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from guanwei.registry import suppression
from guanwei.registry.asking import Asker, ChildAsker, InlineAsker
from guanwei.registry.catalogue import Catalogue
from guanwei.registry.loaded import LoadedPlugin
from guanwei.registry.sources import find_sources

Mode = Literal["child", "inline"]

DEFAULT_TIME_LIMIT = 0.5
"""Seconds for one plugin's answers to one decision."""


@dataclass(frozen=True, slots=True)
class Configuration:
    """``extra`` maps plugin names to modules that are loaded beside the installed ones."""

    mode: Mode = "child"
    time_limit: float = DEFAULT_TIME_LIMIT
    extra: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Running:
    asker: Asker
    catalogue: Catalogue
    pruned: dict[frozenset[str], Catalogue] = field(default_factory=dict)

    def without(self, clauses: frozenset[str]) -> Catalogue:
        """Made once for each set of clauses."""
        if clauses not in self.pruned:
            self.pruned[clauses] = self.catalogue.without(clauses)
        return self.pruned[clauses]


_lock = threading.RLock()
_configuration = Configuration()
_running: _Running | None = None
_start_method = "forkserver"
_has_fork_server = False
_abandoned: list[_Running] = []


def configure(
    mode: Mode, time_limit: float = DEFAULT_TIME_LIMIT, extra: Mapping[str, str] | None = None
) -> None:
    """Says how rules run from now on. Starts nothing; what runs by another configuration is ended."""
    global _configuration
    with _lock:
        reset()
        _configuration = Configuration(mode, time_limit, dict(extra or {}))


def configuration() -> Configuration:
    """How rules run, for a caller that changes it for a while and puts it back."""
    return _configuration


def reset() -> None:
    """Ends the rule processes, lets go of all holds and loads the plugins anew at the next question.

    The configuration stays.
    """
    global _running
    with _lock:
        ended, _running = _running, None
    if ended is not None:
        ended.asker.close()


def plugins() -> tuple[LoadedPlugin, ...]:
    """All plugins that were found, by name, with the error of those that aren't loaded."""
    return catalogue().plugins


def catalogue() -> Catalogue:
    """Everything that the loaded plugins declare. The first call in a process loads them."""
    running, clauses = _now(), suppression.suppressed()
    return running.without(clauses) if clauses else running.catalogue


def asker() -> Asker:
    """Whom to ask."""
    return _now().asker


def held() -> tuple[str, ...]:
    """Plugins that this process holds because they ran out of time too often."""
    running = _running
    return running.asker.breaker.held() if running else ()


def release_hold(plugin: str) -> None:
    """Lets a held plugin be asked again, in this process."""
    running = _running
    if running:
        running.asker.breaker.answered(plugin)


def _now() -> _Running:
    global _running
    running = _running
    if running is not None:
        return running
    with _lock:
        if _running is None:
            started = _start(_configuration)
            # Published last: another thread must not see it half made.
            _running = _Running(started, Catalogue(started.loaded))
        return _running


def _start(wanted: Configuration) -> Asker:
    global _has_fork_server
    sources = find_sources(wanted.extra)
    if wanted.mode == "inline":
        return InlineAsker(sources)
    # A server's worker that is itself a multiprocessing process runs no atexit functions and would wait
    # for ours for ever; its finalizers do run first. Registered here, as they don't survive a fork.
    multiprocessing.util.Finalize(None, reset, exitpriority=100)
    _has_fork_server = True
    return ChildAsker(sources, wanted.time_limit, _start_method)


def _forget_after_fork() -> None:
    """A forked process has its parent's handles but none of the threads behind them; it starts its own."""
    global _lock, _running, _start_method
    _lock = threading.RLock()
    if _running is not None:
        # Kept, not closed: closing or collecting it would reach into the parent's processes.
        _abandoned.append(_running)
        _running.asker.forget()
    if _has_fork_server:
        # The parent's fork server isn't our child, and Python 3.11 takes that for an error.
        _start_method = "spawn"
        # Or the end of this process waits for children that aren't its own.
        vars(multiprocessing.process)["_children"].clear()
    _running = None


os.register_at_fork(after_in_child=_forget_after_fork)
atexit.register(reset)
