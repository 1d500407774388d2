"""A text as the detectors read it: folded character by character, and without what may hide a word."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import Any

import numpy as np

from guanwei.screening.engine import characters

# Characters read at a time: what is in between is eight times as large, so a long text is read in pieces.
PIECE = 1 << 18


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

    def offsets(self, places: Sequence[int]) -> list[int]:
        """The offsets in the text of characters of the bare text, each once and in order."""
        if not places:
            return []
        offset_of = memoryview(self.places)
        return [offset_of[place] for place in sorted(set(places))]

    def is_at(self, offset: int, kind: int) -> bool:
        """Whether the character at ``offset`` is of a kind; outside the text nothing is."""
        return 0 <= offset < len(self.kinds) and bool(self.kinds[offset] & kind)

    def bare_kinds(self) -> bytes:
        """What each character of the bare text is: bits of ``characters``, a byte each."""
        return bytes(self.kinds.take(self.places))


@cache
def _table() -> Any:
    return characters.table()


def read(text: str) -> Reading:
    """Read any string, also one that no encoding takes. Linear in its length."""
    if len(text) <= PIECE:
        return _read(text)
    pieces = [_read(text[start : start + PIECE]) for start in range(0, len(text), PIECE)]
    return Reading(
        text,
        "".join(each.plain for each in pieces),
        "".join(each.bare for each in pieces),
        np.concatenate([(each.places + turn * PIECE).astype(np.int32) for turn, each in enumerate(pieces)]),
        np.concatenate([each.kinds for each in pieces]),
        sum(each.digits for each in pieces),
    )


def _read(text: str) -> Reading:
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    # Signed and clipped: numpy's quickest way through a table. No code is outside of it.
    both = _table().take(codes.astype(np.intp), mode="clip")
    kinds = (both >> characters.KIND).astype(np.uint8)
    folded = both & characters.CHARACTER
    plain = _string(folded)
    places = (kinds < characters.GAP).nonzero()[0]
    bare = _string(folded.take(places, mode="clip")) if len(places) < len(plain) else plain
    digits = int(np.count_nonzero(kinds & characters.DIGIT))
    return Reading(text, plain, bare, places, kinds, digits)


def _string(codes: Any) -> str:
    """Characters from their codes: numpy's own way is twice as quick as decoding."""
    return str(codes.view(f"<U{len(codes)}").item()) if len(codes) else ""


def bare_forms(words: Iterable[str]) -> Iterator[str]:
    """``read(word).bare`` of each, a few thousand at a time. Most are the word itself, not a copy of it."""
    rest = iter(words)
    while few := list(islice(rest, 4096)):
        reading = read("".join(few))
        bounds = np.searchsorted(reading.places, np.cumsum(list(map(len, few)))).tolist()
        for word, start, end in zip(few, [0, *bounds], bounds, strict=False):
            bare = reading.bare[start:end]
            yield word if word == bare else bare
