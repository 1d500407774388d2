"""Law L6: a plugin that ran out of time three times in a row is held without being asked."""

import threading
from collections import Counter

TIMES = 3


class Breaker:
    """Counts by plugin, in this process. Thread-safe."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._overruns: Counter[str] = Counter()

    def overran(self, plugin: str) -> None:
        """One more time-out."""
        with self._lock:
            self._overruns[plugin] += 1

    def answered(self, plugin: str) -> None:
        """Any other end of a call begins the count anew."""
        with self._lock:
            self._overruns.pop(plugin, None)

    def held(self) -> tuple[str, ...]:
        """The plugins that aren't asked, by name."""
        with self._lock:
            return tuple(sorted(name for name, times in self._overruns.items() if times >= TIMES))
