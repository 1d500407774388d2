"""What stands around a place in a text, not further away than a bound: any text takes linear time."""

import re
from collections.abc import Callable
from typing import Generic, TypeVar

SENTENCE_ENDS = "。！？!?；;\n\r\u2028\u2029"
CLAUSE_ENDS = SENTENCE_ENDS + "，,：:…"
REACH = 120
# A bounded number of blanks and of characters that nobody sees, as they are put between those of a word.
BLANKS = "[\\s\u200b-\u200f\u2060\ufeff\ufe0f\xad]{0,4}"

Judged = TypeVar("Judged")


def spaced(word: str) -> str:
    """A pattern of the word with blanks between its characters."""
    return BLANKS.join(map(re.escape, word))


def begin_of(plain: str, offset: int, ends: str = SENTENCE_ENDS, reach: int = REACH) -> int:
    """Where the stretch between two of ``ends`` begins that ``offset`` is in."""
    floor = max(0, offset - reach)
    return max(floor, *(plain.rfind(mark, floor, offset) + 1 for mark in ends))


def end_of(plain: str, offset: int, ends: str = SENTENCE_ENDS, reach: int = REACH) -> int:
    """Where it ends: the place of the mark after it."""
    ceiling = min(len(plain), offset + reach)
    found = (plain.find(mark, offset, ceiling) for mark in ends)
    return min((place for place in found if place >= 0), default=ceiling)


def sentence(plain: str, start: int, end: int, reach: int = REACH) -> str:
    """The sentence around ``plain[start:end]``."""
    return plain[begin_of(plain, start, reach=reach) : end_of(plain, end, reach=reach)]


class Surroundings(Generic[Judged]):
    """What is judged of the text around a place: once for each block of it, however many places are asked about."""

    def __init__(self, plain: str, judge: Callable[[str], Judged], block: int = 80, reach: int = 100) -> None:
        self._plain, self._judge, self._block, self._reach = plain, judge, block, reach
        self._known: dict[int, Judged] = {}

    def at(self, offset: int) -> Judged:
        """The judgement of the block that ``offset`` is in, with ``reach`` characters on both sides."""
        number = offset // self._block
        if number not in self._known:
            first = number * self._block
            around = self._plain[max(0, first - self._reach) : first + self._block + self._reach]
            self._known[number] = self._judge(around)
        return self._known[number]
