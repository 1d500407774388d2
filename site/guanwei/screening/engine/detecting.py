"""The detectors: which there are, and which of them a text wakes."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Any, Protocol

from guanwei.api.screenings import FindingType
from guanwei.screening.engine.digits import Digits
from guanwei.screening.engine.hits import About, Hit
from guanwei.screening.engine.reading import Reading

Heard = Mapping[int, Sequence[int]]
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
    return tuple(import_module(f"{PACKAGE}.{name}") for name in NAMES)


@dataclass(frozen=True, slots=True)
class _Asked:
    """What wakes one detector: ``anchors`` and ``near`` are the numbers of its words among all listeners."""

    find: Callable[[Reading, Sequence[int], About], Iterable[Hit]]
    anchors: int
    near: int
    reach: int
    near_digits: int
    near_marks: str
    digits: int
    always: bool


class Detectors:
    """Some detectors. They are asked about a text only when it has something for them."""

    def __init__(self, modules: Sequence[Detector]) -> None:
        # The words that they wait for: of each its anchors, and what must stand near them.
        self.words: list[tuple[str, ...]] = []
        self._asked = [self._prepared(each) for each in modules]

    def _prepared(self, module: Detector) -> _Asked:
        anchors, near = tuple(module.ANCHORS), tuple(getattr(module, "NEAR", ()))
        self.words += [anchors, near]
        number = len(self.words)
        return _Asked(
            module.find,
            number - 2,
            number - 1,
            getattr(module, "REACH", 0),
            getattr(module, "NEAR_DIGITS", 0),
            getattr(module, "NEAR_MARKS", ""),
            module.DIGITS,
            not (anchors or module.DIGITS),
        )

    def find(self, reading: Reading, heard: Heard, about: About) -> Iterator[Hit]:
        """``heard``: where the words of each listener begin in the bare text."""
        digits = Digits(reading)
        for each in self._asked:
            if each.anchors in heard:
                anchors = _near(each, digits, heard) if each.reach else heard[each.anchors]
                if anchors:
                    yield from each.find(reading, reading.offsets(anchors), about)
            elif each.always or (each.digits and digits.has_together(each.digits)):
                yield from each.find(reading, NOWHERE, about)


def _near(asked: _Asked, digits: Digits, heard: Heard) -> Sequence[int]:
    """The anchors that have near them what they need."""
    near = list(heard.get(asked.near, ()))
    if asked.near_digits:
        near += digits.together(asked.near_digits)
    if asked.near_marks:
        near += digits.before(asked.near_marks)
    if not near:
        return NOWHERE
    near.sort()
    return [
        anchor
        for anchor in heard[asked.anchors]
        if (at := bisect_left(near, anchor - asked.reach)) < len(near) and near[at] <= anchor + asked.reach
    ]
