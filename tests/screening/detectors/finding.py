"""Asks one detector about one text."""

from types import ModuleType

from guanwei.screening.engine.hits import NOTHING_KNOWN, Hit
from guanwei.screening.engine.reading import read


def hits(detector: ModuleType, text: str) -> list[Hit]:
    """As the engine asks: with the places of the anchors, and only a text with digits enough."""
    reading = read(text)
    if reading.digits < detector.DIGITS:
        return []
    places: list[int] = []
    for word in detector.ANCHORS:
        at = reading.plain.find(word)
        while at >= 0:
            places.append(at)
            at = reading.plain.find(word, at + 1)
    if detector.ANCHORS and not places:
        return []
    return list(detector.find(reading, sorted(set(places)), NOTHING_KNOWN))


def found(detector: ModuleType, text: str) -> list[str]:
    return [text[hit.start : hit.end] for hit in hits(detector, text)]
