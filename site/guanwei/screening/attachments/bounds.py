"""What the child process may use. Set before it looks at the file."""

import resource
import signal
import sys
from typing import Any

from guanwei.screening.attachments.limits import MEGABYTE, Limits
from guanwei.screening.attachments.problems import ProblemCode, Stopped

# Room in the answer for the places beside the words; a character takes 12 bytes at most in JSON.
ANSWER = 64 * MEGABYTE
# Seconds to say what was found until then.
GRACE = 3
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
    signal.signal(signal.SIGXCPU, _too_slow)
    _limit(resource.RLIMIT_AS, limits.memory)
    _limit(resource.RLIMIT_CPU, limits.cpu_seconds, GRACE)
    _limit(resource.RLIMIT_FSIZE, ANSWER + 12 * limits.characters + limits.unpacked)
    _limit(resource.RLIMIT_CORE, 0)
    sys.addaudithook(_refuse)


def be_brief() -> None:
    """What is left to do is to say what was found."""
    signal.signal(signal.SIGXCPU, signal.SIG_IGN)


def _limit(kind: int, most: int, more: int = 0) -> None:
    """``more`` beyond the limit the kernel ends the process by itself. A lower limit set from outside stays."""
    hard = resource.getrlimit(kind)[1]
    known = sys.maxsize if hard == resource.RLIM_INFINITY else hard
    resource.setrlimit(kind, (min(most, known), min(most + more, known)))


def _too_slow(_signal: int, _frame: Any) -> None:
    """Comes again each second: a parser may swallow the first."""
    raise Stopped(ProblemCode.TOO_SLOW)


def _refuse(event: str, _arguments: Any) -> None:
    if event.startswith(REFUSED):
        raise PermissionError(event)
