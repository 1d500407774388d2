"""A manuscript or a push of the demo as data: what it says, who writes it, what becomes of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from guanwei.console.demo.walking import Walk

Act = Callable[["Walk"], None]


@dataclass(frozen=True, slots=True)
class Piece:
    """``body`` holds paragraphs; one that begins with ``# `` is a heading, with ``! `` a picture's caption.

    ``day`` counts working days back, ``hour`` is HH:MM. ``weibo`` is the text of the Weibo variant and
    ``wechat`` the digest of the WeChat one; without a ``column`` it is a post without a page. Missing
    ``editor``, ``supplier`` and ``chain`` are the desk's own. ``fields`` are further facts, as stored.
    """

    key: str
    desk: str
    title: str
    category: str
    day: int
    hour: str
    column: str = ""
    summary: str = ""
    body: tuple[str, ...] = ()
    weibo: str = ""
    wechat: str = ""
    picture: str = "hall"
    editor: str = ""
    supplier: str = ""
    chain: tuple[str, ...] = ()
    fields: Mapping[str, Any] = field(default_factory=dict)
    fate: tuple[Act, ...] = ()


@dataclass(frozen=True, slots=True)
class PushPiece:
    """Articles of the demo, by their keys, in one send of the desk's WeChat account: 头条 first."""

    key: str
    desk: str
    day: int
    hour: str
    articles: tuple[str, ...]
    editor: str = ""
    chain: tuple[str, ...] = ()
    fate: tuple[Act, ...] = ()
