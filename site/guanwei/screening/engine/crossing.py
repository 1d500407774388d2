"""Whether the marks between the characters of a word hide it, or end a clause and begin another.

网,络,赌,博 is the word; in 信息网络，赌博案件 a clause ends within it.
"""

import unicodedata
from itertools import pairwise

from guanwei.screening.engine import characters
from guanwei.screening.engine.reading import Reading

OPENING, CLOSING = "《〈「『【〔（([{“", "》〉」』】〕）)]}”"
# Nobody writes these between two words, so one of them hides what it splits.
HIDING = frozenset("*^`'$%~\u00b4")
# Further apart they aren't read as one word, if what is between them can be seen.
FAR, FAR_UNSEEN = 8, 400


def is_written(reading: Reading, start: int, end: int, hidden: bool) -> bool:
    """Whether ``bare[start:end]`` was meant as a word. ``hidden``: also where marks were put into it."""
    places = reading.places[start:end].tolist()
    pairs = list(pairwise(places))
    if any(right - left > FAR_UNSEEN for left, right in pairs):
        return False
    seen = [_seen(reading.plain[left + 1 : right]) for left, right in pairs if right - left > 1]
    if not any(seen):
        return True
    if not hidden or any(len(marks) > FAR for marks in seen):
        return _only_blanks(seen) and len(pairs) > 1
    if len(seen) >= max(2, len(pairs) - 1):
        return True
    if len(pairs) == 1:
        return _hides(reading, seen[0], *pairs[0])
    return not any(map(_ends_clause, seen)) and not _splits_number(reading, pairs)


def _seen(marks: str) -> str:
    """Without what a reader doesn't see. A blank is seen."""
    return "".join(mark for mark in marks if not _unseen(mark))


def _unseen(mark: str) -> bool:
    return mark not in "\n\r\t\v\f" and unicodedata.category(mark) in {"Mn", "Me", "Cf", "Cc"}


def _only_blanks(seen: list[str]) -> bool:
    return all(unicodedata.category(mark) == "Zs" for marks in seen for mark in marks)


def _ends_clause(marks: str) -> bool:
    """Quotes and brackets don't by themselves, but where one closes and another opens."""
    wrapping = [mark for mark in marks if mark in OPENING or mark in CLOSING]
    if any(mark in characters.STOPS and mark not in wrapping for mark in marks):
        return True
    return any(a in CLOSING and b in OPENING for a, b in pairwise(wrapping))


def _hides(reading: Reading, marks: str, left: int, right: int) -> bool:
    """Two characters: 加强宣传 销售火爆 has the same blank, so the word must stand apart on one side."""
    if any(mark in characters.STOPS for mark in marks):
        return False
    if any(mark in HIDING for mark in marks):
        return True
    part_of_more = characters.HAN | characters.LETTER | characters.DIGIT
    return not (reading.is_at(left - 1, part_of_more) and reading.is_at(right + 1, part_of_more))


def _splits_number(reading: Reading, pairs: list[tuple[int, int]]) -> bool:
    """10.40 and 10-40 are no 1040."""
    return any(
        right - left > 1 and reading.is_at(left, characters.DIGIT) and reading.is_at(right, characters.DIGIT)
        for left, right in pairs
    )
