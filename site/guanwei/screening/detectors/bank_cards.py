"""Numbers of bank cards (ISO/IEC 7812): 16 to 19 digits whose last one checks the others."""

import re
from collections.abc import Iterator, Sequence

from guanwei.api.screenings import FindingType
from guanwei.screening.engine.hits import About, Hit
from guanwei.screening.engine.reading import Reading
from guanwei.screening.personal import checksums, labels, nearby
from guanwei.screening.personal.numbers import Number, numbers

TYPE = FindingType.BANK_CARD
ANCHORS: tuple[str, ...] = ()
DIGITS = 16

LENGTHS = frozenset({16, 17, 18, 19})
# UnionPay, and what the Industrial and Commercial Bank gave out before; then Visa, Mastercard, JCB, of 16 digits.
ISSUERS = re.compile(r"62|9558|(?:4|5[1-5]|35(?:2[89]|[3-8]))(?=[0-9]*$)(?=.{12,15}$)")
NAMED = re.compile(
    r"银行卡|储蓄卡|信用卡|借记卡|贷记卡|工资卡|银联|卡号|账号|帐号|账户|帐户|开户|存折|一卡通|社保卡|打款|汇款|转账|转帐"
    r"|收款|汇入|转入|支付宝|农行|建行|工行|中行|交行|邮储|农商|信用社|农业银行|建设银行|工商银行|中国银行|储蓄银行"
)
NAMED_OTHERWISE = labels.other_number(
    *(
        "就诊卡",
        "公交卡",
        "会员卡",
        "加油卡",
        "校园卡",
        "图书卡",
        "充值卡",
        "购物卡",
        "物联网卡",
        "etc",
        "ic卡",
        "身份证",
    )
)
OFFICE = (
    r"局|厅|委|委员会|政府|中心|公司|学校|中学|小学|大学|学院|幼儿园|医院|卫生院|总会|协会|学会|基金会|工会|红十字会"
    r"|合作社|村委会|居委会|办公室|办事处|管理处|管理所|服务站|支队|大队|法院|检察院|财政所|研究所|研究院|集团"
)
# An office's account is in public: it is where people pay to.
PUBLIC = re.compile(
    r"对公|非税|财政专户|专户|缴款|罚没|国库|公共账户|单位账户|基本账户|基本户|捐赠账|捐款账|募捐|慈善|党费专|工会经费"
    rf"|(?:户名|账户名|帐户名|户主单位|收款单位|收款人|单位名称|开户名)[称]?\s?:?\s?[^\s,。;:]{{0,24}}(?:{OFFICE})(?![\u4e00-\u9fff])"
)
DATED = re.compile(r"(?=(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01]))")


def find(reading: Reading, anchors: Sequence[int], about: About) -> Iterator[Hit]:
    """Cards, and accounts of persons that have a card's number; not the accounts to which the public pays."""
    end = 0
    for number in numbers(reading, LENGTHS, least=4):
        if number.start >= end and _is_card(reading.plain, number):
            end = number.end
            yield Hit(TYPE, number.start, end)


def _is_card(plain: str, number: Number) -> bool:
    digits = number.digits
    if not digits.isdigit() or not checksums.is_luhn(digits) or len(set(digits)) < 2 or is_person(digits):
        return False
    if not _stands_alone(plain, number):
        return False
    if labels.label(NAMED_OTHERWISE, plain, number.start):
        return False
    front = nearby.before(plain, number.start, 40)
    named = NAMED.search(front + " " + nearby.behind(plain, number.end, 16))
    if not named and (number.is_loose or not _is_issued(digits)):
        return False
    return not _is_public(plain, number)


def is_person(digits: str) -> bool:
    """An id number happens to be a card's number as well, once in ten."""
    return (
        len(digits) == 18
        and checksums.is_region(digits)
        and checksums.is_birthday(digits[6:14])
        and checksums.check_character(digits[:17]) == digits[17]
    )


def _is_issued(digits: str) -> bool:
    """Whether it begins like a card. Codes of cases and projects hold a date, cards only by chance."""
    return bool(ISSUERS.match(digits)) and not DATED.search(digits)


def _stands_alone(plain: str, number: Number) -> bool:
    """Whether it is all of a number: no more digits, no letters, no mask."""
    front, back = nearby.neighbour_before(plain, number.start), nearby.neighbour_behind(plain, number.end)
    for one in (front, back):
        if one is not None and (one.joint != " " or (len(number.parts) > 1 and len(one.digits) < 5)):
            return False
    return not (
        nearby.touches_letters(plain, number.start, number.end)
        or nearby.is_masked(plain, number.start, number.end)
        or nearby.is_amount(plain, number.start, number.end)
        or nearby.in_web_address(plain, number.start)
    )


def _is_public(plain: str, number: Number) -> bool:
    """Payment particulars stand on several lines: name, bank, account."""
    front = nearby.before(plain, number.start, 90, ends="。!?")
    back = plain[number.end : number.end + 50].split("。")[0]
    return bool(PUBLIC.search(front) or PUBLIC.search(back))
