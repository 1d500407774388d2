"""What a part says apart from its layout: two that differ in bold, lists, paragraphs or blanks alone say the same.

Anything else counts: letters, signs, captions, pictures, attachments and their places in the text, and where a
link leads. Marks that change what a reader understands (struck out, raised, whatever is unknown) are no layout.
"""

import re
from html.parser import HTMLParser
from typing import Any

# Rich text that Wagtail stores: what emphasises or divides.
EMPHASIS = frozenset({"b", "strong", "i", "em"})
DIVIDING = frozenset({"p", "br", "ul", "ol", "li", "h1", "h2", "h3", "h4", "h5", "h6", "hr"})
# A blank between two of these parts words or numbers; beside Chinese it only makes room.
BETWEEN_WORDS = re.compile(r"(?<=[!-~])\s+(?=[!-~])")
BLANKS = re.compile(r"(?<![!-~])\s+|\s+(?![!-~])")


def words_of(part: dict[str, Any]) -> dict[str, Any]:
    """The content of a part, with its body and text by their words."""
    said = dict(part)
    if isinstance(part.get("body"), list):
        said["body"] = _of_blocks(part["body"])
    if isinstance(part.get("text"), str):
        said["text"] = _squeezed(part["text"])
    return said


def _of_blocks(blocks: list[Any]) -> list[Any]:
    found: list[Any] = []
    for block in blocks:
        kind, value = block.get("type"), block.get("value")
        if kind == "paragraph" and isinstance(value, str):
            found += ["\n", *_of_rich_text(value), "\n"]
        elif kind == "heading" and isinstance(value, str):
            found += ["\n", value, "\n"]
        else:
            found.append(block)
    return _joined(found)


def _joined(found: list[Any]) -> list[Any]:
    """Neighbouring texts as one, wherever a block or a mark of emphasis divided them."""
    said: list[Any] = []
    for each in found:
        if isinstance(each, str) and said and isinstance(said[-1], str):
            said[-1] += each
        else:
            said.append(each)
    squeezed = (_squeezed(each) if isinstance(each, str) else each for each in said)
    return [each for each in squeezed if each != ""]


def _squeezed(text: str) -> str:
    return BLANKS.sub("", BETWEEN_WORDS.sub(" ", text.strip()))


def _of_rich_text(html: str) -> list[Any]:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.found


class _Reader(HTMLParser):
    """Texts as they come, and each tag that is no layout with all that it says."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[Any] = []

    def handle_data(self, data: str) -> None:
        self.found.append(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._mark(tag, sorted((name, value or "") for name, value in attrs))

    def handle_endtag(self, tag: str) -> None:
        self._mark(tag, "end")

    def handle_comment(self, data: str) -> None:
        self.found.append(["comment", data])

    def _mark(self, tag: str, said: Any) -> None:
        if tag in DIVIDING:
            self.found.append("\n")
        elif tag not in EMPHASIS:
            self.found.append([tag, said])
