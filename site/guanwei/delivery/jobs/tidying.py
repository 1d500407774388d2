"""Work that is done once in a while, whoever asks how often."""

import time


class Seldom:
    """True at most once in ``seconds``, the first time at once."""

    def __init__(self, seconds: float) -> None:
        self.seconds, self.next = seconds, 0.0

    def is_time(self) -> bool:
        """Whether it is time again."""
        now = time.monotonic()
        if now < self.next:
            return False
        self.next = now + self.seconds
        return True
