"""Which hit answers which label of a text."""

from collections.abc import Sequence
from dataclasses import dataclass

from guanwei.screening.engine.hits import Hit
from guanwei.testing.bench.screening_quality.texts import Label, Where

# A hit that shares this part of the characters of both speaks of the same thing.
SAME = 0.5


@dataclass(frozen=True, slots=True)
class Matched:
    """``alarms`` are hits nobody asked for, with those that take a legitimate use for a meant one.

    ``mistaken`` are of the found ones: what was meant, but told as a legitimate use.
    """

    found: tuple[Label, ...]
    missed: tuple[Label, ...]
    alarms: tuple[Hit, ...]
    mistaken: tuple[Hit, ...]


def matched(labels: Sequence[Label], hits: Sequence[Hit]) -> Matched:
    """Each label takes the hit that fits it best; what is left over is an alarm."""
    left = list(hits)
    found, missed, mistaken = [], [], []
    for label in labels:
        taken = _taken(label, left)
        if label.legitimate:
            taken = [hit for hit in taken if hit.legitimate]
        elif taken:
            found.append(label)
            mistaken += [hit for hit in taken if hit.legitimate]
        else:
            missed.append(label)
        left = [hit for hit in left if not any(hit is each for each in taken)]
    return Matched(tuple(found), tuple(missed), tuple(left), tuple(mistaken))


def _taken(label: Label, hits: Sequence[Hit]) -> list[Hit]:
    """The hits that answer the label: the best one, or all within a list of names."""
    fitting = [hit for hit in hits if hit.type == label.type and fits(label, hit)]
    if label.where is Where.TOUCHING:
        return fitting
    return sorted(fitting, key=lambda hit: -overlap(label, hit))[:1]


def fits(label: Label, hit: Hit) -> bool:
    """Whether a hit of the label's type is where the label says."""
    if label.where is Where.ANYWHERE:
        return True
    if label.where is Where.START:
        return (hit.start, hit.end) == (0, 0)
    if label.where is Where.TOUCHING:
        return overlap(label, hit) > 0
    return overlap(label, hit) >= SAME


def overlap(label: Label, hit: Hit) -> float:
    """Characters in both spans, of those in either: 0 to 1."""
    both = min(label.end, hit.end) - max(label.start, hit.start)
    either = max(label.end, hit.end) - min(label.start, hit.start)
    return both / either if both > 0 else 0.0
