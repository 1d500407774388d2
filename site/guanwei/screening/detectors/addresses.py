"""Addresses of homes: from the first region or road to the block, the room or the number of the house."""

import re
from collections.abc import Iterator, Sequence

from guanwei.api.screenings import FindingType
from guanwei.screening.engine.hits import About, Hit
from guanwei.screening.engine.reading import Reading
from guanwei.screening.personal import houses, offices, places, residents

TYPE = FindingType.HOME_ADDRESS
DIGITS = 0
WORDS = """
    单元 号楼 号院 小区 花园 花苑 公寓 家属院 家属楼 家属区 新村 家园 嘉园 佳园 宿舍 门牌 村民小组 名都 华庭 安置房
    公租房 廉租房 家住 现住 居住 住址 住所 户籍 家庭地址 租住 暂住 借住 住在 老家 出租屋 栋 幢 苑
"""
# Every address that is found has one of these, or begins behind one.
ANCHORS: tuple[str, ...] = (
    *WORDS.split(),
    *(f"{kind}{digit}" for kind in "组社队村路街巷弄道" for digit in "123456789"),
    *(f"{kind}{digit}" for kind in "组社队" for digit in "一二三四五六七八九十"),
)
BEFORE, BEHIND = 60, 40
"""Characters around an anchor within which an address may have its numbers."""

# A word for homes without a number near it is no address.
NEAR, NEAR_MARKS, REACH = houses.NUMBERED, houses.JOINTS, BEFORE + 20


def find(reading: Reading, anchors: Sequence[int], about: About) -> Iterator[Hit]:
    """Homes only: a village is no house, and an office's address is for everybody to know."""
    start, end = -1, -1
    for begins, match in _homes(reading.plain, anchors):
        if begins >= end:
            if end >= 0:
                yield Hit(TYPE, start, end)
            start = places.first_region(reading.plain, begins, match.start())
        end = match.end()
    if end >= 0:
        yield Hit(TYPE, start, end)


def _homes(plain: str, anchors: Sequence[int]) -> Iterator[tuple[int, re.Match[str]]]:
    """The numbers that make an address one of a home, each with where that address begins."""
    complete = 0
    for first, last in _around(anchors, len(plain)):
        lived = residents.LIVED.search(plain, max(0, first - BEFORE), last + BEHIND)
        for match in houses.HOUSE.finditer(plain, first, last):
            if not (lived or houses.speaks_for_itself(match)):
                continue
            begins = places.beginning(plain, match.start(), complete)
            if _is_home(plain, begins, match):
                yield begins, match
                # Nothing belongs to an address behind its room.
                complete = match.end() if houses.room(match) else complete


def _around(anchors: Sequence[int], length: int) -> Iterator[tuple[int, int]]:
    """The text around the anchors, each part once."""
    first = last = 0
    for anchor in anchors:
        if anchor - BEFORE > last:
            yield first, last
            first = anchor - BEFORE
        last = min(length, anchor + BEHIND)
    yield first, last


def _is_home(plain: str, begins: int, match: re.Match[str]) -> bool:
    front = plain[begins : match.start()]
    if not front and not (match["block"] and match["unit"]):
        return False
    if residents.is_masked(plain, begins, match.start(), match.end()):
        return False
    if residents.has_resident(plain, begins, match.end()):
        return not offices.names_office(front) or houses.has_unit(match)
    return _is_dwelling(front, match) and not offices.is_office(plain, begins, match.end())


def _is_dwelling(front: str, match: re.Match[str]) -> bool:
    """Whether the address itself is one of a home: it has a unit and a room, a compound, a group of a village."""
    compound = places.is_compound(front)
    if compound is False or offices.names_office(front):
        return False
    if houses.room(match):
        named = (
            compound or places.LANE.search(front) or (match["block"] and places.COMPOUND_NAME.search(front))
        )
        return bool(named or houses.has_unit(match))
    if match["group"]:
        return bool(compound or places.VILLAGE.search(front))
    return houses.is_high(match) and bool(places.NUMBERED_VILLAGE.search(front))
