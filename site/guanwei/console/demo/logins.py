"""The last words on the terminal: the address, and who can sign in."""

import unicodedata
from collections.abc import Sequence

from django.utils.translation import gettext as _

from guanwei.console.demo.people import PASSWORD
from guanwei.console.demo.staff import POSTS

GAP = 2


def wide(text: str) -> int:
    """Columns that ``text`` takes on a terminal: a Chinese character takes two."""
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)


def table(rows: Sequence[Sequence[str]]) -> list[str]:
    """Lines with the columns under each other."""
    widths = [max(map(wide, column)) + GAP for column in zip(*rows, strict=True)]
    return [
        "".join(cell + " " * (width - wide(cell)) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]


def farewell(portal: str) -> str:
    """What the demo prints when all is ready. ``portal`` is its address."""
    heads = (_("谁"), _("用户名"), _("密码"), _("可以试试"))
    rows = [heads, *((post.name, post.username, PASSWORD, post.tries) for post in POSTS)]
    return "\n".join(
        [
            "",
            _("演示县“清河县”已经开门（虚构，所载内容均非真实信息）。"),
            _("门户网站：%(address)s") % {"address": portal},
            _("管理后台：%(address)s") % {"address": f"{portal}admin/"},
            "",
            *table(rows),
            "",
        ]
    )
