"""How much of what stands where: for a column, a page, a part of the text, not for each cell."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Protocol

from guanwei.api.screenings import FindingType
from guanwei.screening.attachments.passages import Passage
from guanwei.screening.attachments.places import Place, Where


class Found(Protocol):
    """A hit of the check engine, as far as it matters here."""

    @property
    def type(self) -> FindingType: ...


@dataclass(frozen=True, slots=True)
class Count:
    """``count`` finds of one type in one place, which is a column, a page or a part. Sentence: ``sentences.count``."""

    place: Place
    type: FindingType
    count: int


def summary(hits_by_passage: Iterable[tuple[Passage, Iterable[Found]]]) -> tuple[Count, ...]:
    """In the order of the file, what only formulas say last. What a cell shows and its formula says counts once."""
    shown: Counter[tuple[Place, FindingType]] = Counter()
    behind: Counter[tuple[Place, FindingType]] = Counter()
    for passage, hits in hits_by_passage:
        place = replace(passage.place, formula=False, deleted=False)
        into = shown if place == passage.place else behind
        into.update((place, each.type) for each in hits)
    counts: Counter[tuple[Place, FindingType]] = Counter()
    for (place, kind), number in (shown | behind).items():
        counts[gathered(place), kind] += number
    return tuple(Count(place, kind, number) for (place, kind), number in counts.items())


def gathered(place: Place) -> Place:
    """The column of a cell, the whole of paragraphs, lines, notes; a page stays one."""
    kept = Place(place.where, sheet=place.sheet, part=place.part)
    if place.where in (Where.CELL, Where.CSV_CELL, Where.TABLE_CELL):
        return replace(kept, table=place.table, column=place.column, header=place.header)
    if place.where in (Where.PAGE, Where.ANNOTATION):
        return replace(kept, number=place.number)
    return kept
