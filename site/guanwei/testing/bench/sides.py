"""The sides of a benchmark, each a process with a database of its own, told what to do line by line."""

import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

# As the settings of that name call it.
DATABASES = {"bench_ours": "bench-ours.sqlite3", "bench_stock": "bench-stock.sqlite3"}
# Seconds in which a side must have ended its rule processes.
END_LIMIT = 20


class Side:
    """One side in a process of its own, with a database of its own."""

    def __init__(self, desk: str, items: int, folder: Path, like: "Side | None" = None) -> None:
        """``like`` is a side whose database, as it stands now, is copied instead of making another."""
        site = Path(__file__).resolve().parents[3]
        settings = "bench_stock" if desk == "stock" else "bench_ours"
        environment = {
            **os.environ,
            "GUANWEI_VAR": str(folder / desk),
            "DJANGO_SETTINGS_MODULE": f"project.settings.{settings}",
            "PYTHONPATH": str(site),
        }
        (folder / desk / "static").mkdir(parents=True, exist_ok=True)
        self.database = folder / desk / DATABASES[settings]
        if like is not None:
            _copy(like.database, self.database)
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
        """Let the process go: it ends with its input."""
        assert self.process.stdin is not None
        self.process.stdin.close()
        try:
            self.process.wait(END_LIMIT)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def _copy(source: Path, target: Path) -> None:
    """With what still lies in the write-ahead log."""
    with closing(sqlite3.connect(source)) as read, closing(sqlite3.connect(target)) as written:
        read.backup(written)
