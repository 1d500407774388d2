"""Numbers of identity cards (GB 11643): 18 characters with a check character, or 15 digits from before 1999."""

import re
from collections.abc import Iterator, Sequence

from guanwei.api.screenings import FindingType
from guanwei.screening.engine.hits import About, Hit
from guanwei.screening.engine.reading import Reading
from guanwei.screening.personal import checksums, labels, nearby
from guanwei.screening.personal.numbers import Number, numbers

TYPE = FindingType.ID_NUMBER
ANCHORS: tuple[str, ...] = ()
DIGITS = 15

LENGTHS = frozenset({15, 18})
NAMED = re.compile(
    r"身份证件|身份证|身份号|证件编?号|公民身份|居住证|身份代码|社会保障号|户口[本簿]|sfz|\bid(?:card|no|number|\b)"
)
NAMED_OTHERWISE = labels.other_number("卡", "账")
EITHER = re.compile(r"(?:号码?)?[/、或(]{1,2}[\u4e00-\u9fff]{0,8}")
# 学籍号 is the letter G or L (before the child has an id number of its own) and the id number.
LETTER = re.compile(r"[a-z]$")
BEFORE_NUMBER = re.compile(r"(?:学籍[^。;\n]{0,8}[gl]|(?:^|[^a-z])(?:id|no|sfz|card|idcard))$")


def find(reading: Reading, anchors: Sequence[int], about: About) -> Iterator[Hit]:
    """Numbers with a right check character; with a wrong one or the old form where a word says what they are."""
    end = 0
    for number in numbers(reading, LENGTHS):
        if number.start >= end and is_id_number(reading.plain, number):
            end = number.end
            yield Hit(TYPE, number.start, number.end)


def is_id_number(plain: str, number: Number) -> bool:
    digits = number.digits
    if not _is_well_formed(digits) or _is_part(plain, number):
        return False
    named = is_named(plain, number.start, number.end)
    if len(digits) == 18 and checksums.check_character(digits[:17]) == digits[17]:
        return named is not False
    return named is True


def _is_well_formed(digits: str) -> bool:
    """Region and birthday are possible."""
    if not checksums.is_region(digits):
        return False
    if len(digits) == 15:
        return digits.isdigit() and checksums.is_birthday("19" + digits[6:12])
    return len(digits) == 18 and checksums.is_birthday(digits[6:14])


def _is_part(plain: str, number: Number) -> bool:
    """Whether it belongs to a longer thing: a code with letters, an address of the web, a masked value."""
    front = plain[max(0, number.start - 20) : number.start]
    if LETTER.search(front) and not BEFORE_NUMBER.search(front):
        return True
    if LETTER.search(plain[number.end : number.end + 1]):
        return True
    tied = nearby.neighbour_before(plain, number.start), nearby.neighbour_behind(plain, number.end)
    if any(one is not None and one.joint != " " for one in tied):
        return True
    if number.digit_by_digit and any(one is not None and len(one.digits) == 1 for one in tied):
        return True
    return nearby.is_masked(plain, number.start, number.end) or nearby.in_web_address(plain, number.start)


def is_named(plain: str, start: int, end: int) -> bool | None:
    """True: a word says that it is an id number. False: a word says that it is something else. None: no word."""
    front = nearby.before(plain, start)
    *_, named = (None, *NAMED.finditer(front))
    other = NAMED_OTHERWISE.search(front)
    if other is not None and (named is None or other.start() > named.end()):
        # 身份证号或信用代码: both may follow.
        return None if named is not None and EITHER.fullmatch(front, named.end(), other.start()) else False
    return True if named is not None or NAMED.search(nearby.behind(plain, end)) else None
