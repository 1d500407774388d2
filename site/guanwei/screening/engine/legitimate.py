"""Legitimate use of a word that shouldn't go out: a warning names the fraud, a report of the police the crime.

The rule: marks hide nothing in the word; its sentence offers nothing, unless it tells what a swindler says; and one
of these holds: a word against it in the sentence; a prohibition just before it or a crime just after it; or, in a text
that offers nothing, a heading that warns or three different words against it around it.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property

from guanwei.screening.engine import cues
from guanwei.screening.engine.reading import Reading, read

WAITED = (cues.AGAINST, cues.PROMOTION, cues.QUOTED)
SENTENCE_END = re.compile("[。！？!?；;\n\r\u2028\u2029]")
AGAINST, OFFERS, QUOTED = range(3)
# So far before and after a word its sentence is looked at.
SENTENCE = 120
SHORTLY = 12
HEADING = 60
# So many different words, so far around, make a notice.
NOTICE, AROUND = 3, 200
# More offers than that aren't looked at one by one: it is one.
MOST_OFFERS = 50


class Uses:
    """How words are used in one text."""

    def __init__(self, reading: Reading, title: str, heard: Sequence[Sequence[int]]) -> None:
        """``heard``: where the words of each of ``WAITED`` begin in the bare text."""
        self._reading = reading
        self._title = title
        self._heard = heard
        self._places: dict[int, list[int]] = {}

    def legitimate(self, start: int, end: int) -> bool:
        """Whether the word at ``text[start:end]`` is warned of, exposed or banned."""
        first, beyond = self._sentence(start, end)
        if self._offered(first, beyond):
            return False
        return (
            self._has(AGAINST, first, start)
            or self._has(AGAINST, end, beyond)
            or self._beside(start, end, first)
            or (self._offers_nothing and (self._is_headed or self._in_a_notice(start, end)))
        )

    def _has(self, cue: int, first: int, beyond: int) -> bool:
        """Whether such a word begins in that part of the text."""
        places = self._of(cue)
        at = bisect_left(places, first)
        return at < len(places) and places[at] < beyond

    def _of(self, cue: int) -> list[int]:
        if cue not in self._places:
            self._places[cue] = self._reading.offsets(self._heard[cue])
        return self._places[cue]

    def _beside(self, start: int, end: int, first: int) -> bool:
        plain = self._reading.plain
        before = plain[max(first, start - SHORTLY) : start]
        return bool(cues.FORBIDDEN.search(before) or cues.CONDEMNED.match(plain, end, end + SHORTLY))

    def _offered(self, first: int, beyond: int) -> bool:
        return self._has(OFFERS, first, beyond) and not self._has(QUOTED, first, beyond)

    @cached_property
    def _offers_nothing(self) -> bool:
        offers = self._of(OFFERS)
        if len(offers) > MOST_OFFERS:
            return False
        return not any(self._offered(*self._sentence(each, each)) for each in offers)

    @cached_property
    def _is_headed(self) -> bool:
        """Whether the title, or a short first line above the text, warns or reports."""
        if self._title and cues.HEADING.search(read(self._title).plain):
            return True
        line = self._reading.plain.find("\n", 0, HEADING)
        return line > 0 and self._has(AGAINST, 0, line)

    def _in_a_notice(self, start: int, end: int) -> bool:
        """Whether several words against something stand around it."""
        against, plain = self._of(AGAINST), self._reading.plain
        around = against[bisect_left(against, start - AROUND) : bisect_left(against, end + AROUND)]
        return len({plain[each : each + 2] for each in around}) >= NOTICE

    def _sentence(self, start: int, end: int) -> tuple[int, int]:
        plain = self._reading.plain
        before = SENTENCE_END.search(plain[max(0, start - SENTENCE) : start][::-1])
        after = SENTENCE_END.search(plain, end, end + SENTENCE)
        first = start - before.start() if before else max(0, start - SENTENCE)
        return first, after.start() if after else min(len(plain), end + SENTENCE)
