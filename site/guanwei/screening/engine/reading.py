"""A text as the detectors read it: folded character by character, and without what may hide a word."""

from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np

from guanwei.screening.engine import characters

Places = "np.ndarray[tuple[int], np.dtype[np.int64]]"


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """``plain`` is as long as ``text`` and folded: full width, case, traditional forms. An offset in it is one in
    the text. ``bare`` is ``plain`` without gaps and stops, and ``places[i]`` the offset of ``bare[i]``.
    ``kinds`` holds what each character is (bits of ``characters``). ``digits`` counts them.
    """

    text: str
    plain: str
    bare: str
    places: Any
    kinds: Any
    digits: int

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The offsets in the text of ``bare[start:end]``."""
        return int(self.places[start]), int(self.places[end - 1]) + 1

    def is_at(self, offset: int, kind: int) -> bool:
        """Whether the character at ``offset`` is of a kind; outside the text nothing is."""
        return 0 <= offset < len(self.kinds) and bool(self.kinds[offset] & kind)


@cache
def _table() -> Any:
    return characters.table()


def read(text: str) -> Reading:
    """Read any string, also one that no encoding takes. Linear in its length."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    kinds = _table()[codes]
    folded = kinds & characters.CHARACTER
    plain = folded.tobytes().decode("utf-32-le")
    places = np.flatnonzero((kinds & (characters.GAP | characters.STOP)) == 0)
    bare = folded[places].tobytes().decode("utf-32-le") if len(places) < len(plain) else plain
    digits = int(np.count_nonzero(kinds & characters.DIGIT))
    return Reading(text, plain, bare, places, kinds, digits)
