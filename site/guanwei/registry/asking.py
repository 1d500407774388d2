"""The two ways to ask a plugin: in this process, or in a rule process that can be killed."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from guanwei.api import ManuscriptFacts
from guanwei.registry import lane, sentences
from guanwei.registry.breaker import Breaker
from guanwei.registry.evaluation import Answer, Question, evaluate, without_functions
from guanwei.registry.lane import CallStoppedError
from guanwei.registry.loaded import Loaded
from guanwei.registry.loading import ignore_progress, load_all
from guanwei.registry.place import IDLE
from guanwei.registry.pool import Pool
from guanwei.registry.sources import Source

SWITCH_INTERVAL = 0.0005
"""Seconds after which a computing thread lets another go on. An answer passes through several threads, each of
which would wait for Python's own 5 ms behind every busy one."""


@dataclass(frozen=True, slots=True)
class Report:
    """What came of one call. ``failure`` (a clause) is why there are no answers, at ``rule`` where known."""

    answers: tuple[Answer, ...] = ()
    failure: str = ""
    rule: str = ""
    held: bool = False


NO_REPORT = Report()


class Asker(Protocol):
    """``loaded`` holds plain data: no rule function can be called around the asker."""

    loaded: tuple[Loaded, ...]
    breaker: Breaker

    def ask(self, plugin: str, questions: Sequence[Question], facts: ManuscriptFacts) -> Report: ...

    def close(self) -> None: ...

    def forget(self) -> None: ...


class InlineAsker:
    """Runs rules in this process: for tests, coverage and the debugger. Nothing is timed or killed."""

    def __init__(self, sources: Sequence[Source]) -> None:
        loaded = load_all(sources)
        self._declarations = {one.plugin.name: one.declarations for one in loaded}
        self.loaded = tuple(without_functions(one) for one in loaded)
        self.breaker = Breaker()

    def ask(self, plugin: str, questions: Sequence[Question], facts: ManuscriptFacts) -> Report:
        return Report(evaluate(self._declarations[plugin], questions, facts, ignore_progress))

    def close(self) -> None:
        """Nothing runs."""

    def forget(self) -> None:
        """Nothing runs."""


class ChildAsker:
    """Runs rules in the pool; its first process has loaded the plugins when this returns."""

    def __init__(self, sources: Sequence[Source], time_limit: float, start_method: str) -> None:
        sys.setswitchinterval(min(SWITCH_INTERVAL, sys.getswitchinterval()))
        self._limit = time_limit
        self._pool = Pool(sources, time_limit, start_method)
        self.loaded = self._pool.open()
        self.breaker = Breaker()

    def ask(self, plugin: str, questions: Sequence[Question], facts: ManuscriptFacts) -> Report:
        if plugin in self.breaker.held():
            return Report(held=True)
        try:
            answers = self._pool.ask(plugin, questions, facts)
        except CallStoppedError as stopped:
            return self._stopped(plugin, questions, stopped)
        self.breaker.answered(plugin)
        return Report(answers)

    def close(self) -> None:
        self._pool.close()

    def forget(self) -> None:
        self._pool.forget()

    def _stopped(self, plugin: str, questions: Sequence[Question], stopped: CallStoppedError) -> Report:
        if stopped.starting:
            return Report(failure=self._not_started(stopped))
        rule = questions[stopped.position].rule if stopped.position != IDLE else ""
        if not stopped.overran:
            self.breaker.answered(plugin)
            return Report(failure=sentences.died(), rule=rule)
        self.breaker.overran(plugin)
        return Report(failure=sentences.overran(self._limit), rule=rule)

    def _not_started(self, stopped: CallStoppedError) -> str:
        culprit = self._pool.name_at(stopped.position)
        if stopped.overran:
            return sentences.process_not_started(sentences.import_too_long(culprit, lane.START_LIMIT))
        return sentences.process_not_started(sentences.import_died(culprit))
