"""The pool of rule processes: two lanes, lent in the order in which callers came."""

import threading
from collections import deque
from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import replace

from guanwei.api import ManuscriptFacts
from guanwei.registry import lane, sentences
from guanwei.registry.evaluation import Answer, Question
from guanwei.registry.lane import CallStoppedError, Lane
from guanwei.registry.loaded import Loaded
from guanwei.registry.place import IDLE
from guanwei.registry.sources import Source

WORKERS = 2


class Pool:
    """Thread-safe. Killed processes are replaced by the caller whose plugin was at fault."""

    def __init__(self, sources: Sequence[Source], time_limit: float, start_method: str) -> None:
        self._sources = tuple(sources)
        self._limit = time_limit
        self._lock = threading.Lock()
        self._lanes = tuple(Lane(start_method) for _ in range(WORKERS))
        self._free = deque(self._lanes)
        self._waiting: deque[Future[Lane]] = deque()

    def open(self) -> tuple[Loaded, ...]:
        """Loads all plugins in a first process; one that hangs or ends it is left out, with its error."""
        while True:
            try:
                return self._lanes[0].start(self._sources)
            except CallStoppedError as stopped:
                if stopped.position == IDLE:
                    raise RuntimeError("the rule process could not be started") from stopped
                self._leave_out(stopped)

    def ask(self, plugin: str, questions: Sequence[Question], facts: ManuscriptFacts) -> tuple[Answer, ...]:
        """One plugin's answers; asked once more if its process died or was spoilt. Raises CallStoppedError."""
        borrowed = self._borrow()
        try:
            try:
                answers = self._ask(borrowed, plugin, questions, facts)
                if borrowed.running:
                    return answers
            except CallStoppedError as stopped:
                if stopped.overran:
                    raise
            # It may have been ended from outside or spoilt by another; a plugin that is to blame does it again.
            return self._ask(borrowed, plugin, questions, facts)
        finally:
            self._mend(borrowed)
            self._give_back(borrowed)

    def name_at(self, position: int) -> str:
        """The plugin at a position that a start stopped at."""
        return self._sources[position].name if position != IDLE else ""

    def close(self) -> None:
        """Ends all processes at once."""
        for one in self._lanes:
            one.stop()

    def forget(self) -> None:
        """In a fork: they belong to the process that started them."""
        for one in self._lanes:
            one.forget()

    def _ask(
        self, borrowed: Lane, plugin: str, questions: Sequence[Question], facts: ManuscriptFacts
    ) -> tuple[Answer, ...]:
        if not borrowed.running:
            borrowed.start(self._sources)
        answers = borrowed.ask(plugin, questions, facts, self._limit)
        if any(each.spoilt for each in answers):
            borrowed.stop()
        return answers

    def _mend(self, borrowed: Lane) -> None:
        """Starts the next process now, so that the next caller doesn't wait for what isn't its fault."""
        if not borrowed.running:
            try:
                borrowed.start(self._sources)
            except CallStoppedError:
                borrowed.stop()  # the next caller tries again and reports it

    def _leave_out(self, stopped: CallStoppedError) -> None:
        source = self._sources[stopped.position]
        if stopped.overran:
            problem = sentences.import_too_long(source.name, lane.START_LIMIT)
        else:
            problem = sentences.import_died(source.name)
        rest = (replace(one, problem=problem) if one is source else one for one in self._sources)
        self._sources = tuple(rest)

    def _borrow(self) -> Lane:
        """The next free lane. A queue would let a busy thread overtake the waiting ones for seconds."""
        with self._lock:
            if self._free:
                return self._free.popleft()
            turn: Future[Lane] = Future()
            self._waiting.append(turn)
        return turn.result()

    def _give_back(self, borrowed: Lane) -> None:
        with self._lock:
            while self._waiting:
                turn = self._waiting.popleft()
                if turn.set_running_or_notify_cancel():
                    turn.set_result(borrowed)
                    return
            self._free.append(borrowed)
