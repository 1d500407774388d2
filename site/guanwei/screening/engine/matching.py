"""From words found in a bare text to hits in the text as it was written."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from guanwei.api.screenings import FindingType
from guanwei.screening.engine.boundaries import stands_alone
from guanwei.screening.engine.crossing import is_written
from guanwei.screening.engine.hits import Hit
from guanwei.screening.engine.initials import Initials
from guanwei.screening.engine.reading import Reading
from guanwei.screening.engine.terms import Term
from guanwei.screening.engine.vocabulary import MOST_FOUND

# What somebody may want to hide; stock phrases and wrong words stand as they are written.
HIDDEN = FindingType.DICTIONARY_TERM
# Above these stand no ASCII letters and digits.
BEYOND_ASCII = "\x7f"

# Of a span in the text, whether the word in it is warned of.
Legitimate = Callable[[int, int], bool]
# Start and end in the bare text, and the term's number.
Word = tuple[int, int, int]
# Start and end in the text, the term's number, whether marks hide it. The end is negative: longer comes first.
Candidate = tuple[int, int, int, bool]


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the text in which hits of a type aren't meant."""

    type: FindingType
    start: int
    end: int


class Matching:
    """The dictionary's hits: allowed words and longer hits of the same list take out what is inside of them."""

    def __init__(self, terms: Sequence[Term], patterns: Sequence[str]) -> None:
        """``patterns`` are the terms' bare forms."""
        self._terms = terms
        hidden = [
            number
            for number, term in enumerate(terms)
            if term.type is HIDDEN and not term.allow and patterns[number] > BEYOND_ASCII
        ]
        self._initials = Initials([patterns[number] for number in hidden], hidden)

    def find(
        self, reading: Reading, found: Sequence[Word], legitimate: Legitimate
    ) -> tuple[list[Hit], list[Span]]:
        """The hits in the order of the text, and the allowed stretches."""
        terms = self._terms
        hits: list[Hit] = []
        allowed: list[Span] = []
        allowed_to: dict[FindingType, int] = {}
        taken_to: dict[tuple[FindingType, str], int] = {}
        candidates = sorted(self._candidates(reading, found))
        for start, minus_end, number, hidden in candidates:
            term, end = terms[number], -minus_end
            if end <= allowed_to.get(term.type, 0):
                continue
            if term.allow:
                allowed_to[term.type] = end
                allowed.append(Span(term.type, start, end))
            elif (
                taken_to.get((term.type, term.dictionary), 0) <= start
                and reading.text[start:end] != term.right
            ):
                taken_to[term.type, term.dictionary] = end
                warned = term.type is HIDDEN and not hidden and legitimate(start, end)
                hits.append(Hit(term.type, start, end, term.text, term.right, term.dictionary, warned))
        return hits, allowed

    def _candidates(self, reading: Reading, found: Sequence[Word]) -> Iterator[Candidate]:
        for start, end, numbers in islice(self._initials.find(reading), MOST_FOUND):
            yield from ((start, -end, number, True) for number in numbers)
        if not found:
            return
        bare, offset_of = reading.bare, memoryview(reading.places)
        for first, beyond, number in found:
            start, end = offset_of[first], offset_of[beyond - 1] + 1
            term = self._terms[number]
            marked = end - start != beyond - first
            # A list may write marks itself, and addresses.
            spelled = marked and reading.text[start:end] in term.text
            hidden = marked and not spelled
            if hidden and not is_written(reading, first, beyond, term.type is HIDDEN):
                continue
            of_han = bare[first] > BEYOND_ASCII and bare[beyond - 1] > BEYOND_ASCII
            if of_han or stands_alone(reading, start, end, spelled):
                yield start, -end, number, hidden
