"""Miswritten words with the right form, and words that official writing doesn't use of people."""

import re
from collections.abc import Iterable, Sequence

from guanwei.api.screenings import FindingType
from guanwei.screening.detectors.lexicon import miswritten
from guanwei.screening.engine.clauses import CLAUSE_ENDS, begin_of, sentence
from guanwei.screening.engine.hits import About, Hit
from guanwei.screening.engine.reading import Reading
from guanwei.screening.engine.wordlists import Words

TYPE = FindingType.WORDING
ALWAYS = dict(pair.split(":") for pair in miswritten.ALWAYS.split())
ANCHORS = (*ALWAYS, *dict.fromkeys(wrong for wrong, *_rest in miswritten.SOMETIMES))
DIGITS = 0

# 入帐 is written with 贝, the 帐 of 进帐篷 isn't.
TENTS, WIDEST = ("篷", "子", "幕", "房"), 16


class _Form:
    """A wrong form whose neighbours decide."""

    def __init__(self, wrong: str, right: str, before: str, behind: str) -> None:
        self.wrong, self.right = wrong, right
        must = behind.startswith("=")
        self._before = re.compile(f"(?:{before})$") if before else None
        self._behind = re.compile(behind[1:] if must else behind) if behind else None
        self._must = must

    def stands(self, plain: str, at: int) -> bool:
        """Whether it is this form that begins at ``at``."""
        if self._before is not None and self._before.search(plain[max(0, at - 3) : at]):
            return False
        return (
            self._behind is None
            or (self._behind.match(plain, at + len(self.wrong)) is not None) == self._must
        )


SOMETIMES = {form[0]: _Form(*form) for form in miswritten.SOMETIMES}
KNOWN = Words(ANCHORS)


def find(reading: Reading, anchors: Sequence[int], _about: About) -> Iterable[Hit]:
    """The wrong form as it is written; ``right`` is what to write."""
    plain, text, beyond = reading.plain, reading.text, 0
    for at in anchors:
        wrong, right = _at(plain, at) if at >= beyond else ("", "")
        end = at + len(wrong)
        # A traditional form that only reads like a wrong one when it is simplified is none.
        if wrong and text[at:end] == wrong and not _corrected(plain, at, end, right):
            beyond = end
            yield Hit(TYPE, at, end, term=wrong, right=right)


def _at(plain: str, at: int) -> tuple[str, str]:
    """The longest wrong form at a place, with the right one."""
    word = KNOWN.at(plain, at)
    if word in ALWAYS:
        return (
            ("", "")
            if word.endswith("帐") and plain.startswith(TENTS, at + len(word))
            else (word, ALWAYS[word])
        )
    form = SOMETIMES.get(word)
    if form is not None and form.stands(plain, at) and not _excused(plain, at, word):
        return word, form.right
    return _until(plain, at)


def _until(plain: str, at: int) -> tuple[str, str]:
    """截止 before a day up to which something was counted; what ends on a day 截止."""
    if plain.startswith("截止", at) and miswritten.COUNTED.match(plain, at):
        clause = sentence(plain, at, at, reach=40)
        if not miswritten.ENDS_THEN.search(clause) and not miswritten.OWN_DATE.search(
            plain[max(0, at - 2) : at]
        ):
            return "截止", "截至"
    return "", ""


def _excused(plain: str, at: int, word: str) -> bool:
    """What else around it makes it right: typhoons land, and 既使…又使 is a pair."""
    if word == "登陆":
        clause = plain[begin_of(plain, at, CLAUSE_ENDS, reach=30) : at + 2 * WIDEST]
        return miswritten.LANDS.search(clause) is not None
    return word == "既使" and miswritten.BOTH.match(plain, at) is not None


def _corrected(plain: str, at: int, end: int, right: str) -> bool:
    """A text about right writing names both forms."""
    around = plain[max(0, at - 2 * WIDEST) : end + 2 * WIDEST]
    return (right in around or "错别字" in around) and miswritten.ABOUT_WRITING.any_in(around)
