"""Read a list of words as offices keep it: one word a line, with the right form after a tab."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import islice
from typing import NamedTuple

from guanwei.api.screenings import FindingType
from guanwei.screening.engine.reading import bare_forms
from guanwei.screening.engine.terms import TERM_CHARACTERS, Term

SHORTEST = 2
# A list larger than that is no office's; the rest isn't read.
MOST_TERMS = 200_000
# Examples are enough to mend a list; the rest is counted.
EXAMPLES = 100
EXAMPLE_CHARACTERS = 20
NUL, BOM = "\0", "\ufeff"
# With the blank: "#话题#" is how a post names its subject.
COMMENT = "# "


class Why(StrEnum):
    """Why a line is left out."""

    TOO_LONG = "too_long"
    TOO_SHORT = "too_short"
    TWICE = "twice"
    UNREADABLE = "unreadable"
    TOO_MANY_FIELDS = "too_many_fields"
    LIST_TOO_LONG = "list_too_long"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A line, from 1, that became no term, and how it begins."""

    line: int
    why: Why
    text: str


class _Row(NamedTuple):
    line: int
    word: str
    right: str
    why: Why | None


@dataclass(slots=True)
class Parsed:
    """The terms of a list, examples of what was left out, and how often for each reason."""

    terms: list[Term] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    counts: dict[Why, int] = field(default_factory=dict)

    def leave_out(self, line: int, why: Why, text: str) -> None:
        """Count it, and keep it as an example while there are few."""
        self.counts[why] = self.counts.get(why, 0) + 1
        if len(self.left_out) < EXAMPLES:
            self.left_out.append(LeftOut(line, why, text[:EXAMPLE_CHARACTERS]))


def parse(content: str | bytes, finds: FindingType, dictionary: str = "", allow: bool = False) -> Parsed:
    """Read a list; nothing in it raises. A line that begins with ``# `` is a comment, blank lines are nothing.

    Bytes are UTF-8, with or without a mark of byte order, or else GB 18030, which older spreadsheets write.
    A term is plain text: ``.*`` finds no more than these two marks would, that is nothing.
    """
    parsed, seen = Parsed(), set[str]()
    rows = _rows(_decoded(content))
    while few := list(islice(rows, 4096)):
        for row, bare in zip(few, bare_forms(row.word for row in few), strict=True):
            why = row.why or _against(bare, seen)
            if why is not None:
                parsed.leave_out(row.line, why, row.word)
            else:
                seen.add(bare)
                parsed.terms.append(Term(row.word, finds, row.right, dictionary, allow))
    return parsed


def _against(bare: str, seen: set[str]) -> Why | None:
    if len(bare) < SHORTEST:
        return Why.TOO_SHORT
    if bare in seen:
        return Why.TWICE
    return Why.LIST_TOO_LONG if len(seen) == MOST_TERMS else None


def _decoded(content: str | bytes) -> str:
    if isinstance(content, str):
        return content
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("gb18030", "replace")


def _lines(content: str) -> Iterator[str]:
    """As ``splitlines`` of the three usual ends, without a list of a million."""
    start = 0
    while start < len(content):
        end = content.find("\n", start)
        end = len(content) if end < 0 else end
        yield from content[start:end].removesuffix("\r").split("\r")
        start = end + 1


def _rows(content: str) -> Iterator[_Row]:
    for number, line in enumerate(_lines(content.removeprefix(BOM)), 1):
        if not line.strip() or line.startswith(COMMENT):
            continue
        why = _unusable(line)
        if why is not None:
            yield _Row(number, line[:EXAMPLE_CHARACTERS], "", why)
            continue
        word, _tab, right = line.partition("\t")
        yield _Row(number, word.strip(), right.strip(), None)


def _unusable(line: str) -> Why | None:
    if len(line) > 2 * TERM_CHARACTERS + 1 or any(len(part) > TERM_CHARACTERS for part in line.split("\t")):
        return Why.TOO_LONG
    if any(not _readable(character) for character in line):
        return Why.UNREADABLE
    return Why.TOO_MANY_FIELDS if line.count("\t") > 1 else None


def _readable(character: str) -> bool:
    return character not in (NUL, "\ufffd") and not "\ud800" <= character <= "\udfff"
