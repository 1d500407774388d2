"""A text as the detectors read it: folded character by character, and without what may hide a word."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache, cached_property
from itertools import islice
from typing import Any

import numpy as np

from guanwei.screening.engine import characters

# Characters read at a time: what is in between is eight times as large, so a long text is read in pieces.
PIECE = 1 << 18
# Gaps and stops are the highest kinds, so that in the table they stand above all other characters.
FIRST_MARK = characters.GAP << characters.KIND


class Reading:
    """``plain`` is as long as ``text`` and folded: full width, case, traditional forms. An offset in it is one in
    the text. ``bare`` is ``plain`` without gaps and stops, and ``places[i]`` the offset of ``bare[i]``.
    ``kinds`` holds what each character is (bits of ``characters``), ``bare_kinds`` what those of ``bare`` are.

    Most texts have nothing for most detectors, so only what every text is asked is made at once.
    """

    def __init__(self, text: str, codes: Any) -> None:
        """``codes`` are the characters of the text as the table of ``characters`` has them."""
        self.text = text
        self._codes = codes
        self.places = (codes < FIRST_MARK).nonzero()[0]
        left = codes.take(self.places, mode="clip") if len(self.places) < len(text) else codes
        self.bare = _string(left)
        self.bare_kinds: bytes = _kinds(left).tobytes()

    @cached_property
    def plain(self) -> str:
        return self.bare if len(self.bare) == len(self.text) else _string(self._codes)

    @cached_property
    def kinds(self) -> Any:
        return _kinds(self._codes)

    @cached_property
    def digits(self) -> int:
        """How many digits there are."""
        return self.bare_kinds.count(characters.DIGIT)

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


@cache
def _table() -> Any:
    return characters.table()


def read(text: str) -> Reading:
    """Read any string, also one that no encoding takes. Linear in its length."""
    if len(text) <= PIECE:
        return _read(text)
    return _joined(text, [_read(text[start : start + PIECE]) for start in range(0, len(text), PIECE)])


def _read(text: str) -> Reading:
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    # Signed and clipped: numpy's quickest way through a table. No code is outside of it.
    return Reading(text, _table().take(codes.astype(np.intp), mode="clip"))


def _joined(text: str, pieces: list[Reading]) -> Reading:
    """A long text's reading keeps nothing that is as large as its codes."""
    whole = Reading("", np.zeros(0, dtype=np.uint32))
    whole.text = text
    whole.plain = "".join(each.plain for each in pieces)
    whole.bare = "".join(each.bare for each in pieces)
    whole.places = np.concatenate(
        [(each.places + turn * PIECE).astype(np.int32) for turn, each in enumerate(pieces)]
    )
    whole.kinds = np.concatenate([each.kinds for each in pieces])
    whole.bare_kinds = b"".join(each.bare_kinds for each in pieces)
    return whole


def _kinds(codes: Any) -> Any:
    return (codes >> characters.KIND).astype(np.uint8)


def _string(codes: Any) -> str:
    """The characters: numpy's own way to a string is twice as quick as decoding."""
    return str((codes & characters.CHARACTER).view(f"<U{len(codes)}").item()) if len(codes) else ""


def bare_forms(words: Iterable[str]) -> Iterator[str]:
    """``read(word).bare`` of each, a few thousand at a time. Most are the word itself, not a copy of it."""
    rest = iter(words)
    while few := list(islice(rest, 4096)):
        reading = read("".join(few))
        bounds = np.searchsorted(reading.places, np.cumsum(list(map(len, few)))).tolist()
        for word, start, end in zip(few, [0, *bounds], bounds, strict=False):
            bare = reading.bare[start:end]
            yield word if word == bare else bare
