"""The check engine: from a text to hits, with one reading and one pass for all words."""

from collections.abc import Iterable, Sequence
from itertools import islice

from guanwei.screening.engine.detecting import Detector, Detectors, all_detectors
from guanwei.screening.engine.hits import NOTHING_KNOWN, About, Hit
from guanwei.screening.engine.legitimate import WAITED, Uses
from guanwei.screening.engine.matching import Matching
from guanwei.screening.engine.patterns import patterns_of
from guanwei.screening.engine.reading import read
from guanwei.screening.engine.resolving import resolved
from guanwei.screening.engine.terms import Term
from guanwei.screening.engine.vocabulary import MOST_FOUND, Vocabulary


class Engine:
    """Terms and detectors, compiled. It doesn't change, and threads may share it."""

    def __init__(self, terms: Iterable[Term] = (), detectors: Sequence[Detector] | None = None) -> None:
        """``detectors``: all of them where it isn't said."""
        self._detectors = Detectors(all_detectors() if detectors is None else detectors)
        waited = [*self._detectors.words, *WAITED]
        self._cues = range(len(self._detectors.words), len(waited))
        kept, patterns = patterns_of(terms)
        self._vocabulary = Vocabulary(patterns, waited)
        self._matching = Matching(kept, patterns)

    def screen(self, text: str, about: About = NOTHING_KNOWN) -> list[Hit]:
        """What is found in any string, in its order. Linear in its length; see ``vocabulary.MOST_FOUND``."""
        reading = read(text)
        found = self._vocabulary.search(reading.bare)
        uses = Uses(reading, about.title, [found.heard.get(each, ()) for each in self._cues])
        hits, allowed = self._matching.find(reading, found.terms, uses.legitimate)
        hits += islice(self._detectors.find(reading, found.heard, about), MOST_FOUND)
        return resolved(hits, allowed)
