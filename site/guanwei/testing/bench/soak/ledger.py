"""What people were told was done, kept outside the database: at the end each must be in the record."""

import threading
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from statistics import quantiles
from typing import Any


@dataclass(frozen=True, slots=True)
class Accepted:
    """An act that was not refused. ``trace`` is what it must have left behind: see ``checking``."""

    kind: str
    trace: dict[str, Any]


@dataclass
class Ledger:
    """Shared by all threads."""

    accepted: list[Accepted] = field(default_factory=list)
    refused: Counter[str] = field(default_factory=Counter)
    errors: list[str] = field(default_factory=list)
    took: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def note(self, kind: str, trace: dict[str, Any] | None, seconds: float) -> None:
        """``trace`` None: refused."""
        with self._lock:
            self.took[kind].append(seconds)
            if trace is None:
                self.refused[kind] += 1
            else:
                self.accepted.append(Accepted(kind, trace))

    def fail(self, error: str) -> None:
        """An act that ended in an exception: none should."""
        with self._lock:
            self.errors.append(error)

    @property
    def acts(self) -> int:
        return len(self.accepted) + self.refused.total()

    def told(self) -> str:
        """Counts and times, for the figures."""
        done = Counter(each.kind for each in self.accepted)
        kinds = ", ".join(f"{kind} {done[kind]}+{self.refused[kind]} refused" for kind in sorted(self.took))
        times = sorted(each for row in self.took.values() for each in row)
        cuts = quantiles(times, n=100) if len(times) > 1 else [0.0] * 99
        return f"{kinds}; p50 {cuts[49] * 1000:.0f} ms, p99 {cuts[98] * 1000:.0f} ms"
