"""All words that are looked for, compiled once and found in one pass."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import daachorse

from guanwei.screening.engine.reading import bare_forms

# So long a piece of a text is searched at a time, which bounds the list of what was found in it.
PIECE = 1 << 14
# Nobody works through more; what they are found in is held by fewer.
MOST_FOUND = 50_000


@dataclass(frozen=True, slots=True)
class Found:
    """What stands in a bare text: terms as (start, end, number of the term), and where each listener's words begin."""

    terms: list[tuple[int, int, int]]
    heard: dict[int, list[int]]


class Vocabulary:
    """The terms, and words that listeners wait for. It doesn't change, and threads may share it."""

    def __init__(self, patterns: Sequence[str], listeners: Sequence[Sequence[str]] = ()) -> None:
        """``patterns`` are the terms' bare forms, ``listeners[i]`` the words that the listener ``i`` waits for."""
        words = _by_word(listeners)
        self._first_word = len(patterns)
        # Words that the same listeners wait for are heard together.
        self._groups = list(dict.fromkeys(words.values()))
        numbers = {group: number for number, group in enumerate(self._groups)}
        self._group_of = [numbers[group] for group in words.values()]
        everything = [*patterns, *words]
        self._longest = max(map(len, everything), default=0)
        self._automaton = daachorse.CharwiseDoubleArrayAhoCorasick(everything) if everything else None

    def search(self, bare: str) -> Found:
        """Linear in the text's length, and bounded in what comes back: ``MOST_FOUND`` terms."""
        terms: list[tuple[int, int, int]] = []
        heard: dict[int, list[int]] = defaultdict(list)
        group_of, first_word = self._group_of, self._first_word
        for begin, matches in self._pieces(bare):
            for start, end, which in matches:
                if which >= first_word:
                    heard[group_of[which - first_word]].append(begin + start)
                else:
                    terms.append((begin + start, begin + end, which))
            del terms[MOST_FOUND:]
        return Found(terms, self._by_listener(heard))

    def _by_listener(self, heard: dict[int, list[int]]) -> dict[int, list[int]]:
        by_listener: dict[int, list[int]] = {}
        for group, starts in heard.items():
            for listener in self._groups[group]:
                known = by_listener.get(listener)
                by_listener[listener] = starts if known is None else known + starts
        return by_listener

    def _pieces(self, bare: str) -> Iterator[tuple[int, list[tuple[int, int, int]]]]:
        """What begins in each piece; a word that goes on in the next one is found in the first."""
        if self._automaton is None:
            return
        if len(bare) <= PIECE:
            yield 0, self._automaton.find_overlapping(bare)
            return
        for begin in range(0, len(bare), PIECE):
            matches = self._automaton.find_overlapping(bare[begin : begin + PIECE + self._longest])
            yield begin, [match for match in matches if match[0] < PIECE]


def _by_word(listeners: Sequence[Sequence[str]]) -> dict[str, tuple[int, ...]]:
    """Each word with who waits for it, as it stands in a bare text."""
    words: dict[str, tuple[int, ...]] = {}
    for listener, waited in enumerate(listeners):
        for word, bare in zip(waited, bare_forms(waited), strict=True):
            if not bare:
                raise ValueError(f"{word!r} has no character that stays in a bare text")
            if listener not in words.get(bare, ()):
                words[bare] = (*words.get(bare, ()), listener)
    return words
