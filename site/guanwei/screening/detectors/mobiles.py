"""Numbers of mobile telephones of the mainland: 11 digits from 13 to 19, with the country's prefix."""

import re
from collections.abc import Iterator, Sequence

from guanwei.api.screenings import FindingType
from guanwei.screening.engine.hits import About, Hit
from guanwei.screening.engine.reading import Reading
from guanwei.screening.personal import labels, nearby
from guanwei.screening.personal.numbers import Number, numbers

TYPE = FindingType.MOBILE
ANCHORS: tuple[str, ...] = ()
DIGITS = 11

COUNTRY = ("0086", "86")
LENGTHS = frozenset({11, 13, 15})
MOBILE = re.compile(r"1[3-9][0-9]{9}")
PREFIX = re.compile(r"(?<![0-9])(?:\(?(?:\+|00)86\)?[ \-]?|\(86\)[ \-]?|86-)$")
# How people group the digits; other groups are a number only behind a word that says so.
GROUPINGS = frozenset({(11,), (3, 4, 4), (4, 4, 3), (4, 3, 4), (3, 3, 5), (3, 8), (7, 4), (3, 4, 2, 2)})
REACH = 20
GROUPED = r"1[3-9](?:[0-9][ \-]?[0-9]{4}[ \-]?[0-9]{4}|[0-9]{2}[ \-]?[0-9]{4}[ \-]?[0-9]{3})"
ENDS_MOBILE = re.compile(rf"(?<![0-9]){GROUPED}.$")
BEGINS_MOBILE = re.compile(rf".{GROUPED}(?![0-9])")
NAMED = re.compile(
    r"电话|手机|联系|拨打|致电|来电|来拨|热线|短信|加微|微信|号码|tel|phone|mobile|\bmob|\bvx|\bwx|wechat|whatsapp|本人|机主"
)
NAMED_OTHERWISE = labels.other_number("卡")
WAYS = re.compile(r"(?:手机|电话|微信)(?:号码?)?[/、(或及和]{1,2}[^0-9/、,。;]{1,6}$")
LETTER = re.compile(r"[a-z]$")
WORD = re.compile(r"(?:^|[^a-z])(?:tel|phone|mobile|mob|vx|wx|v|wechat|whatsapp|no|m|t)$")


def find(reading: Reading, anchors: Sequence[int], about: About) -> Iterator[Hit]:
    """Every mobile number, an office's duty telephone as well: it still is in somebody's pocket."""
    end = 0
    for number in numbers(reading, LENGTHS):
        start = _start(reading.plain, number)
        if start is not None and start >= end and _is_mobile(reading.plain, start, number):
            end = number.end
            yield Hit(TYPE, start, end)


def _start(plain: str, number: Number) -> int | None:
    """Where it begins with its prefix; None where the digits are no mobile number."""
    digits = number.digits
    if not MOBILE.fullmatch(digits[-11:]) or not (len(digits) == 11 or digits[:-11] in COUNTRY):
        return None
    front = plain[max(0, number.start - 9) : number.start]
    if len(digits) == 11:
        prefix = PREFIX.search(front)
        return number.start - len(prefix[0]) if prefix else number.start
    return number.start - front.endswith("+")


def _is_mobile(plain: str, start: int, number: Number) -> bool:
    named = bool(NAMED.search(nearby.before(plain, start, 20)))
    if not _is_grouped(plain, start, number, named) or _is_named_otherwise(plain, start):
        return False
    if LETTER.search(plain[max(0, start - 1) : start]) and not WORD.search(plain[max(0, start - 9) : start]):
        return False
    following = plain[number.end : number.end + 1]
    if LETTER.search(following) or (following == "号" and not named):
        return False
    return not (
        nearby.is_masked(plain, start, number.end)
        or nearby.is_amount(plain, start, number.end)
        or nearby.in_web_address(plain, start)
    )


def _is_grouped(plain: str, start: int, number: Number, named: bool) -> bool:
    """Whether the groups are those of one number, and not of a row of figures or of a code."""
    parts = _parts(number)
    has_prefix = len(number.digits) > 11 or start < number.start
    if len(number.digits) == 13 and start == number.start and not named:
        # 13 digits from 86 on may as well be an article's bar code.
        return False
    if len(parts) > 1 and parts not in GROUPINGS and not (named or has_prefix or number.digit_by_digit):
        return False
    if number.is_loose and not (named or has_prefix):
        return False
    if "." in number.joint and parts != (3, 4, 4):
        return False
    return _may_stand_behind(plain, start, parts, named) and _may_go_on(plain, number.end, parts, named)


def _parts(number: Number) -> tuple[int, ...]:
    """The sizes of the groups without the country's prefix."""
    rest, parts = len(number.digits) - 11, []
    for size in number.parts:
        parts.append(max(0, size - rest))
        rest = max(0, rest - size)
    return tuple(size for size in parts if size)


def _may_stand_behind(plain: str, start: int, parts: tuple[int, ...], named: bool) -> bool:
    """Not behind the beginning of a code. A row of numbers is a row of numbers."""
    front = nearby.neighbour_before(plain, start)
    if front is None or ENDS_MOBILE.search(plain[max(0, start - REACH) : start]):
        return True
    return front.joint == " " and (named or len(parts) == 1 or len(front.digits) > 4)


def _may_go_on(plain: str, end: int, parts: tuple[int, ...], named: bool) -> bool:
    """No more figures of a row; an extension behind a hyphen, where the text speaks of a telephone."""
    back = nearby.neighbour_behind(plain, end)
    if back is None or BEGINS_MOBILE.match(plain[end : end + REACH]):
        return True
    if back.joint != " ":
        return named and back.joint != "." and len(back.digits) <= 4
    return named or len(parts) == 1 or len(back.digits) > 4


def _is_named_otherwise(plain: str, start: int) -> bool:
    """Whether the word right in front says that it is something else: an order, a case, a QQ number."""
    other = labels.label(NAMED_OTHERWISE, plain, start)
    return other is not None and not WAYS.search(other.string)
