"""How much of a file is read, and what that may cost."""

from dataclasses import dataclass

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Bytes, counts and seconds. A usual file of an office stays far below all of them.

    ``memory`` is the address space of the child process, which holds the file, its largest part and the parser.
    ``unpacked`` and ``ratio`` are what a zip says of itself before anything of it is unpacked; ``part`` is its
    largest part. Passages are limited beside their characters: each costs the caller more than its words.
    ``cpu_seconds`` are the child's own; ``wall_seconds`` let a busy machine take its time.
    """

    size: int = 50 * MEGABYTE
    unpacked: int = 200 * MEGABYTE
    part: int = 100 * MEGABYTE
    parts: int = 3000
    ratio: int = 200
    characters: int = 5_000_000
    passages: int = 200_000
    pages: int = 3000
    memory: int = 400 * MEGABYTE
    cpu_seconds: int = 20
    wall_seconds: float = 60.0


USUAL = Limits()
