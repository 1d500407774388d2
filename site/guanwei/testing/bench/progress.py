"""How far a benchmark has come, on stderr: stdout is for its figures."""

import sys
from collections.abc import Iterator

EVERY = 10


def say(text: str) -> None:
    """One line."""
    sys.stderr.write(f"bench: {text}\n")
    sys.stderr.flush()


def counted(what: str, total: int) -> Iterator[int]:
    """0 to ``total`` - 1, telling how far it is now and then."""
    for number in range(total):
        if number % EVERY == 0:
            say(f"{what}: {number} of {total}")
        yield number
