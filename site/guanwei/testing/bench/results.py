"""Ratios and whether they hold."""

from dataclasses import asdict, dataclass, replace
from statistics import median, quantiles
from typing import Any

# Above this spread of our own rounds the machine was too noisy to say anything.
TOO_NOISY = 4.0


@dataclass(frozen=True, slots=True)
class Result:
    """One figure. ``ours`` and ``theirs`` are medians; ``ratio`` is the median of the paired ratios (or, for
    counts, the difference); ``spread`` is the 90th over the 10th percentile of our rounds. Without a ``goal``
    it is told only.
    """

    name: str
    ratio: float
    goal: float | None
    holds: bool
    ours: float
    theirs: float
    rounds: int
    spread: float
    work: str

    def as_dict(self) -> dict[str, Any]:
        """As the command line prints it."""
        return asdict(self)


def paired(name: str, ours: list[float], theirs: list[float], goal: float, work: str) -> Result:
    """The ratio ours/theirs, pair by pair, against a goal not to be exceeded."""
    ratio = median(mine / other for mine, other in zip(ours, theirs, strict=True))
    tenths = quantiles(ours, n=10)
    return Result(
        name,
        round(ratio, 2),
        goal,
        ratio <= goal,
        round(median(ours), 1),
        round(median(theirs), 1),
        len(ours),
        round(tenths[-1] / tenths[0], 2),
        work,
    )


def times(name: str, ours: list[float], theirs: list[float], goal: float, work: str) -> Result:
    """How many times as quick ours is, pair by pair, against a goal to be reached."""
    ratio = median(other / mine for mine, other in zip(ours, theirs, strict=True))
    return replace(paired(name, ours, theirs, goal, work), ratio=round(ratio, 2), holds=ratio >= goal)


def more(name: str, ours: list[int], theirs: list[int], goal: int, work: str) -> Result:
    """How many more of ours there are, at the worst of all rounds."""
    extra = max(ours) - min(theirs)
    return Result(
        name, extra, goal, extra <= goal, median(ours), median(theirs), len(ours), max(ours) / min(ours), work
    )


def at_most(name: str, value: float, goal: float, theirs: float, rounds: int, work: str) -> Result:
    """One figure that must not exceed a goal of its own kind; ``theirs`` is what it is read beside."""
    return Result(
        name, round(value, 2), goal, value <= goal, round(value, 2), round(theirs, 2), rounds, 1.0, work
    )


def at_least(name: str, value: float, goal: float, theirs: float, rounds: int, work: str) -> Result:
    """One figure that must reach a goal of its own kind."""
    return Result(
        name, round(value, 3), goal, value >= goal, round(value, 3), round(theirs, 3), rounds, 1.0, work
    )


def only_told(name: str, value: float, theirs: float, rounds: int, work: str) -> Result:
    """One figure without a goal, for a person to read."""
    return Result(name, round(value, 3), None, True, round(value, 3), round(theirs, 3), rounds, 1.0, work)
