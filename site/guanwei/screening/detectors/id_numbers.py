"""Numbers of identity cards (GB 11643): 18 characters with a check character, or 15 digits from before 1999."""

import re
from collections.abc import Iterator, Sequence

from guanwei.api.screenings import FindingType
from guanwei.screening.engine.hits import About, Hit
from guanwei.screening.engine.reading import Reading
from guanwei.screening.personal import checksums, nearby
from guanwei.screening.personal.numbers import Number, numbers

TYPE = FindingType.ID_NUMBER
ANCHORS: tuple[str, ...] = ()
DIGITS = 15

LENGTHS = frozenset({15, 18})
NAMED = re.compile(r"身份证|身份号|身份证件|证件号|公民身份|居住证|身份代码|社会保障号|户口本|sfz|\bid(?:card|no|number|\b)")
NAMED_OTHERWISE = re.compile(
    r"信用代码|机构代码|纳税人|税号|订单|运单|快递|流水|工单|受理|案件|案号|警情|条码|条形码|项目|许可|备案|批准|文号"
    r"|合同|发票|序列号|设备|imei|卡号|账号|账户|帐号|档案|业务|缴费|编号|单号|代码|编码"
)
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
    named, otherwise = _last(NAMED, front), _last(NAMED_OTHERWISE, front)
    # 身份证件编号 names an id number: the general word goes with the one before it.
    if otherwise > named + 8 or (named < 0 <= otherwise):
        return False if _is_next_to(front, otherwise) else None
    if named >= 0 or NAMED.search(nearby.behind(plain, end)):
        return True
    return None


def _last(pattern: re.Pattern[str], window: str) -> int:
    """Where the last match begins; -1 without one."""
    return max((match.start() for match in pattern.finditer(window)), default=-1)


def _is_next_to(front: str, at: int) -> bool:
    """Whether the word at ``at`` names what follows the window: no digits, no comma in between."""
    return not re.search(r"[0-9,、]", front[at:])
