"""Pinyin initials as a way to hide a word: wldb for 网络赌博.

GB 2312 orders its 3,755 common characters by their main reading, so a range tells the initial. A word with any other
character has none; of a character with several readings only the main one counts.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

import numpy as np

from guanwei.screening.engine import characters
from guanwei.screening.engine.boundaries import in_address
from guanwei.screening.engine.reading import Reading

# Where an initial begins in level 1 of GB 2312, and where the last one ends. None begins with i, u or v.
FIRST_CODES = dict(
    zip(
        "abcdefghjklmnopqrstwxyz",
        (
            *(0xB0A1, 0xB0C5, 0xB2C1, 0xB4EE, 0xB6EA, 0xB7A2, 0xB8C1, 0xB9FE, 0xBBF7, 0xBFA6, 0xC0AC, 0xC2E8),
            *(0xC4C3, 0xC5B6, 0xC5BE, 0xC6DA, 0xC8BB, 0xC8F6, 0xCBFA, 0xCDDA, 0xCEF4, 0xD1B9, 0xD4D1),
        ),
        strict=True,
    )
)
END_CODE = 0xD7FA
# Three letters stand for too much; twelve are what a number of 64 bits holds.
SHORTEST, LONGEST, BASE = 4, 12, 27
# Of words with the same initials so many are told, one for each list.
MOST_WORDS = 16
# What a text's kinds hold of letters, which are nothing else beside.
ENOUGH, RUN = bytes([characters.LETTER]) * SHORTEST, re.compile(rb"\x%02x+" % characters.LETTER)
VOWELS = frozenset("aeo")
# Abbreviations without a vowel that mean something else, also the net's own: 永远的神, 笑死我了.
OTHERS = frozenset(
    {
        "html",
        "https",
        "http",
        "xhtml",
        "xlsx",
        "pptx",
        "mbps",
        "gbps",
        "kbps",
        "dhcp",
        "ddns",
        "spss",
        "cppcc",
        "nsfc",
        "yyds",
        "xswl",
        "nsdd",
        "zqsg",
        "xmsl",
    }
)


@cache
def _initial_by_code() -> Any:
    """By code point: 1 for a to 26 for z, 0 for none."""
    letters, firsts = list(FIRST_CODES), list(FIRST_CODES.values())
    table = np.zeros(characters.CODE_POINTS, dtype=np.int8)
    for letter, first, end in zip(letters, firsts, [*firsts[1:], END_CODE], strict=True):
        for code in range(first, end):
            if code & 0xFF >= 0xA1:
                table[ord(code.to_bytes(2, "big").decode("gb2312", "replace")[0])] = ord(letter) - 96
    table[ord("\ufffd")] = 0
    return table


class Initials:
    """The initials of many words, sorted, 12 bytes each."""

    def __init__(self, words: Sequence[str], numbers: Sequence[int]) -> None:
        """``numbers`` are what each word is known by."""
        packed = _packed(words)
        usable = np.flatnonzero(packed)
        order = usable[np.argsort(packed[usable], kind="stable")]
        # One number is looked up quicker this way than by numpy.
        self._sorted = memoryview(packed[order])
        self._numbers = np.asarray(numbers, dtype=np.int32)[order]

    def find(self, reading: Reading) -> Iterator[tuple[int, int, list[int]]]:
        """Each token that is the initials of words: its start and end in the text, and the words' numbers."""
        # In the bare text letters stand no further apart: most texts have none to look at.
        if not len(self._sorted) or ENOUGH not in reading.bare_kinds:
            return
        for start, end in _tokens(reading):
            token = reading.plain[start:end]
            numbers = self._of(token)
            if numbers and not _means_another(token) and _standalone(reading, start, end):
                yield start, end, numbers

    def _of(self, token: str) -> list[int]:
        number = 0
        for letter in token:
            number = number * BASE + ord(letter) - 96
        first = bisect_left(self._sorted, number)
        last = first
        while last < min(first + MOST_WORDS, len(self._sorted)) and self._sorted[last] == number:
            last += 1
        return self._numbers[first:last].tolist() if first < last else []


def _packed(words: Sequence[str]) -> Any:
    """Of each word its initials as a number, 0 where it has none or too few."""
    lengths = np.fromiter(map(len, words), dtype=np.int64, count=len(words))
    codes = np.frombuffer("".join(words).encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    letters = _initial_by_code().take(codes.astype(np.intp), mode="clip")
    starts = np.cumsum(lengths) - lengths
    packed = np.zeros(len(words), dtype=np.int64)
    good = (lengths >= SHORTEST) & (lengths <= LONGEST)
    for turn in range(LONGEST):
        on = np.flatnonzero(good & (lengths > turn))
        letter = letters[starts[on] + turn]
        good[on[letter == 0]] = False
        packed[on] = packed[on] * BASE + letter
    packed[~good] = 0
    return packed


def _tokens(reading: Reading) -> Iterator[tuple[int, int]]:
    """Runs of letters that are neither too short nor too long."""
    kinds = reading.kinds.tobytes()
    # Looking for so many letters at once is far quicker than an expression, and most texts have none.
    start = kinds.find(ENOUGH)
    while start >= 0:
        run = RUN.match(kinds, start)
        end = run.end() if run else start + SHORTEST
        if end - start <= LONGEST:
            yield start, end
        start = kinds.find(ENOUGH, end)


def _means_another(token: str) -> bool:
    """Words of English have vowels, initials hardly ever."""
    return token in OTHERS or not VOWELS.isdisjoint(token) or len(set(token)) == 1


def _standalone(reading: Reading, start: int, end: int) -> bool:
    """No part of a longer word, of a phrase in another language or of an address."""
    if _goes_on(reading, start - 1) or _goes_on(reading, end):
        return False
    before, after = _beyond_blank(reading, start - 1, -1), _beyond_blank(reading, end, 1)
    if _goes_on(reading, before) or _goes_on(reading, after):
        return False
    return not in_address(reading, start, end)


def _beyond_blank(reading: Reading, offset: int, step: int) -> int:
    return offset + step if reading.plain[max(0, offset) : offset + 1] == " " else offset


def _goes_on(reading: Reading, offset: int) -> bool:
    """Letters and digits of any script but Han go on with a token."""
    inside = 0 <= offset < len(reading.plain)
    return inside and reading.plain[offset].isalnum() and not reading.is_at(offset, characters.HAN)
