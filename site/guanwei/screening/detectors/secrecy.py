"""Secrecy marks: a level with its period, as a document carries it, and notes that keep a paper inside the office.

保守国家秘密法 第二十二条: carriers of state secrets bear a mark; its form is 密级★保密期限. Words about secrecy
(保密工作会议, 机密级计算机) and texts that explain the marks bear none.
"""

from collections.abc import Iterable, Sequence

from guanwei.api.screenings import FindingType
from guanwei.screening.detectors.lexicon import secrecy_marks as marks
from guanwei.screening.engine.clauses import sentence
from guanwei.screening.engine.hits import About, Hit
from guanwei.screening.engine.reading import Reading

TYPE = FindingType.SECRECY_MARK
ANCHORS = marks.ANCHORS
DIGITS = 0

ORNAMENTS = "※★☆*#◆●■▲"
OPENING, CLOSING, QUOTES = "【[(（〔〖「" + ORNAMENTS, "】])）〕〗」" + ORNAMENTS, "“\"‘'「『"
LINE_ENDS = "\n\r\u2028\u2029"


def find(reading: Reading, anchors: Sequence[int], _about: About) -> Iterable[Hit]:
    """From the level or its label to the end of the period."""
    plain, beyond = reading.plain, 0
    for at in anchors:
        if at < beyond:
            continue
        end = _end(plain, at)
        if end and not _explained(plain, at, end):
            beyond = end
            yield Hit(TYPE, at, end)


def _end(plain: str, at: int) -> int:
    """Where the mark that begins at ``at`` ends; 0 where there is none."""
    for kind, pattern in marks.KINDS:
        match = pattern.match(plain, at)
        if match is not None and _stands(kind, plain, at, match.end()):
            return match.end()
    return 0


def _stands(kind: str, plain: str, at: int, end: int) -> bool:
    """Whether it stands as a mark has to: alone, in brackets, or anywhere where its form is unmistakable."""
    before = plain[max(0, at - 2) : at]
    if kind == "starred":
        return before not in marks.OTHER_SECRETS and not before.endswith("的")
    if kind in {"star alone", "kept"}:
        return before == "" or marks.IS.search(before) is not None
    if kind == "separated":
        return not before.endswith(marks.OF) and before not in marks.OTHER_SECRETS
    if kind == "note":
        return (_begins(plain, at) or marks.IS.search(before) is not None) and _ends(plain, end)
    if kind == "alone":
        return _alone(plain, at, end) or _bracketed_at_an_edge(plain, at, end)
    said = kind == "said" and marks.SAID.search(plain[max(0, at - 6) : at]) is not None
    return kind == "anywhere" or said or _alone(plain, at, end) or _bracketed(plain, at, end)


def _alone(plain: str, at: int, end: int) -> bool:
    return _line_before(plain, at) and _line_after(plain, end)


def _bracketed(plain: str, at: int, end: int) -> bool:
    return at > 0 and plain[at - 1] in OPENING and plain[end : end + 1] != "" and plain[end] in CLOSING


def _bracketed_at_an_edge(plain: str, at: int, end: int) -> bool:
    return _bracketed(plain, at, end) and (_line_before(plain, at - 1) or _line_after(plain, end + 1))


def _line_before(plain: str, at: int) -> bool:
    left = plain[max(0, at - 40) : at].rstrip(" \t\u3000\u200b\ufeff")
    return at == 0 or (left == "" and at < 40) or left[-1:] in (*LINE_ENDS,)


def _line_after(plain: str, end: int) -> bool:
    right = plain[end : end + 40].lstrip(" \t\u3000\u200b\ufeff").lstrip("。.!！")
    return right == "" or right[0] in LINE_ENDS


def _begins(plain: str, at: int) -> bool:
    return _line_before(plain, at) or plain[at - 1] in OPENING + "。！!；;：:" + " \u3000"


def _ends(plain: str, end: int) -> bool:
    return _line_after(plain, end) or plain[end] in CLOSING + "。！!；;" + " \u3000"


def _explained(plain: str, at: int, end: int) -> bool:
    """A text about marks quotes them, or says that something was marked so."""
    if at > 0 and plain[at - 1] in QUOTES:
        return marks.ABOUT_MARKS.search(sentence(plain, at, end, reach=60)) is not None
    example = marks.EXAMPLE_BEFORE.search(plain[max(0, at - 8) : at])
    reported = marks.MARKED_BEFORE.search(plain[max(0, at - 8) : at]) and marks.OF_AFTER.match(plain, end)
    return example is not None or bool(reported)
