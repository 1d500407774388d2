"""From a printed locator (第十一条第二款, 二(一)3, 附件1, 第二章首条) to the words that it cites."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from guanwei.regulations.passages import Block, Passage
from guanwei.regulations.splitting.numerals import NUMERAL, number_of

# What we add to a locator whose label the print lost.
ADDED = re.compile(r"[（(]原文[^）)]*[）)]")
# What stands on the page of a published regulation beside its articles.
NAMES = ("导语", "抬头", "落款", "文号", "印发通知", "附件目录", "网页附栏")
ANNEX = re.compile(r"^附件(\d{0,2})")
IN_CHAPTER = re.compile(rf"^(?:第({NUMERAL})章|正文)(?:(首|末)条|第({NUMERAL})条)")
ARTICLE = re.compile(rf"^第({NUMERAL}|\d{{1,3}})条")
PART = re.compile(rf"^(?:第({NUMERAL})部分|({NUMERAL})(?![\u4e00-\u9fff]))、?")
TAIL = (
    ("款", re.compile(rf"^第({NUMERAL}|\d+)款|^(首|末)款")),
    ("句", re.compile(rf"^第({NUMERAL}|\d+)句|^(首|末)句")),
    ("是", re.compile(rf"^[(（]?({NUMERAL})是[)）]?")),
    ("项", re.compile(rf"^第({NUMERAL}|\d+)项|^[(（]({NUMERAL}|\d{{1,2}})[)）]|^、?(\d{{1,2}})[)）]?")),
)
LAST = -1
HEADING = 20
"""An article's first paragraph up to this length, without a stop, is its heading and no 款."""


@dataclass(frozen=True, slots=True)
class Locator:
    """``base`` is a passage's key or a place in a chapter; ``tail`` leads on inside it: ("款", 2), ("项", 3)."""

    base: str
    tail: tuple[tuple[str, int], ...] = ()
    whole: bool = True
    """Whether all of what was printed could be read."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A passage with the words that were cited: ``cited`` are places of blocks with a span of each.

    ``exact`` is False where the locator goes on below what could be found.
    """

    passage: Passage
    cited: tuple[tuple[int, int, int], ...]
    exact: bool


def read_locator(article: str) -> Locator | None:
    """None for what is no locator that we know."""
    rest = ADDED.sub("", article).strip().removeprefix("通知").strip()
    for name in NAMES:
        if rest.startswith(name):
            return _with_tail(name, rest[len(name) :])
    for pattern in (ANNEX, IN_CHAPTER, ARTICLE, PART):
        if found := pattern.match(rest):
            return _with_tail(_base(pattern, found), rest[found.end() :])
    return None


def _base(pattern: re.Pattern[str], found: re.Match[str]) -> str:
    if pattern is ANNEX:
        return f"附件{found.group(1)}"
    if pattern is ARTICLE:
        return f"条{number_of(found.group(1))}"
    if pattern is PART:
        return f"部{number_of(found.group(1) or found.group(2))}"
    nth = {"首": 1, "末": LAST}.get(found.group(2) or "") or number_of(found.group(3))
    return f"章{number_of(found.group(1) or '0')}.{nth}"


def _with_tail(base: str, rest: str) -> Locator:
    tail: list[tuple[str, int]] = []
    while rest := rest.strip(" 、"):
        for kind, pattern in TAIL:
            if found := pattern.match(rest):
                said = next(each for each in found.groups() if each)
                tail.append((kind, {"首": 1, "末": LAST}.get(said) or number_of(said)))
                rest = rest[found.end() :]
                break
        else:
            return Locator(base, tuple(tail), whole=False)
    return Locator(base, tuple(tail))


def open_at(passages: Sequence[Passage], document: str, article: str, fragment: str = "") -> Opened | None:
    """The passage of ``document`` that ``article`` cites, with the cited words.

    ``fragment`` are words of the original by which a passage without label is found: they go before the place.
    """
    locator = read_locator(article)
    if locator is None:
        return None
    own = [each for each in passages if each.document == document]
    passage, tail = _passage(own, locator)
    if fragment and (passage is None or fragment not in passage.text):
        passage = next((each for each in own if fragment in each.text), None)
    if passage is None:
        return None
    cited = _inside(passage, tail)
    exact = cited is not None and locator.whole
    return Opened(passage, cited if cited is not None else _all(passage), exact)


