"""Numbers as people write them: groups of digits, joined by blanks, hyphens or dots, or by what can't be seen."""

import re
import unicodedata
from collections import deque
from collections.abc import Collection, Iterator
from dataclasses import dataclass

import numpy as np

from guanwei.screening.engine import characters
from guanwei.screening.engine.reading import Reading

# Zero-width characters, direction marks, variation selectors, the frame of a keycap, marks that strike through.
UNSEEN = (
    r"[\u00ad\u0300-\u036f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u20e3\ufe00-\ufe0f\ufeff]{0,3}"
)
SEPARATOR = r"[ \-.\u00b7\u2010-\u2015\u2022\u2027\u2212\u30fb]"
# Two blanks, or a hyphen between blanks.
BETWEEN = rf"(?:{SEPARATOR}|  | [\-\u2010-\u2015\u2212] )"
# The last character of an id number is an X, which people also type as a multiplication sign or in Cyrillic.
LAST = r"[x\u00d7\u0445](?![0-9a-z])"
SHORTEST = 11
"""Digits of the shortest number that is looked for."""
REACH = SHORTEST * 5
"""Within how many characters these stand, separators and unseen characters included."""
CHAIN = re.compile(
    rf"[0-9](?:{UNSEEN}(?:{BETWEEN}{UNSEEN})?[0-9]){{{SHORTEST - 1},}}+(?:{UNSEEN}{SEPARATOR}?{LAST})?"
)
GROUP = re.compile(rf"[0-9](?:{UNSEEN}[0-9])*+(?:{UNSEEN}{LAST})?|{LAST}")
TOGETHER = re.compile(rf"[0-9]{UNSEEN}[0-9]")
NOT_DIGITS = re.compile(r"[^0-9x]")


@dataclass(frozen=True, slots=True)
class Number:
    """``text[start:end]``: its ``digits`` (the last one may be ``x``), in groups of the sizes ``parts``.

    ``joint`` is what joins the groups: one character, empty for a single group, or several that differ.
    """

    start: int
    end: int
    digits: str
    parts: tuple[int, ...]
    joint: str = ""

    @property
    def digit_by_digit(self) -> bool:
        return len(self.parts) == len(self.digits)

    @property
    def is_loose(self) -> bool:
        """Whether more than one character joins its groups, as the columns of a table are apart."""
        return len(self.parts) > 1 and self.end - self.start > len(self.digits) + len(self.parts) - 1


def numbers(reading: Reading, lengths: Collection[int], least: int = 2) -> Iterator[Number]:
    """Every number of one of these lengths, in the order of their ends. They may overlap. Linear.

    A number is written digit by digit, or in groups of ``least`` digits and more; the last group may be shorter.
    """
    shortest, longest = min(lengths), max(lengths)
    for start, end in _dense(reading):
        for chain in CHAIN.finditer(reading.plain, start, end):
            written = chain[0]
            # A group that is alone may have a list's mark at each end, which is none of its digits.
            if len(written) < shortest or (written.isdigit() and len(written) > longest + 2):
                continue
            if TOGETHER.search(written):
                yield from _in_groups(_groups(reading, *chain.span()), lengths, least)
            elif len(digits := _digits(written)) in lengths:
                joints = "".join(sorted(set(re.findall(SEPARATOR, written))))
                yield Number(*chain.span(), digits, (1,) * len(digits), joints)


def _dense(reading: Reading) -> Iterator[tuple[int, int]]:
    """Where digits stand close enough to each other to be a number. No group is cut in two."""
    at = np.flatnonzero(reading.kinds & characters.DIGIT)
    if len(at) < SHORTEST:
        return
    first = np.flatnonzero(at[SHORTEST - 1 :] - at[: 1 - SHORTEST] < REACH)
    if not len(first):
        return
    breaks = np.flatnonzero(np.diff(first) >= SHORTEST) + 1
    begins = at[first[np.concatenate(([0], breaks))]]
    ends = at[first[np.concatenate((breaks - 1, [-1]))] + SHORTEST - 1]
    yield from zip(begins.tolist(), (ends + 1 + len(" \u200b\u200b\u200bx?")).tolist(), strict=True)


def _digits(written: str) -> str:
    plain = written.replace("\u00d7", "x").replace("\u0445", "x")
    return plain if plain.isdigit() else NOT_DIGITS.sub("", plain)


def _groups(reading: Reading, start: int, end: int) -> Iterator[Number]:
    for match in GROUP.finditer(reading.plain, start, end):
        first, last = _without_marks(reading.text, *match.span())
        digits = _digits(reading.plain[first:last])
        yield Number(first, last, digits, (len(digits),), reading.plain[last : last + 1])


def _without_marks(text: str, start: int, end: int) -> tuple[int, int]:
    """The marks of a list (①) or of a note (²) fold to digits, but are none of the number's."""
    if end - start > 1 and _is_mark(text[start]) and not _is_mark(text[start + 1]):
        start += 1
    if end - start > 1 and _is_mark(text[end - 1]) and not _is_mark(text[end - 2]):
        end -= 1
    return start, end


def _is_mark(character: str) -> bool:
    return not character.isascii() and unicodedata.category(character) == "No"


def _in_groups(groups: Iterator[Number], lengths: Collection[int], least: int) -> Iterator[Number]:
    """The numbers that are made of whole groups."""
    longest = max(lengths)
    waiting: deque[Number] = deque(maxlen=longest // least + 1)
    for group in groups:
        waiting.append(group)
        digits, parts, joints = "", tuple[int, ...](), set[str]()
        for one in reversed(waiting):
            if len(digits) + len(one.digits) > longest or (digits and len(one.digits) < least):
                break
            digits, parts = one.digits + digits, (*one.parts, *parts)
            if one is not group:
                joints.add(one.joint)
            if len(digits) in lengths and "x" not in digits[:-1]:
                yield Number(one.start, group.end, digits, parts, "".join(sorted(joints)))
