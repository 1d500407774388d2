"""From hits in texts to findings in the rules' words. Pure: what was found and the rules in, findings out."""

import hashlib
from collections import defaultdict
from collections.abc import Container, Iterable, Sequence

from django.utils.translation import gettext as _

from guanwei.api import PERSONAL, Finding, FindingType, ScreeningRule, Severity, Span
from guanwei.screening.engine.hits import Hit
from guanwei.screening.texts import Text

WEIGHT = {Severity.INFO: 0, Severity.LOOK: 1, Severity.BLOCK: 2}
WHOLE_ITEM = frozenset({FindingType.MISSING_SOURCE, FindingType.TITLE_CHANGED})
"""What is about the item and not about one of its texts: said once."""
SHOWN = 40
"""Characters of a finding's words that are shown."""

Found = tuple[Text, Sequence[Hit]]
Judged = tuple[ScreeningRule, Severity, Hit]


def judge(
    rules: Sequence[ScreeningRule], found: Iterable[Found], quiet: Container[str] = ()
) -> list[Finding]:
    """One finding for each rule and the words that it found, with all the places where they stand.

    Of the rules on one hit those of the highest severity speak. ``quiet`` are ids of rules that ask for a look
    so often without cause that they only inform; a block never becomes less.
    """
    places: dict[tuple[str, str], list[Span]] = defaultdict(list)
    judged: dict[tuple[str, str], Judged] = {}
    for text, hits in found:
        for hit in hits:
            if hit.type in WHOLE_ITEM and not text.whole:
                continue
            for each in speaking(rules, hit, quiet):
                key = (each[0].screening.id, _digest(text, hit))
                places[key].append(_span(text, hit))
                judged[key] = max(judged.get(key, each), each, key=lambda one: WEIGHT[one[1]])
    return [_finding(each, key[1], places[key]) for key, each in judged.items()]


def speaking(rules: Sequence[ScreeningRule], hit: Hit, quiet: Container[str] = ()) -> list[Judged]:
    """The rules that are heard on one hit, each with what follows from it."""
    asked = [each for each in rules if _is_about(each, hit)]
    heard = [(each, _severity(each, hit, quiet), hit) for each in asked]
    most = max((WEIGHT[severity] for _rule, severity, _hit in heard), default=0)
    loudest = [each for each in heard if WEIGHT[each[1]] == most]
    # Several books that ask for the same look are one question; each block has its own way out.
    return loudest if most == WEIGHT[Severity.BLOCK] else loudest[:1]


def _is_about(rule: ScreeningRule, hit: Hit) -> bool:
    wanted = rule.screening
    return wanted.finds == hit.type and wanted.dictionary in ("", hit.dictionary)


def _severity(rule: ScreeningRule, hit: Hit, quiet: Container[str]) -> Severity:
    declared = rule.screening.severity
    if declared is Severity.BLOCK:
        # A warning has to name what it warns of.
        return Severity.LOOK if hit.legitimate else declared
    return Severity.INFO if rule.screening.id in quiet else declared


def _finding(judged: Judged, about: str, places: list[Span]) -> Finding:
    rule, severity, hit = judged
    said = rule.screening
    suggestion = _("改为“%(right)s”。") % {"right": hit.right} if hit.right else said.suggestion
    return Finding(
        said.id,
        said.label,
        severity,
        f"{said.sentence}{_detail(hit)}",
        said.cites,
        rule.plugin,
        rule.version,
        suggestion,
        said.cleared_by if severity is Severity.BLOCK else (),
        hit.type.value,
        tuple(places),
        about,
    )


def _detail(hit: Hit) -> str:
    return _("（%(detail)s）") % {"detail": hit.detail} if hit.detail else ""


def _span(text: Text, hit: Hit) -> Span:
    words = text.text[hit.start : hit.end]
    return Span(text.key, text.part, hit.start, hit.end, _shown(words, hit.type), hit.right)


def _shown(words: str, finds: FindingType) -> str:
    """Law L10: a record of findings is no place to keep people's numbers."""
    if finds in PERSONAL:
        return f"{words[:3]}****{words[-2:]}" if len(words) > 7 else "****"
    return words if len(words) <= SHOWN else f"{words[:SHOWN]}…"


def _digest(text: Text, hit: Hit) -> str:
    """Of the words, so that an answer holds wherever they stand; of a whole text, of what it is about."""
    words = text.text[hit.start : hit.end] or hit.detail or hit.type.value
    if hit.type is FindingType.CHANNEL_LIMIT:
        words = text.key
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:12]
