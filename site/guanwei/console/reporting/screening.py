"""What the check engine finds in a plain text under the rules in force for a unit."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from guanwei import registry
from guanwei.api import Finding, FindingType, Form, Kind, ManuscriptFacts, ScreeningRule, Span, Urgency
from guanwei.audit import clock
from guanwei.console.reporting.printing import cited
from guanwei.organisations.models import Unit
from guanwei.organisations.queries.tree import unit_facts
from guanwei.publishing.services.submitting import rules_over
from guanwei.screening.compiled import engine_for
from guanwei.screening.engine.dictionaries import parse
from guanwei.screening.engine.engine import Engine
from guanwei.screening.engine.hits import About
from guanwei.screening.engine.terms import Term
from guanwei.screening.judging import judge
from guanwei.screening.texts import Text

MESSAGE = "message"
KINDS = (*Kind, MESSAGE)
"""What a text may be: an item by its origin, or what a citizen writes to the office."""


@dataclass(slots=True)
class Desk:
    """Screens many texts for one unit. The rules are asked once for each kind; ``words`` come on top."""

    unit: Unit
    words: Sequence[Term] = ()
    _rules: dict[str, tuple[Sequence[ScreeningRule], Engine]] | None = None

    def screen(self, text: str, kind: str) -> list[dict[str, Any]]:
        """Every finding, one for each place, in the order of the text."""
        rules, engine = self._of(kind)
        read = Text("text", "", text, About(kind=kind), whole=True)
        findings = judge(rules, [(read, engine.screen(text, read.about))])
        rows = [_row(each, place) for each in findings for place in each.places]
        return sorted(rows, key=lambda row: (row["start"], row["end"], row["type"], row["rule"]))

    def _of(self, kind: str) -> tuple[Sequence[ScreeningRule], Engine]:
        known = self._rules if self._rules is not None else {}
        if kind not in known:
            decision = registry.decide_manuscript(_facts(self.unit, kind), rules_over(self.unit, self.unit))
            known[kind] = decision.screenings, engine_for(decision.dictionaries, [self.unit], self.words)
        self._rules = known
        return known[kind]


def words_of(data: bytes) -> list[Term]:
    """A dictionary file of one's own: its words are not to be used."""
    return parse(data, FindingType.DICTIONARY_TERM).terms


def _facts(unit: Unit, kind: str) -> ManuscriptFacts:
    keeper = unit_facts(unit)
    return ManuscriptFacts(
        kind=Kind.COMMENT if kind == MESSAGE else Kind(kind),
        form=Form.POST,
        urgency=Urgency.ORDINARY,
        title="",
        text="",
        category="",
        supplier=keeper,
        manager=keeper,
        now=clock.now(),
    )


def _row(each: Finding, place: Span) -> dict[str, Any]:
    return {
        "start": place.start,
        "end": place.end,
        "type": each.finds,
        "severity": each.severity.value,
        "message": each.sentence,
        "suggestion": each.suggestion,
        "rule": each.check,
        "cites": cited(each.cites),
    }
