"""Leaders named out of the order of precedence, or with an office that is another's.

The order counts in a list of names, with offices between them or without; who does what in a sentence has its own.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from guanwei.api.screenings import FindingType
from guanwei.screening.engine.clauses import BLANKS, SENTENCE_ENDS, end_of, spaced
from guanwei.screening.engine.hits import About, Hit, Leader
from guanwei.screening.engine.reading import Reading, read

TYPE = FindingType.LEADER_ORDER
ANCHORS: tuple[str, ...] = ()
DIGITS = 0

# Names in a list have nothing between them but a separator, words that address, and offices.
ADDRESS = "(?:同志|先生|女士|等)?"
UNIT = "[\u4e00-\u9fff]{0,14}?"
OFFICE = (
    "(?:书记|县长|市长|区长|省长|州长|旗长|镇长|乡长|主任|主席|局长|部长|院长|检察长|常委|秘书长|组长|委员|"
    "厅长|处长|科长|政委|大队长|支队长|总队长|队长|"
    "代表|成员|负责人|调研员|巡视员|领导|干部|总经理|董事长|校长|主编|社长|会长|理事长|所长|站长|专员)"
)
TITLES = f"(?:{UNIT}{OFFICE}(?:[、，,\\s]{{0,2}}{UNIT}{OFFICE}){{0,4}})?"
LISTED = re.compile(
    f"{ADDRESS}(?:[(（][^()（）]{{1,24}}[)）])?[ \t]*(?:[、，,/|]|[ \t\n]|和|及|与|以及|暨|同){{1,3}}[ "
    f"\t]*{TITLES}[ \t]*"
)
UNORDERED = re.compile("不分先后|姓氏笔画|姓氏笔划|音序|按姓氏|以姓氏|按到会|按发言|按抽签|随机")
# These make another office of the one behind them.
OTHER = re.compile("(?:副|原|前|时任|代|代理|拟任|候任|候选|常务|助理|历任|曾任|老)$")
SMALLER = re.compile("[镇乡村局校院办社园街组厂司部站]$|街道$|社区$|支部$|学校$|党组$|党总支$")
FAR = 60
SEATS = ("常委", "委员", "成员")


@dataclass(frozen=True, slots=True)
class _Order:
    """Leaders by rank: names and offices as they stand in a folded text."""

    names: tuple[str, ...]
    offices: tuple[frozenset[str], ...]
    any_name: re.Pattern[str]
    any_office: re.Pattern[str] | None


@lru_cache(maxsize=64)
def _order(leaders: tuple[Leader, ...]) -> _Order:
    known = [leader for leader in leaders if len(read(leader.name).bare) > 1]
    names = tuple(read(leader.name).bare for leader in known)
    offices = tuple(frozenset(_each_office(leader)) for leader in known)
    longest = sorted({*names}, key=len, reverse=True)
    titles = sorted({office for held in offices for office in held}, key=len, reverse=True)
    return _Order(
        names,
        offices,
        re.compile("|".join(map(spaced, longest)) or "(?!)"),
        re.compile(f"(?:{'|'.join(map(re.escape, titles))}){ADDRESS}{BLANKS}$") if titles else None,
    )


def _each_office(leader: Leader) -> Iterator[str]:
    """县委副书记、县长 are two offices. A seat that many have tells nobody apart."""
    for office in leader.offices:
        for part in re.split("[、，,;；/\\s]+", office):
            bare = read(part).bare
            if bare and not bare.endswith(SEATS):
                yield bare


@lru_cache(maxsize=1024)
def _rank(order: _Order, written: str) -> int:
    """Of a name as it is written, blanks inside."""
    return order.names.index(read(written).bare)


def find(reading: Reading, _anchors: Sequence[int], about: About) -> Iterable[Hit]:
    """A list out of order from its first to its last name, and an office with the name that it doesn't belong to."""
    if not about.leaders:
        return
    order = _order(about.leaders)
    if any(name in reading.bare for name in order.names):
        hits = [*_out_of_order(reading.plain, order), *_misattributed(reading.plain, order)]
        yield from sorted(hits, key=lambda hit: (hit.start, -hit.end))


def _out_of_order(plain: str, order: _Order) -> Iterator[Hit]:
    for listed in _lists(plain, order):
        ranks = [rank for _start, _end, rank in listed]
        start, end = listed[0][0], listed[-1][1]
        if ranks != sorted(ranks) and not UNORDERED.search(
            plain, end, end_of(plain, end, SENTENCE_ENDS) + FAR
        ):
            right = "、".join(order.names[rank] for rank in sorted(set(ranks)))
            yield Hit(TYPE, start, end, detail=right)


def _lists(plain: str, order: _Order) -> Iterator[list[tuple[int, int, int]]]:
    """Names (start, end, rank) that are listed together."""
    listed: list[tuple[int, int, int]] = []
    for match in order.any_name.finditer(plain):
        if listed and not _follows(plain, listed[-1][1], match.start()):
            yield listed
            listed = []
        listed.append((match.start(), match.end(), _rank(order, match.group())))
    if listed:
        yield listed


def _follows(plain: str, end: int, start: int) -> bool:
    return start - end <= FAR and LISTED.fullmatch(plain, end, start) is not None


def _misattributed(plain: str, order: _Order) -> Iterator[Hit]:
    """The office right before a name, where it is another's and not the person's own."""
    if order.any_office is None:
        return
    for match in order.any_name.finditer(plain):
        rank = _rank(order, match.group())
        before = plain[max(0, match.start() - FAR) : match.start()]
        said = order.any_office.search(before)
        if said is None or not order.offices[rank]:
            continue
        office = next(each for each in _by_length(order) if said.group().startswith(each))
        if not _holds(order, rank, office) and not _another(before[: said.start()]):
            holder = next(each for each, held in enumerate(order.offices) if office in held)
            right = f"{office}：{order.names[holder]}"
            yield Hit(TYPE, match.start() - len(before) + said.start(), match.end(), detail=right)


@lru_cache(maxsize=64)
def _by_length(order: _Order) -> tuple[str, ...]:
    return tuple(sorted({office for held in order.offices for office in held}, key=len, reverse=True))


def _holds(order: _Order, rank: int, office: str) -> bool:
    """A longer form of it, too: 县人民政府县长 is 县长."""
    held = order.offices[rank]
    return any(each.endswith(office) and not OTHER.search(each[: -len(office)]) for each in held)


def _another(before: str) -> bool:
    """原县长, 副县长, and the offices of smaller units are others."""
    return OTHER.search(before) is not None or SMALLER.search(before) is not None