def _passage(own: list[Passage], locator: Locator) -> tuple[Passage | None, tuple[tuple[str, int], ...]]:
    """The passage, and what of the tail is left to follow inside it."""
    if locator.base.startswith("章"):
        return _in_chapter(own, locator.base), locator.tail
    keys = {each.key: each for each in own}
    base, at = locator.base, 0
    if base.startswith("部"):
        # Items of a part are passages of their own as deep as the notice has them.
        while at < len(locator.tail) and locator.tail[at][0] == "项":
            deeper = f"{base}.{locator.tail[at][1]}"
            if deeper not in keys:
                break
            base, at = deeper, at + 1
    return keys.get(base), locator.tail[at:]


def _in_chapter(own: list[Passage], base: str) -> Passage | None:
    chapter, nth = (int(each) for each in base[1:].split("."))
    inside = [each for each in own if each.chapter == chapter and each.nth]
    if nth == LAST:
        return inside[-1] if inside else None
    printed = next((each for each in inside if each.key == f"条{nth}"), None)
    return printed or next((each for each in inside if each.nth == nth), None)


def _all(passage: Passage) -> tuple[tuple[int, int, int], ...]:
    return tuple((at, 0, len(each.text)) for at, each in enumerate(passage.blocks))


def _inside(passage: Passage, tail: tuple[tuple[str, int], ...]) -> tuple[tuple[int, int, int], ...] | None:
    """Follow the tail; None where a step isn't found."""
    spans = _all(passage)
    for kind, number in tail:
        found = _step(passage.blocks, spans, kind, number)
        if not found:
            return None
        spans = found
    return spans


def _step(
    blocks: tuple[Block, ...], spans: tuple[tuple[int, int, int], ...], kind: str, number: int
) -> tuple[tuple[int, int, int], ...]:
    if kind == "款":
        return _paragraph(blocks, spans, number)
    if kind == "项":
        return tuple(each for each in spans if _item_number(blocks[each[0]]) == number)[:1]
    pieces = [piece for span in spans for piece in _pieces(blocks[span[0]].text, span, kind)]
    if kind == "是":
        pieces = [each for each in pieces if _says(blocks, each, number)]
        return tuple(pieces[:1])
    at = number - 1 if number != LAST else LAST
    return tuple(pieces[at : at + 1 or None]) if -len(pieces) <= at < len(pieces) else ()


def _paragraph(
    blocks: tuple[Block, ...], spans: tuple[tuple[int, int, int], ...], number: int
) -> tuple[tuple[int, int, int], ...]:
    """A 款 with the items that follow it."""
    starts = [at for at, span in enumerate(spans) if not blocks[span[0]].label]
    if len(starts) > 1 and starts[0] == 0 and _is_heading(blocks[spans[0][0]].text):
        starts = starts[1:]
    wanted = len(starts) if number == LAST else number
    if not 0 < wanted <= len(starts):
        return ()
    end = starts[wanted] if wanted < len(starts) else len(spans)
    return spans[starts[wanted - 1] : end]


def _is_heading(text: str) -> bool:
    return len(text) <= HEADING and text[-1:] not in "。；;：:"


def _item_number(block: Block) -> int:
    found = re.search(rf"{NUMERAL}|\d+", block.label)
    return number_of(found.group()) if found else 0


def _pieces(text: str, span: tuple[int, int, int], kind: str) -> list[tuple[int, int, int]]:
    """Sentences, or what stands from 一是 to 二是."""
    block, first, end = span
    cut = rf"(?<=[。；;，,])(?={NUMERAL}是)" if kind == "是" else r"(?<=[。！？])"
    places = [first, *(first + each.start() for each in re.finditer(cut, text[first:end])), end]
    return [(block, a, b) for a, b in pairwise(places) if text[a:b].strip()]


def _says(blocks: tuple[Block, ...], piece: tuple[int, int, int], number: int) -> bool:
    found = re.match(rf"({NUMERAL})是", blocks[piece[0]].text[piece[1] : piece[2]])
    return bool(found) and number_of(found.group(1)) == number
