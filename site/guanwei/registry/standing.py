"""Where a plugin stands in one decision: how near to the unit, what it may say, what it said."""

from dataclasses import dataclass

from guanwei.api import Citation, Declarations, Refusal, TraceEntry
from guanwei.registry import sentences
from guanwei.registry.asking import NO_REPORT, Report
from guanwei.registry.breaker import TIMES
from guanwei.registry.evaluation import Answer, Asked, asking
from guanwei.registry.loaded import NOTHING, LoadedPlugin


@dataclass(frozen=True, slots=True)
class Active:
    """A plugin in force. ``distance`` 0: switched on for the unit itself, 1: for its parent, and so on."""

    plugin: str
    distance: int
    mandatory: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """``rules`` are the declarations in force on the day; empty where the plugin isn't loaded.

    ``in_force``: at least one of its rule books is.
    """

    active: Active
    plugin: LoadedPlugin
    rules: Declarations = NOTHING
    report: Report = NO_REPORT
    in_force: bool = False

    @property
    def loaded(self) -> bool:
        return not self.plugin.error

    def holds(self, asked: Asked, rule: str) -> bool:
        """What the rule answered; False where it failed or wasn't asked."""
        return any(one.holds and not one.failure for one in self.report.answers if _is(one, asked, rule))

    def route_unknown(self) -> bool:
        """Without a whole answer about routes nobody may fall to a shorter one (law L6)."""
        broken = any(one.failure for one in self.report.answers if one.question.asked is Asked.ROUTE)
        return not self.loaded or self.report.held or bool(self.report.failure) or broken

    def refusal(self, sentence: str, rule: str = "", cites: tuple[Citation, ...] = ()) -> Refusal:
        """A refusal in this plugin's name."""
        return Refusal(sentence, cites, rule, self.plugin.name, self.plugin.version)


def failures(standing: Standing) -> list[Refusal]:
    """Law L6: what keeps this plugin from being heard holds the item and names the plugin."""
    name, report = standing.plugin.name, standing.report
    if not standing.loaded:
        return [standing.refusal(sentences.not_loaded(name, standing.plugin.error))]
    if report.held:
        return [standing.refusal(sentences.held(name, TIMES))]
    if report.failure and report.rule:
        return [_failed(standing, report.rule, report.failure)]
    if report.failure:
        return [standing.refusal(sentences.plugin_failed(name, report.failure))]
    return [_failed(standing, one.question.rule, one.failure) for one in report.answers if one.failure]


def trace(standing: Standing) -> list[TraceEntry]:
    """One entry per question; one for the whole plugin where none was answered."""
    report = standing.report
    entries = [_entry(standing, one.question.rule, _verdict(one), one.milliseconds) for one in report.answers]
    if not standing.loaded:
        entries.append(_entry(standing, "", sentences.verdict_not_loaded()))
    elif not standing.in_force:
        entries.append(_entry(standing, "", sentences.verdict_not_in_force()))
    elif report.held:
        entries.append(_entry(standing, "", sentences.verdict_held()))
    elif report.failure:
        entries.append(_entry(standing, report.rule, report.failure))
    return entries


def _failed(standing: Standing, rule: str, failure: str) -> Refusal:
    cites = next((one.cites for _asked, one in asking(standing.rules) if one.id == rule), ())
    return standing.refusal(sentences.rule_failed(standing.plugin.name, rule, failure), rule, cites)


def _entry(standing: Standing, rule: str, verdict: str, milliseconds: float = 0.0) -> TraceEntry:
    return TraceEntry(standing.plugin.name, standing.plugin.version, rule, verdict, milliseconds)


def _verdict(answer: Answer) -> str:
    return answer.failure or sentences.verdict(answer.holds, answer.question.asked.value)


def _is(answer: Answer, asked: Asked, rule: str) -> bool:
    return answer.question.asked is asked and answer.question.rule == rule
