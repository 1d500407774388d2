"""Legitimate use of a word that shouldn't go out: a warning names the fraud, a report of the police the crime.

The rule: marks hide nothing in the word; its sentence offers nothing, unless it tells what a swindler says; and one
of these holds: a word against it in the sentence; a prohibition just before it or a crime just after it; a heading
that warns, or three different words against it, over or in a text that offers nothing.
"""

from bisect import bisect_left
from functools import cached_property

from guanwei.screening.engine import cues
from guanwei.screening.engine.reading import Reading, read

WAITED = (cues.AGAINST, cues.PROMOTION, cues.QUOTED)
SENTENCE_ENDS = frozenset("。！？!?；;\n\r\u2028\u2029")
# So far before and after a word its sentence is looked at.
SENTENCE = 120
SHORTLY = 12
HEADING = 60
NOTICE = 3
# More offers than that aren't looked at one by one: it is one.
MOST_OFFERS = 50


class Uses:
    """How words are used in one text. ``against``, ``offers`` and ``quoted`` are where such cues begin, in order."""

    def __init__(
        self, reading: Reading, title: str, against: list[int], offers: list[int], quoted: list[int]
    ) -> None:
        self._reading = reading
        self._title = title
        self._against, self._offers, self._quoted = against, offers, quoted

    def legitimate(self, start: int, end: int) -> bool:
        """Whether the word at ``text[start:end]`` is warned of, exposed or banned."""
        first, beyond = self._sentence(start, end)
        if self._offered(first, beyond):
            return False
        return (
            _any_within(self._against, first, start)
            or _any_within(self._against, end, beyond)
            or self._beside(start, end, first)
            or self._warns
        )

    def _beside(self, start: int, end: int, first: int) -> bool:
        plain = self._reading.plain
        before = plain[max(first, start - SHORTLY) : start]
        return bool(cues.FORBIDDEN.search(before) or cues.CONDEMNED.match(plain[end : end + SHORTLY]))

    def _offered(self, first: int, beyond: int) -> bool:
        return _any_within(self._offers, first, beyond) and not _any_within(self._quoted, first, beyond)

    @cached_property
    def _warns(self) -> bool:
        """Whether the whole text is a notice or a report."""
        if len(self._offers) > MOST_OFFERS or any(
            self._offered(*self._sentence(each, each)) for each in self._offers
        ):
            return False
        plain = self._reading.plain
        heading = plain.lstrip()[:HEADING].partition("\n")[0]
        if cues.HEADING.search(heading) or cues.HEADING.search(read(self._title[:HEADING]).plain):
            return True
        return len({plain[each : each + 2] for each in self._against}) >= NOTICE

    def _sentence(self, start: int, end: int) -> tuple[int, int]:
        plain = self._reading.plain
        first, beyond = start, end
        while first > 0 and start - first < SENTENCE and plain[first - 1] not in SENTENCE_ENDS:
            first -= 1
        while beyond < len(plain) and beyond - end < SENTENCE and plain[beyond] not in SENTENCE_ENDS:
            beyond += 1
        return first, beyond


def _any_within(places: list[int], first: int, beyond: int) -> bool:
    at = bisect_left(places, first)
    return at < len(places) and places[at] < beyond
