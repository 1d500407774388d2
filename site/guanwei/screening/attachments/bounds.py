"""What the child process may use. Set before it looks at the file."""

import resource
import sys
from typing import Any

from guanwei.screening.attachments.limits import MEGABYTE, Limits

# Room in the answer for the places beside the words; a character takes 12 bytes at most in JSON.
ANSWER = 64 * MEGABYTE
# How the process ends where it hasn't even the memory to say so.
NO_MEMORY = 3
# Nothing in a document is a reason to call somebody or to start something.
REFUSED = (
    "socket.",
    "subprocess.",
    "os.system",
    "os.exec",
    "os.posix_spawn",
    "os.fork",
    "ctypes.",
    "urllib.",
)


def bind(limits: Limits) -> None:
    """Bounds memory, time and the size of the answer, and cuts the process off from everything else."""
    _limit(resource.RLIMIT_AS, limits.memory)
    _limit(resource.RLIMIT_CPU, limits.cpu_seconds)
    _limit(resource.RLIMIT_FSIZE, ANSWER + 12 * limits.characters + limits.unpacked)
    _limit(resource.RLIMIT_CORE, 0)
    sys.addaudithook(_refuse)


def _limit(kind: int, most: int) -> None:
    hard = resource.getrlimit(kind)[1]
    bound = most if hard == resource.RLIM_INFINITY else min(most, hard)
    resource.setrlimit(kind, (bound, bound))


def _refuse(event: str, _arguments: Any) -> None:
    if event.startswith(REFUSED):
        raise PermissionError(event)
