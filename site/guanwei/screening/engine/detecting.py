"""The detectors: which there are, and which of them a text wakes."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib import import_module
from importlib.util import find_spec
from typing import Any, Protocol

from guanwei.api.screenings import FindingType
from guanwei.screening.engine.hits import About, Hit
from guanwei.screening.engine.reading import Reading

NOWHERE: list[int] = []
PACKAGE = "guanwei.screening.detectors"
NAMES = (
    "id_numbers",
    "mobiles",
    "bank_cards",
    "addresses",
    "secrecy",
    "superlatives",
    "advertising",
    "police_reports",
    "empty_talk",
    "sources",
    "titles",
    "leaders",
    "links",
    "limits",
    "wordings",
)


class Detector(Protocol):
    """A module of ``guanwei.screening.detectors``; its package says what each name means."""

    TYPE: FindingType
    ANCHORS: tuple[str, ...]
    DIGITS: int

    def find(self, reading: Reading, anchors: Sequence[int], about: About) -> Iterable[Hit]:
        """The hits in the order of the text."""


def all_detectors() -> tuple[Any, ...]:
    """The modules, in the order in which hits at one place are told."""
    return tuple(
        import_module(f"{PACKAGE}.{name}") for name in NAMES if find_spec(f"{PACKAGE}.{name}") is not None
    )


class Detectors:
    """Some detectors. They are asked about a text only when it has something for them."""

    def __init__(self, modules: Sequence[Detector]) -> None:
        self.anchors = tuple(tuple(getattr(each, "ANCHORS", ())) for each in modules)
        self._asked = [
            (number, each.find, bool(self.anchors[number]), int(getattr(each, "DIGITS", 0)))
            for number, each in enumerate(modules)
        ]

    def find(self, reading: Reading, heard: Mapping[int, Sequence[int]], about: About) -> Iterator[Hit]:
        """``heard``: where the anchors of each detector begin in the bare text."""
        for number, find, anchored, digits in self._asked:
            if number in heard:
                yield from find(reading, reading.offsets(heard[number]), about)
            elif digits:
                if reading.digits >= digits and reading.has_together(digits):
                    yield from find(reading, NOWHERE, about)
            elif not anchored:
                yield from find(reading, NOWHERE, about)
