"""Writes a masked text back over the pieces that the text was put together from."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby
from typing import NamedTuple

# Beyond this many characters that differ, comparing them one by one would take too long.
LONGEST = 2000


class Cut(NamedTuple):
    """``old[start:end]`` became ``text``."""

    start: int
    end: int
    text: str


def cuts(old: str, new: str) -> list[Cut]:
    """Where two texts differ, in order. Of equal length they are compared place by place."""
    if len(old) == len(new):
        differs = [at for at, (a, b) in enumerate(zip(old, new, strict=True)) if a != b]
        runs = [
            [at for _, at in run] for _, run in groupby(enumerate(differs), lambda pair: pair[1] - pair[0])
        ]
        return [Cut(run[0], run[-1] + 1, new[run[0] : run[-1] + 1]) for run in runs]
    before = _common(old, new)
    after = min(_common(old[::-1], new[::-1]), min(len(old), len(new)) - before)
    return list(_between(old, new, before, after))


def _common(one: str, other: str) -> int:
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


def _between(old: str, new: str, before: int, after: int) -> Iterator[Cut]:
    was, said = old[before : len(old) - after], new[before : len(new) - after]
    if max(len(was), len(said)) > LONGEST:
        yield Cut(before, before + len(was), said)
        return
    for tag, start, end, first, last in SequenceMatcher(None, was, said, autojunk=False).get_opcodes():
        if tag != "equal":
            yield Cut(before + start, before + end, said[first:last])


def spread(pieces: Sequence[str], new: str) -> list[str]:
    """The pieces' new texts, which joined are ``new``. Every character that stays stays in its piece."""
    starts, at = [], 0
    for piece in pieces:
        starts.append(at)
        at += len(piece)
    made = list(pieces)
    # From the back, so that the offsets before stay true.
    for cut in reversed(cuts("".join(pieces), new)):
        _put(made, starts, pieces, cut)
    return made


def _put(made: list[str], starts: Sequence[int], pieces: Sequence[str], cut: Cut) -> None:
    """A text of equal length falls to the pieces place by place, another one to the first that it touches."""
    even, given = len(cut.text) == cut.end - cut.start, False
    for number, (start, piece) in enumerate(zip(starts, pieces, strict=True)):
        first, last = max(cut.start - start, 0), min(cut.end - start, len(piece))
        if first > last or (first == last and (cut.end > cut.start or given)):
            continue
        said = "" if given else cut.text
        if even:
            said = cut.text[start + first - cut.start : start + last - cut.start]
        given = True
        made[number] = made[number][:first] + said + made[number][last:]
