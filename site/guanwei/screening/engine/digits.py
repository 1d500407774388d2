"""Digits that stand together, whatever gaps and stops are between them: what a number needs at least."""

import re
from bisect import bisect_left

from guanwei.screening.engine import characters
from guanwei.screening.engine.reading import Reading

# As the kinds of a text hold it: a digit is nothing else beside.
DIGIT = bytes([characters.DIGIT])
RUN = re.compile(DIGIT + b"+")


class Digits:
    """The digits of one text. Asking costs little where there are few, and hardly more a second time."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        # So many or more don't stand together.
        self._absent = len(reading.bare) + 1

    def has_together(self, count: int) -> bool:
        """Whether so many stand together."""
        if count >= self._absent:
            return False
        if DIGIT * count in self._reading.bare_kinds:
            return True
        self._absent = count
        return False

    def together(self, count: int) -> list[int]:
        """Where in the bare text so many or more begin that stand together."""
        starts: list[int] = []
        if count >= self._absent:
            return starts
        kinds = self._reading.bare_kinds
        start = kinds.find(DIGIT * count)
        while start >= 0:
            starts.append(start)
            run = RUN.match(kinds, start)
            start = kinds.find(DIGIT * count, run.end() if run else start + 1)
        return starts

    def before(self, marks: str) -> list[int]:
        """Where in the bare text a digit and one of these marks stand before: 3-501, 5#."""
        plain, places, found = self._reading.plain, memoryview(self._reading.places), []
        for mark in marks:
            at = plain.find(mark)
            while at >= 0:
                if self._reading.is_at(at - 1, characters.DIGIT):
                    found.append(bisect_left(places, at))
                at = plain.find(mark, at + 1)
        return found
