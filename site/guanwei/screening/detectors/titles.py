"""A repost under another title: what the original said may have been bent."""

import re
from collections.abc import Iterable, Sequence

from guanwei.api.screenings import FindingType
from guanwei.screening.engine.hits import About, Hit
from guanwei.screening.engine.reading import Reading, read

TYPE = FindingType.TITLE_CHANGED
ANCHORS: tuple[str, ...] = ()
DIGITS = 0

# That it is a repost may be said before or after the title, set off from it.
MARK = "(?:转载|转发|转贴|转帖|转自|转|repost|rt)"
REPOST_MARK = re.compile(
    f"^\\s*(?:[【\\[(（〔《]\\s*{MARK}\\s*[】\\])）〕》]|{MARK}\\s*[:：|丨])|"
    f"[【\\[(（〔]\\s*{MARK}\\s*[】\\])）〕]\\s*$"
)
WORD = re.compile(r"[\W_]+")


def find(_reading: Reading, _anchors: Sequence[int], about: About) -> Iterable[Hit]:
    """Once, at the beginning; ``detail`` is the original title."""
    if about.kind == "repost" and about.original_title and about.title:
        original = about.original_title.strip()
        if original and _said(about.title) != _said(original):
            yield Hit(TYPE, 0, 0, detail=original)


def _said(title: str) -> str:
    """What the title says, whatever its marks, blanks and forms of characters."""
    plain = read(title).plain
    for _turn in range(2):
        plain = REPOST_MARK.sub("", plain)
    return WORD.sub("", plain)
