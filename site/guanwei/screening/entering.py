"""拒收: what some rule books don't even let be stored. Asked before a draft is written, whoever writes it."""

from collections.abc import Callable, Iterable, Sequence
from functools import cache, lru_cache

from guanwei.api import FindingType, Refusal, ScreeningRule
from guanwei.audit import clock
from guanwei.organisations.models import Unit
from guanwei.organisations.queries.rules import rules_of
from guanwei.registry import catalogue
from guanwei.screening.engine.engine import Engine


@cache
def _engine() -> Engine:
    """Without words: lists are an agency's own, and asked later."""
    return Engine()


@lru_cache(maxsize=32)
def _found(text: str) -> frozenset[FindingType]:
    """One save asks about the same words several times: the form, the revision, the row, its posts."""
    return frozenset(hit.type for hit in _engine().screen(text))


def refusals_at_entry(texts: Iterable[str], units: Callable[[], Sequence[Unit]]) -> list[Refusal]:
    """Why a draft of these texts isn't stored. No query unless something is found.

    ``units`` gives the supplying and the managing unit, whose rules decide. Where nobody refuses at entry, nothing
    is read.
    """
    declared = catalogue().screenings_at_entry(clock.today())
    if not declared:
        return []
    wanted = {each.screening.finds for each in declared}
    found = _found("\n".join(each for each in texts if each)) & wanted
    if not found:
        return []
    ruling = {each.plugin for active in rules_of(units()).values() for each in active}
    return [_refusal(each) for each in declared if each.screening.finds in found and each.plugin in ruling]


def _refusal(rule: ScreeningRule) -> Refusal:
    said = rule.screening
    return Refusal(said.sentence, said.cites, said.id, rule.plugin, rule.version)
