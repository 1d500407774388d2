"""The decision of the rules in force, with what the check engine finds in the item's texts."""

import logging
from collections.abc import Iterable, Sequence
from dataclasses import replace

from django.utils.translation import gettext as _

from guanwei import registry
from guanwei.api import Decision, Finding, Form, ManuscriptFacts, Refusal
from guanwei.organisations.models import Unit
from guanwei.registry import Active
from guanwei.screening.attached import findings_in
from guanwei.screening.compiled import engine_of, keepers_over
from guanwei.screening.judging import judge
from guanwei.screening.noise import quiet_rules
from guanwei.screening.texts import texts_of

logger = logging.getLogger(__name__)


def decide(facts: ManuscriptFacts, active: Sequence[Active], units: Sequence[Unit]) -> Decision:
    """Ask before a write transaction opens. ``units`` keep the word lists that count: supplier and manager.

    What a push orders was looked at article by article.
    """
    decision = registry.decide_manuscript(facts, active)
    if facts.form is Form.PUSH or not decision.screenings:
        return decision
    try:
        findings = screen(facts, decision, units, keepers_over(units))
    except Exception:
        # Law L6: what could not be looked at is held.
        logger.exception("the check engine failed on %s", facts.title)
        held = Refusal(_("内容检查没有完成，稿件先不送审；请稍后再试，仍不行请告知系统管理员。"))
        return replace(decision, refusals=(*decision.refusals, held))
    return replace(decision, findings=(*decision.findings, *findings))


def screen(
    facts: ManuscriptFacts, decision: Decision, units: Sequence[Unit], keepers: Iterable[int]
) -> list[Finding]:
    """What the check engine finds in the item's texts and files, in the words of the rules that were decided by.

    ``keepers`` are the keys of the units whose lists count. Two queries. Raises whatever the engine raises.
    """
    engine, quiet = engine_of(decision.dictionaries, keepers), quiet_rules(units)
    texts = [(each, engine.screen(each.text, each.about)) for each in texts_of(facts)]
    found = judge(decision.screenings, texts, quiet)
    return [*found, *findings_in(facts.attachments, decision.screenings, engine, quiet)]
