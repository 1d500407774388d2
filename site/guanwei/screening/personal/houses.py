"""How the numbers of an address are written: blocks, units and rooms, groups of a village, numbers of houses."""

import re

ONES = "一二三四五六七八九十百零〇"
COUNT = rf"(?:[0-9]{{1,5}}|[{ONES}]{{1,4}})"
GAP = r"[ \-\u2010-\u2015,、]{0,2}"
BLOCK = rf"(?:[a-z]?[0-9]{{1,4}}[a-z]?|[a-z]|[{ONES}]{{1,4}}|[甲乙丙丁])(?:号楼|栋|幢|座|\#楼?|号公寓)"
UNIT = rf"(?:[0-9]{{1,2}}|[{ONES}]{{1,2}}|[东西南北中甲乙丙丁a-d])(?:单元|门(?![口前牌诊卫面市店框锁]))"
FLOOR = rf"(?:[0-9]{{1,2}}|[{ONES}]{{1,3}})[楼层]"
# A bare number is a room unless something is counted or dated with it.
MEASURES = r"[0-9.年月元人名套间亩平方米㎡m个家万亿吨余多部台辆栋幢度次%/]"
ROOM = (
    rf"(?:[0-9]{{1,4}}[a-z]?(?:室|号房|房(?![屋产间源]))|[{ONES}]{{1,4}}室"
    rf"|[0-9]{{3,4}}(?:号|户(?![居村农业])|(?!{MEASURES}|户)))"
)
# 12号 is a house, or a day, a line, a machine.
NO_HOUSE = (
    "(?!楼|院|线|机|门|令|文|公告|通知|选手|病|车|电梯|井|地块|宗地|库|矿|桩|泵|闸|坝|桥|公路|台|站|窗|柜|岗|仓|铺|商|店"
    "|厂|码|卡|以前|之前|前|至|起|晚|上午|下午)"
)
HOUSE = re.compile(
    rf"(?<![0-9{ONES}a-z])(?:"
    rf"(?P<block>{BLOCK})(?:{GAP}(?P<unit>{UNIT}))?(?:{GAP}{FLOOR})?(?:{GAP}(?P<room>{ROOM}))?"
    rf"|(?P<unit2>{UNIT})(?:{GAP}{FLOOR})?{GAP}(?P<room2>{ROOM})"
    rf"|(?P<compact>[0-9]{{1,3}}-(?:[0-9]{{1,2}}-)?[0-9]{{3,4}}(?:室|(?![0-9\-]|{MEASURES})))"
    rf"|(?P<group>第?{COUNT}(?:村民小组|小组|组|社|队|排)){GAP}第?{COUNT}号{NO_HOUSE}(?:附{COUNT}号|之{COUNT})?"
    rf"|第?(?P<number>{COUNT})号(?:附{COUNT}号|之{COUNT}|-[0-9]{{1,3}}(?![0-9\-]))?{NO_HOUSE}"
    rf"|(?P<room3>[0-9]{{3,4}}室|{FLOOR}{GAP}{ROOM})"
    rf")"
)
# One of these stands in every house, or a digit before one of these marks: 3-501, 5#.
NUMBERED = (
    *(
        f"{number}{kind}"
        for number in "0123456789"
        for kind in ["号", "栋", "幢", "座", "楼", "单元", "门", "室"]
    ),
    *(f"{number}{kind}" for number in ONES for kind in ["号", "栋", "幢", "座", "单元", "门"]),
    *(
        f"{letter}{kind}"
        for letter in "abcdefghijklmnopqrstuvwxyz甲乙丙丁"
        for kind in ["号", "栋", "幢", "座", "单元", "门"]
    ),
    *(f"{side}{kind}" for side in "东西南北中" for kind in ["单元", "门"]),
)
JOINTS = "-#"
LAST_DAY = 31


def room(match: re.Match[str]) -> bool:
    return bool(match["room"] or match["room2"] or match["compact"] or match["room3"])


def has_unit(match: re.Match[str]) -> bool:
    return bool(match["unit"] or match["unit2"])


def is_high(match: re.Match[str]) -> bool:
    """Whether 12号 can't be a day."""
    number = match["number"] or ""
    return number.isdigit() and int(number) > LAST_DAY


def speaks_for_itself(match: re.Match[str]) -> bool:
    """Whether it can be a home without a word that somebody lives there."""
    return room(match) or bool(match["group"]) or is_high(match)
