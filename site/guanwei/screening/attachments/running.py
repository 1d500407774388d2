"""Runs the child process. Both ways lead through files without names: nothing is left behind, whatever happens."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Any

import guanwei
from guanwei.screening.attachments import wire
from guanwei.screening.attachments.bounds import NO_MEMORY
from guanwei.screening.attachments.limits import Limits
from guanwei.screening.attachments.problems import Problem, ProblemCode

CHILD = "guanwei.screening.attachments.child"
# What Python itself may need; the rest of the environment holds secrets.
KEPT = ("PATH", "LD_LIBRARY_PATH", "PYTHONHOME")
SOURCES = str(Path(guanwei.__file__).parents[1])
ENDINGS = {
    NO_MEMORY: ProblemCode.TOO_LARGE,
    -signal.SIGXCPU: ProblemCode.TOO_SLOW,
    # Beyond the grace; a machine out of memory does the same.
    -signal.SIGKILL: ProblemCode.TOO_SLOW,
    -signal.SIGXFSZ: ProblemCode.TOO_LARGE,
}


@contextmanager
def answer(
    request: Mapping[str, Any], data: bytes, limits: Limits
) -> Iterator[tuple[IO[bytes], Problem | None]]:
    """The child's answer, open at its begin, and why it may be incomplete."""
    with TemporaryFile() as asked, TemporaryFile() as said:
        asked.write(wire.line({**request, "limits": asdict(limits)}) + data)
        asked.seek(0)
        problem = _run(asked, said, limits.wall_seconds)
        said.seek(0)
        yield said, problem


def _run(asked: IO[bytes], said: IO[bytes], seconds: float) -> Problem | None:
    """What its end says of the file: a process that ended well has said for itself what is wrong."""
    command = [sys.executable, "-s", "-X", "utf8", "-m", CHILD]
    environment = {key: os.environ[key] for key in KEPT if key in os.environ} | {"PYTHONPATH": SOURCES}
    process = subprocess.Popen(
        command, stdin=asked, stdout=said, stderr=subprocess.DEVNULL, env=environment, cwd="/"
    )
    try:
        ended = process.wait(seconds)
    except subprocess.TimeoutExpired:
        return Problem(ProblemCode.TOO_SLOW)
    finally:
        process.kill()
        process.wait()
    return Problem(ENDINGS.get(ended, ProblemCode.BROKEN), {"ended": ended}) if ended else None
