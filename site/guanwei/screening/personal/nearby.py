"""What stands around a number: the word that names it, a unit, a mask, more of a longer number."""

import re
from dataclasses import dataclass

from guanwei.screening.personal.numbers import BETWEEN, UNSEEN

ENDS = "。!?;\n\r"
REACH = 28
MASK = r"(?:[*\u25cf\u25a0\u25cb\u25a1\u2022_]{1,24}|[x\u00d7]{2,24})"
JOINED = rf"{UNSEEN}{BETWEEN}?"
# Digits and their mask, or a mask in groups. A masked name in front (张**) is none of the number's.
MASKED_BEFORE = re.compile(rf"(?:(?:[0-9]{JOINED}|{MASK}{BETWEEN}){MASK}{BETWEEN}?|[*\u00d7x]{{3,24}})$")
MASKED_BEHIND = re.compile(rf"{JOINED}{MASK}(?:{JOINED}[0-9]|{BETWEEN}{MASK})|[*\u00d7x]{{3,24}}")
WEB = re.compile(r"(?:://|www\.)[^\s,;|@\u3000-\uffff]{0,120}$")
AMOUNT = re.compile(r" ?[余多]?(?:元|万|亿|吨|亩|平方|立方|千瓦|千克|公斤|公里|人次|%|kwh|kg|米)")
MONEY = re.compile(r"[$\u00a5\u20ac]\s?$")
EDGE_LETTERS = re.compile(r"[a-z]")
LONGER_BEFORE = re.compile(rf"([0-9]{{1,20}}){UNSEEN}({BETWEEN}){UNSEEN}$")
LONGER_BEHIND = re.compile(rf"{UNSEEN}({BETWEEN}){UNSEEN}([0-9]{{1,20}})")


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Digits (at most 20) that ``joint``, one separator, ties to a number."""

    joint: str
    digits: str


def before(plain: str, start: int, reach: int = REACH, ends: str = ENDS) -> str:
    """Up to ``reach`` characters of the sentence in front, as far as the line's end that may follow a name."""
    window = plain[max(0, start - reach) : start].rstrip()
    return window[max(map(window.rfind, ends)) + 1 :]


def behind(plain: str, end: int, reach: int = 12) -> str:
    """Up to ``reach`` characters of the sentence behind."""
    window = plain[end : end + reach]
    return window[: min((cut for cut in map(window.find, ENDS) if cut >= 0), default=reach)]


def is_masked(plain: str, start: int, end: int) -> bool:
    """Whether it is what a mask has left of a longer value."""
    front, back = plain[max(0, start - REACH) : start], plain[end : end + REACH]
    return bool(MASKED_BEFORE.search(front) or MASKED_BEHIND.match(back))


def is_amount(plain: str, start: int, end: int) -> bool:
    """Whether it is a sum of money or a quantity."""
    return bool(AMOUNT.match(plain[end : end + 6]) or MONEY.search(plain[max(0, start - 2) : start]))


def in_web_address(plain: str, start: int) -> bool:
    return bool(WEB.search(plain[max(0, start - 128) : start]))


def neighbour_before(plain: str, start: int) -> Neighbour | None:
    found = LONGER_BEFORE.search(plain[max(0, start - REACH) : start])
    return Neighbour(found[2].strip() or " ", found[1]) if found else None


def neighbour_behind(plain: str, end: int) -> Neighbour | None:
    found = LONGER_BEHIND.match(plain[end : end + REACH])
    return Neighbour(found[1].strip() or " ", found[2]) if found else None


def touches_letters(plain: str, start: int, end: int) -> bool:
    """Whether a Latin letter stands at an edge."""
    return bool(EDGE_LETTERS.search(plain[max(0, start - 1) : start] + " " + plain[end : end + 1]))
