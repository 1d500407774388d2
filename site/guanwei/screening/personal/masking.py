"""Makes the copy that may go out: numbers, addresses and names of persons, masked as public notices do it."""

import re
from collections.abc import Iterable, Iterator

from guanwei.api.screenings import FindingType
from guanwei.screening.engine.hits import Hit
from guanwei.screening.engine.reading import read
from guanwei.screening.personal.places import HAN, PROVINCE

MARK = "*"
# How many digits stay at both ends, of the last so many. An id number's middle is the birthday and the order.
SHOWN: dict[FindingType, tuple[int, int, int]] = {
    FindingType.ID_NUMBER: (6, 4, 18),
    FindingType.MOBILE: (3, 4, 11),
    FindingType.BANK_CARD: (0, 4, 19),
}
OLD_ID = 15
DIGIT = re.compile(r"[0-9x\u00d7\u0445]")
HIDDEN = "***"
"""Stands for the rest of an address, whatever its length."""
NO_REGION = "小社园校院片住宅活属"
REGION = (
    rf"[{HAN}\u00b7]{{1,10}}?"
    rf"(?:省|自治[区州县]|行政区|市|州|盟|地区|县|旗|镇|乡|街道(?:办事处)?|(?<![{NO_REGION}])区)"
)
ROAD = rf"[{HAN}]{{1,8}}?(?:路|街(?!道)|大道|巷|弄|胡同)(?:[东西南北中]段?)?"
# As far as the township or the road.
SHOWN_ADDRESS = re.compile(rf"(?:(?:{PROVINCE.pattern}|{REGION}) ?)*(?:{ROAD})?")

BLANK = r"[ \u3000\u00a0]?"
TWO = """
    欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 司徒 长孙 宇文 夏侯 端木 独孤 南宫 闻人 申屠 轩辕 赫连 澹台
    呼延 万俟
"""
COMPOUND_SURNAMES = frozenset(TWO.split())


def masked(text: str, hits: Iterable[Hit]) -> str:
    """``text`` with what tells of one person hidden, every other character as it was.

    Of a number each hidden digit becomes one ``*``: its length and its separators stay. Of an address the
    regions down to the township and the road stay, and ``***`` stands for all the rest.
    """
    written = list(text)
    found = list(hits)
    for hit in found:
        for place in _hidden_digits(text, hit):
            written[place] = MARK
    for hit in found:
        if hit.type is FindingType.HOME_ADDRESS:
            begin = hit.start + _shown_of_address(text[hit.start : hit.end])
            written[begin : hit.end] = [HIDDEN, *[""] * (hit.end - begin - 1)]
    return "".join(written)


def _hidden_digits(text: str, hit: Hit) -> list[int]:
    if hit.type not in SHOWN:
        return []
    first, last, length = SHOWN[hit.type]
    plain = read(text[hit.start : hit.end]).plain
    digits = [hit.start + match.start() for match in DIGIT.finditer(plain)][-length:]
    last = last - 1 if hit.type is FindingType.ID_NUMBER and len(digits) == OLD_ID else last
    return digits[first : max(first, len(digits) - last)]


def _shown_of_address(address: str) -> int:
    """How many characters stay."""
    shown = SHOWN_ADDRESS.match(read(address).plain)
    return len(shown[0].rstrip()) if shown and shown.end() < len(address) else 0


def masked_names(text: str, names: Iterable[str]) -> str:
    """``text`` with the given names of these people hidden: 张三 becomes 张*, 欧阳修远 becomes 欧阳**.

    A blank between the characters, as tables have it (张 三), stays. Whether a name is one is the caller's
    word: 王伟 is hidden in 王伟大 as well.
    """
    known = sorted({name.strip() for name in names if len(name.strip()) > 1}, key=len, reverse=True)
    if not known:
        return text
    pattern = re.compile("|".join(BLANK.join(map(re.escape, name)) for name in known))
    return pattern.sub(lambda found: "".join(_hidden_name(found[0])), text)


def _hidden_name(written: str) -> Iterator[str]:
    letters = re.sub(BLANK, "", written)
    shown = 2 if letters[:2] in COMPOUND_SURNAMES and len(letters) > 2 else 1
    for letter in written:
        if letter in " \u3000\u00a0·":
            yield letter
            continue
        yield letter if shown > 0 else MARK
        shown -= 1
