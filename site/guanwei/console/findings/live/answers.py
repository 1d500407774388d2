"""What was found on the screen, as the screen's script reads it."""

from typing import Any

from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from guanwei.api import PERSONAL, Citation, FindingType, Severity, Span
from guanwei.console.findings.live.checking import Checked
from guanwei.console.findings.live.placing import Placed, Texts
from guanwei.console.regulations.linking import citation_address
from guanwei.screening.engine.hits import Hit
from guanwei.screening.findings import Answered
from guanwei.screening.models import Answer
from guanwei.screening.personal.masking import masked

MOST_FINDINGS, MOST_PLACES = 200, 200
WEIGHT = {Severity.BLOCK: 0, Severity.LOOK: 1, Severity.INFO: 2}


def found_on(checked: Checked) -> list[dict[str, Any]]:
    """What was found, the heaviest first. Offsets count characters, as Python does, of the text that ``text`` names.

    Nobody reads more than the first hundreds; ``count`` says how often something stands there.
    """
    found = sorted(checked.found, key=lambda each: WEIGHT[each.finding.severity])
    return [_finding(each, checked.texts) for each in found[:MOST_FINDINGS]]


def _finding(each: Answered, texts: Texts) -> dict[str, Any]:
    finding = each.finding
    return {
        "key": finding.key,
        "label": finding.label,
        "severity": finding.severity.value,
        "sentence": finding.sentence,
        "suggestion": finding.suggestion,
        "cites": [_cite(cite) for cite in dict.fromkeys(finding.cites)],
        "count": len(finding.places),
        "places": [_place(span, finding.finds, texts) for span in finding.places[:MOST_PLACES]],
        "answer": _answer(each.answer) if each.answer else None,
    }


def _place(span: Span, finds: str, texts: Texts) -> dict[str, Any]:
    """``text`` is empty where it stands in nothing that the screen can show."""
    placed = texts.place(span)
    if placed is None:
        return {"text": "", "part": span.part, "start": 0, "end": 0, "words": span.words, "right": ""}
    return {
        "text": placed.typed.key,
        "part": placed.typed.part,
        "start": placed.start,
        "end": placed.end,
        "words": span.words,
        "right": span.right or _masked(placed, finds),
    }


def _masked(placed: Placed, finds: str) -> str:
    """What tells of a person, hidden as public notices do it. It is made for the screen alone (law L10)."""
    words = placed.typed.text[placed.start : placed.end]
    if finds not in PERSONAL:
        return ""
    hidden = masked(words, [Hit(FindingType(finds), 0, len(words))])
    return hidden if hidden != words else ""


def _cite(cite: Citation) -> dict[str, str]:
    said = _("《%(document)s》%(article)s") % {"document": cite.document, "article": cite.article}
    return {"said": said, "url": citation_address(cite.document, cite.article)}


def _answer(answer: Answer) -> dict[str, str]:
    return {
        "person": str(answer.person),
        "at": localtime(answer.at).strftime("%Y-%m-%d %H:%M"),
        "reason": answer.reason,
    }
