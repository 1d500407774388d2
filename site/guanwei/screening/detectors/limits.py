"""More than the channel takes, counted as ``publishing`` counts when it refuses: every character is one."""

from collections.abc import Iterable, Sequence

from guanwei.api.screenings import FindingType
from guanwei.screening.engine.hits import About, Hit
from guanwei.screening.engine.reading import Reading

TYPE = FindingType.CHANNEL_LIMIT
ANCHORS: tuple[str, ...] = ()
DIGITS = 0


def find(reading: Reading, _anchors: Sequence[int], about: About) -> Iterable[Hit]:
    """From the first character beyond the limit to the end, once; ``detail`` is length/limit."""
    length = len(reading.text)
    if 0 < about.limit < length:
        yield Hit(TYPE, about.limit, length, detail=f"{length}/{about.limit}")
