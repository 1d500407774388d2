"""Word's automatic numbers, written out as they are printed.

Where a paragraph is numbered by its list or its style, the number stands nowhere in the text: an article's
label would be lost.
"""

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from docx.oxml.ns import qn

from guanwei.regulations.splitting.numerals import in_chinese

DECIMAL = frozenset({"decimal", "decimalFullWidth", "decimalEnclosedParen"})
CHINESE = frozenset(
    {"chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCountingThousand"}
)
SILENT = frozenset({"bullet", "none"})


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: how it counts, from where, and how it is printed (``第%1条``)."""

    kind: str
    start: int
    text: str


@dataclass
class Numbers:
    """The document's lists, counted while its paragraphs are read in order."""

    document: Any
    unknown: int = 0
    _counts: dict[str, dict[int, int]] = field(default_factory=lambda: defaultdict(dict))

    def __post_init__(self) -> None:
        self._levels, self._lists = _declared(self.document)
        self._styles = _styled(self.document)

    def label_of(self, paragraph: Any) -> str:
        """The printed number of the paragraph with a blank after it; empty where it has none."""
        place = _place(paragraph) or self._styles.get(_style(paragraph))
        if place is None or place[0] not in self._lists:
            return ""
        abstract, depth = self._lists[place[0]], place[1]
        level = self._levels.get((abstract, depth))
        if level is None or level.kind in SILENT or not level.text:
            return ""
        counts = self._counts[abstract]
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in [each for each in counts if each > depth]:
            del counts[deeper]
        return self._printed(abstract, level)

    def _printed(self, abstract: str, level: Level) -> str:
        shown = re.sub(r"%(\d)", lambda found: self._counted(abstract, int(found[1]) - 1), level.text)
        return "" if "\0" in shown else f"{shown} "

    def _counted(self, abstract: str, depth: int) -> str:
        level = self._levels.get((abstract, depth))
        number = self._counts[abstract].get(depth, level.start if level else 1)
        if level is not None and level.kind in DECIMAL:
            return str(number)
        if level is not None and level.kind in CHINESE and 0 < number < 1000:
            return in_chinese(number)
        self.unknown += 1
        return "\0"


def _declared(document: Any) -> tuple[dict[tuple[str, int], Level], dict[str, str]]:
    """Levels by (list kind, depth), and the kind of each list."""
    part = next(
        (each.target_part for each in document.part.rels.values() if each.reltype.endswith("/numbering")),
        None,
    )
    if part is None:
        return {}, {}
    levels = {
        (kind.get(qn("w:abstractNumId")), int(level.get(qn("w:ilvl"), "0"))): Level(
            _value(level, "w:numFmt", "decimal"),
            int(_value(level, "w:start", "1")),
            _value(level, "w:lvlText", ""),
        )
        for kind in part.element.iter(qn("w:abstractNum"))
        for level in kind.iter(qn("w:lvl"))
    }
    lists = {
        each.get(qn("w:numId")): _value(each, "w:abstractNumId", "")
        for each in part.element.iter(qn("w:num"))
    }
    return levels, lists


def _styled(document: Any) -> dict[str, tuple[str, int]]:
    """Paragraph styles that number by themselves."""
    found = {}
    for style in document.styles.element.iter(qn("w:style")):
        place = _place(style)
        if place is not None:
            found[style.get(qn("w:styleId"))] = place
    return found


def _place(element: Any) -> tuple[str, int] | None:
    """The list and the depth that a paragraph or a style names. List 0 takes a style's number away."""
    properties = element.find(qn("w:pPr"))
    numbered = properties.find(qn("w:numPr")) if properties is not None else None
    if numbered is None:
        return None
    return _value(numbered, "w:numId", "0"), int(_value(numbered, "w:ilvl", "0"))


def _style(paragraph: Any) -> str:
    properties = paragraph.find(qn("w:pPr"))
    return _value(properties, "w:pStyle", "") if properties is not None else ""


def _value(element: Any, name: str, missing: str) -> str:
    found = element.find(qn(name))
    return found.get(qn("w:val"), missing) if found is not None else missing
