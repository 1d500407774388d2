"""What a text says around an address: that somebody lives there, or that a mask hides where."""

import re

from guanwei.screening.personal.offices import is_seat
from guanwei.screening.personal.places import COMPOUND_WORDS

# What says that somebody lives there, right in front or right behind.
HOME = re.compile(
    r"(?:家住|现住|居住|住址|住所|户籍|户口|家庭(?:地址|住址)|租住|暂住|借住|常住|住在|住于|原住|入住|独居|同住|家在|家位|老家|籍贯|出租屋|租房"
    r"|房屋(?:坐落|地址)|房产(?:坐落|地址)|不动产坐落|(?:^|[,;\s()族岁生人])住)"
    r"(?:详细|目前|现|所在)?[地址所处为是在于落即位:\s(]{0,6}$"
)
# Without any of these in a text nobody is said to live anywhere.
LIVED = re.compile(r"[住籍]|户口|家[中里在位庭]|[老自]家|租房|坐落|出租屋|房屋地址|房产地址")
HOME_BEHIND = re.compile(r"的?(?:家中|家里|自家|住处|住所|租住处|暂住处|出租屋|住宅内)")
MASK = "某x*\u00d7\u25cf\u25a0\u25cb\u25a1#_"
# A name that a mask has taken: what is left of it begins with its kind.
MASKED_NAME = re.compile(rf"号?楼|号院|栋|幢|单元|号|[村庄组社队]|路|街|大道|巷|{COMPOUND_WORDS}")
MASKED_ROOM = re.compile(rf"[0-9]{{0,4}}[{re.escape(MASK)}]")


def has_resident(plain: str, begins: int, end: int) -> bool:
    """Whether the text says that somebody lives there. A company has a 住所 as well."""
    if HOME_BEHIND.match(plain, end):
        return True
    ahead = plain[max(0, begins - 16) : begins]
    return bool(HOME.search(ahead)) and not is_seat(plain, begins)


def is_masked(plain: str, begins: int, house: int, end: int) -> bool:
    """某小区, X号楼, 3号楼**室: the name or the room is hidden."""
    if MASKED_ROOM.match(plain, end):
        return True
    if not begins or plain[begins - 1] not in MASK:
        return False
    return begins == house or bool(MASKED_NAME.match(plain, begins))
