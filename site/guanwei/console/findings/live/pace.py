"""How much one account may have checked in a minute. Counted in memory: a check writes nothing anywhere."""

from threading import Lock

from guanwei.audit import clock

MOST_CHECKS, MOST_CHARS = 300, 20_000_000


class Pace:
    """Counts of the minute that runs. Each process counts for itself, which leaves a person more, never less."""

    def __init__(self) -> None:
        self._lock, self._minute = Lock(), 0
        self._counts: dict[int, tuple[int, int]] = {}

    def forget(self) -> None:
        """As if a new minute had begun."""
        with self._lock:
            self._minute, self._counts = 0, {}

    def is_too_much(self, person: int, chars: int) -> bool:
        """Count one check of so many characters."""
        minute = int(clock.now().timestamp()) // 60
        with self._lock:
            if minute != self._minute:
                self._minute, self._counts = minute, {}
            checks, read = self._counts.get(person, (0, 0))
            self._counts[person] = (checks + 1, read + chars)
        return checks >= MOST_CHECKS or read + chars > MOST_CHARS
