"""Counts of what was found, missed and cried wolf about, and what they come to."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(slots=True)
class Tally:
    """Of one type. ``alarms`` are hits that no label asks for."""

    found: int = 0
    missed: int = 0
    alarms: int = 0

    @property
    def precision(self) -> float:
        """0 to 1; 0 where nothing was hit."""
        return self.found / (self.found + self.alarms) if self.found else 0.0

    @property
    def recall(self) -> float:
        """0 to 1; 0 where nothing was found."""
        return self.found / (self.found + self.missed) if self.found else 0.0

    @property
    def f1(self) -> float:
        """0 to 1: the harmonic mean of both."""
        return 2 * self.found / (2 * self.found + self.missed + self.alarms) if self.found else 0.0

    def told(self) -> str:
        """Both figures with their counts."""
        hits, labels = self.found + self.alarms, self.found + self.missed
        return (
            f"precision {self.precision:.3f} ({self.found} of {hits} hits), "
            f"recall {self.recall:.3f} ({self.found} of {labels} labels)"
        )


def macro_f1(tallies: Iterable[Tally]) -> float:
    """The mean of all types' F1: a rare type counts as much as a common one."""
    scores = [each.f1 for each in tallies]
    return sum(scores) / len(scores) if scores else 0.0
