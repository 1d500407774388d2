"""Plain text of an article's body."""

import re
from html import unescape
from typing import Any

TAG = re.compile(r"<[^>]+>")
BREAK = re.compile(r"</(?:p|li|h\d)>|<br\s*/?>")


def plain_text(html: str) -> str:
    """The words of a rich text, one paragraph a line."""
    return unescape(TAG.sub("", BREAK.sub("\n", html))).strip()


def block_text(kind: str, value: Any) -> str:
    """The words of one block."""
    if kind == "paragraph":
        return plain_text(getattr(value, "source", str(value)))
    if kind == "picture":
        return str(value.get("caption") or "")
    if kind == "video":
        return str(value.get("title") or "")
    if kind == "account_posts":
        return ""
    if kind == "attachment":
        return str(value.title if value else "")
    return str(value)


def body_text(body: Any) -> str:
    """The words of a whole body."""
    return "\n".join(filter(None, (block_text(block.block_type, block.value) for block in body)))
