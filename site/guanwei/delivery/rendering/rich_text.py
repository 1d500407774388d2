"""Rich text of the editor, written anew from an allow-list: what isn't named here can't come out.

Links can't leave WeChat, so each becomes a numbered footnote. Lists keep one level.
"""

from collections.abc import Iterable
from typing import Any
from urllib.parse import urlsplit

from bs4 import NavigableString, Tag

from guanwei.delivery.rendering.markup import tag, words
from guanwei.delivery.rendering.parsing import parsed
from guanwei.delivery.rendering.words import clean

DROPPED = frozenset(
    [
        "script",
        "style",
        "noscript",
        "iframe",
        "object",
        "embed",
        "svg",
        "math",
        "template",
        "textarea",
        "title",
        "head",
        "link",
        "meta",
        "form",
        "input",
        "button",
        "select",
        "audio",
        "video",
        "canvas",
        "base",
        "frame",
        "frameset",
        "applet",
        "xmp",
        "plaintext",
    ]
)
INLINE = {"b": "strong", "strong": "strong", "i": "em", "em": "em", "sup": "sup"}
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
BLOCKS = frozenset({"p", "div", "section", "figure", "blockquote", "ul", "ol", "table"}) | HEADINGS
# Nobody nests deeper by hand; a machine's nesting must not exhaust the stack.
DEEPEST = 30


class RichText:
    """One text being written. ``footnotes`` grows by ``{"address": …}`` or ``{"page": id}``."""

    def __init__(self, footnotes: list[dict[str, Any]]) -> None:
        self.footnotes = footnotes

    def html(self, source: str) -> str:
        """The markup for ``source``, the editor's HTML as stored."""
        return self._blocks(parsed(clean(source)).children, 0)

    def _blocks(self, nodes: Iterable[Any], depth: int) -> str:
        written, loose = [], ""
        for node in nodes:
            if isinstance(node, Tag) and node.name in BLOCKS:
                written.append(self._wrapped(loose))
                loose = ""
                written.append(self._block(node, depth + 1))
            else:
                loose += self._inline_node(node, depth + 1)
        return "".join(written) + self._wrapped(loose)

    @staticmethod
    def _wrapped(inner: str) -> str:
        return tag("p", inner.strip(), "p") if inner.strip() else ""

    def _block(self, node: Tag, depth: int) -> str:
        if depth > DEEPEST:
            return self._wrapped(words(_text(node)))
        if node.name in ("ul", "ol"):
            return tag(node.name, self._items(node, depth), node.name)
        if node.name in HEADINGS:
            return tag(node.name, self._inline(node, depth), "h")
        if node.name == "table":
            return tag("table", tag("tbody", self._rows(node, depth)), "table")
        if node.name == "blockquote":
            return tag("blockquote", self._blocks(node.children, depth), "blockquote")
        return self._blocks(node.children, depth)

    def _items(self, node: Tag, depth: int) -> str:
        """List items; those of an inner list follow their parent's at the same level."""
        written = ""
        for item in node.find_all("li", recursive=False):
            own = [each for each in item.children if getattr(each, "name", None) not in ("ul", "ol")]
            written += tag("li", "".join(self._inline_node(each, depth + 1) for each in own), "li")
            for inner in item.find_all(["ul", "ol"], recursive=False):
                written += self._items(inner, depth + 1) if depth < DEEPEST else words(_text(inner))
        return written

    def _rows(self, node: Tag, depth: int) -> str:
        written = ""
        for row in node.find_all("tr"):
            cells = row.find_all(["td", "th"], recursive=False)
            written += tag("tr", "".join(self._cell(cell, depth) for cell in cells))
        return written

    def _cell(self, cell: Tag, depth: int) -> str:
        spans = {
            name: str(cell[name]) for name in ("colspan", "rowspan") if _small_number(str(cell.get(name, "")))
        }
        return tag(cell.name, self._inline(cell, depth), cell.name, **spans)

    def _inline(self, node: Tag, depth: int) -> str:
        return "".join(self._inline_node(each, depth + 1) for each in node.children).strip()

    def _inline_node(self, node: Any, depth: int) -> str:
        if not isinstance(node, Tag):
            # Comments, declarations and CDATA are kinds of NavigableString too.
            return words(str(node)) if type(node) is NavigableString else ""
        if node.name in DROPPED:
            return ""
        if depth > DEEPEST:
            return words(_text(node))
        if node.name == "br":
            return "<br>"
        if node.name == "a":
            return self._link(node, depth)
        inner = "".join(self._inline_node(each, depth + 1) for each in node.children)
        if node.name in INLINE:
            return tag(INLINE[node.name], inner) if inner else ""
        return f"{inner}<br>" if node.name in BLOCKS else inner

    def _link(self, node: Tag, depth: int) -> str:
        inner = "".join(self._inline_node(each, depth + 1) for each in node.children)
        target = _target(node)
        if target is None:
            return inner
        if target not in self.footnotes:
            self.footnotes.append(target)
        return inner + tag("sup", f"[{self.footnotes.index(target) + 1}]")


def _target(node: Tag) -> dict[str, Any] | None:
    """Where a link leads: a page of the portal by id, or a web address. Anything else leads nowhere."""
    if node.get("linktype") == "page" and str(node.get("id", "")).isdecimal():
        return {"page": int(str(node["id"]))}
    address = clean(str(node.get("href", ""))).strip()
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    if parts.scheme in ("http", "https") and parts.hostname and len(address) <= 1000:
        return {"address": "".join(address.split())}
    return None


def _text(node: Tag) -> str:
    """The words below a node, without those of dropped elements."""
    return "".join(
        str(each)
        for each in node.descendants
        if type(each) is NavigableString and getattr(each.parent, "name", "") not in DROPPED
    )


def _small_number(text: str) -> bool:
    return text.isascii() and text.isdecimal() and 1 <= len(text) <= 2
