"""The columns of a portal as a regulation prints them: the tree, who keeps each, who contributes, how it shows."""

from dataclasses import dataclass
from enum import StrEnum

from guanwei.api.citations import Citation


class Display(StrEnum):
    """在页面显示 or 以下内容在网页链接."""

    PAGE = "page"
    LINK = "link"


@dataclass(frozen=True, slots=True)
class ColumnService:
    """A kind of material that a column offers (便民电话, 表格下载). Several columns may share one.

    ``supplied``: those who contribute hand it in, and the supply list says whose is missing. ``consultation``: it
    is no material but a form by which readers ask whoever leads the column.
    """

    id: str
    label: str
    cites: tuple[Citation, ...]
    supplied: bool = True
    consultation: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A declared column (栏目). Its place among its parent's is its place in the declaration.

    Units are named as printed: an administrator says which unit of the tree each name means. ``lead`` alone
    puts online (``Whose.COLUMN``); ``co_owners`` and ``contributors`` submit; so do units of the kinds in
    ``contributor_kinds``. A column without a lead is its parent's. ``purpose`` is the 栏目主旨. ``staffed_by`` are
    posts that somebody must hold in the leading unit: until then the column isn't opened and takes no item.

    ``closed_tree``: exactly the declared columns stand below it. ``may_close``: it may be taken out of use
    with its history; no declared column can be deleted. ``display_fixed``: the regulation prints how it shows.
    ``services`` are the kinds of material that it offers, ``platform`` says that it links to an account there.
    """

    id: str
    label: str
    slug: str
    cites: tuple[Citation, ...]
    parent: str = ""
    lead: str = ""
    co_owners: tuple[str, ...] = ()
    contributors: tuple[str, ...] = ()
    contributor_kinds: tuple[str, ...] = ()
    purpose: str = ""
    display: Display = Display.PAGE
    display_fixed: bool = True
    closed_tree: bool = False
    may_close: bool = False
    services: tuple[ColumnService, ...] = ()
    platform: str = ""
    staffed_by: tuple[str, ...] = ()
