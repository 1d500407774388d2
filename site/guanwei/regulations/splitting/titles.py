"""Where in a file the rule book's documents begin: found by their titles, lost characters and all."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

from guanwei.regulations.splitting.labels import COVER

ALIKE = 0.75
"""From here on a line is taken for a title that lost characters; the difference is told."""


@dataclass(frozen=True, slots=True)
class Title:
    """A line (or two) that is a document's title. ``lost`` and ``added`` are how the print differs."""

    document: str
    first: int
    after: int
    printed: str
    lost: str = ""
    added: str = ""


def titles_in(lines: list[str], documents: tuple[str, ...]) -> list[Title]:
    """The documents found in the file, in its order. A title is looked for until it is found exactly."""
    found = [title for document in documents if (title := _title(lines, document))]
    return sorted(found, key=lambda each: each.first)


def _title(lines: list[str], document: str) -> Title | None:
    best, likeness = None, ALIKE
    for at in range(len(lines)):
        for after in (at + 1, at + 2):
            printed = "".join(lines[at:after])
            alike = _alike(printed, document)
            if alike > likeness:
                best, likeness = Title(document, at, after, printed, *_difference(printed, document)), alike
    return best


def _alike(printed: str, document: str) -> float:
    bare, wanted = _bare(printed), _bare(document)
    if not bare or len(bare) > len(wanted) + 8 or printed.endswith(("。", "；", ";", "，", ",")):
        return 0.0
    if COVER.search(printed) and not COVER.search(document):
        return 0.0
    matcher = SequenceMatcher(None, bare, wanted, autojunk=False)
    # The full comparison is dear, and a long file has many short lines.
    return matcher.ratio() if matcher.quick_ratio() > ALIKE else 0.0


def _difference(printed: str, document: str) -> tuple[str, str]:
    bare, wanted = _bare(printed), _bare(document)
    parts = SequenceMatcher(None, bare, wanted, autojunk=False).get_opcodes()
    lost = "、".join(wanted[c:d] for kind, _a, _b, c, d in parts if kind in ("insert", "replace"))
    added = "、".join(bare[a:b] for kind, a, b, _c, _d in parts if kind in ("delete", "replace"))
    return lost, added


def _bare(text: str) -> str:
    """Without blanks, quotes and the choice between half and full width."""
    return re.sub(r"[\s《》“”\"'、,，.。]", "", text).replace("（", "(").replace("）", ")")
