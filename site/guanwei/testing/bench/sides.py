"""The sides of a benchmark, each a process with a database of its own, told what to do line by line."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any


class Side:
    """One side in a process of its own, with a database of its own."""

    def __init__(self, desk: str, items: int, folder: Path) -> None:
        site = Path(__file__).resolve().parents[3]
        settings = "bench_stock" if desk == "stock" else "bench_ours"
        environment = {
            **os.environ,
            "GUANWEI_VAR": str(folder / desk),
            "DJANGO_SETTINGS_MODULE": f"project.settings.{settings}",
            "PYTHONPATH": str(site),
        }
        (folder / desk).mkdir(exist_ok=True)
        self.process = subprocess.Popen(
            [sys.executable, "-m", "guanwei.testing.bench.side", desk, str(items)],
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def answer(self) -> dict[str, Any]:
        """The side's next line; raises when it died."""
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        if not line:
            raise RuntimeError("a side of the benchmark ended early; its message is above")
        return dict(json.loads(line))

    def do(self, act: str, item: int) -> dict[str, Any]:
        """Do one act; milliseconds and queries."""
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps({"do": act, "item": item}) + "\n")
        self.process.stdin.flush()
        return self.answer()

    def end(self) -> None:
        """Let the process go."""
        self.process.kill()
        self.process.wait()
