"""Two workers as an office runs them, each a process; one or the other is killed without a word, again and again."""

import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from random import Random

SITE = Path(__file__).resolve().parents[4]


class Workers:
    """``environment`` tells the processes which settings and database are theirs."""

    def __init__(self, environment: Mapping[str, str], seed: str) -> None:
        self.environment = {**os.environ, **environment}
        self.random = Random(seed)  # noqa: S311 - which act comes next
        self.killed = 0
        self.running = [self._start(), self._start()]

    def _start(self) -> "subprocess.Popen[bytes]":
        command = [sys.executable, str(SITE / "manage.py"), "work"]
        return subprocess.Popen(command, env=self.environment, stdin=subprocess.DEVNULL)

    def kill_one(self) -> None:
        """SIGKILL, wherever it stands, and another in its place."""
        number = self.random.randrange(len(self.running))
        self._end(self.running[number], signal.SIGKILL)
        self.killed += 1
        self.running[number] = self._start()

    def stop(self) -> list[int]:
        """As an operator would; the codes with which they ended."""
        return [self._end(each, signal.SIGTERM) for each in self.running]

    def _end(self, process: "subprocess.Popen[bytes]", number: int) -> int:
        process.send_signal(number)
        return process.wait(120)
