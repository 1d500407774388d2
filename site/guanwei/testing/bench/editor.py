"""Open, save, submit and sign: ours beside stock Wagtail on the same content, act by act, in turn."""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from guanwei.testing.bench.results import Result, more, paired

ACTS = ("open", "save", "submit", "sign")
TIME_GOAL = 1.3
QUERY_GOAL = 12
# The first items warm caches, prepared templates and the rules' processes.
WARM_UP = 3
WORK = {
    "open": "GET of a draft's editor: 20 paragraphs, one variant",
    "save": "POST that changes the title; the draft was read back",
    "submit": "POST that puts the draft on a chain of three steps; it waited at the first",
    "sign": "POST of the first approval; it waited at the second",
}


class Side:
    """One side in a process of its own, with a database of its own."""

    def __init__(self, name: str, items: int, folder: Path) -> None:
        site = Path(__file__).resolve().parents[3]
        environment = {
            **os.environ,
            "GUANWEI_VAR": str(folder),
            "DJANGO_SETTINGS_MODULE": f"project.settings.bench_{name}",
            "PYTHONPATH": str(site),
        }
        self.process = subprocess.Popen(
            [sys.executable, "-m", "guanwei.testing.bench.side", str(items)],
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


def run(rounds: int = 30) -> list[Result]:
    """Both sides in turn (ours first, then stock first), ``rounds`` items each."""
    items = rounds + WARM_UP
    with tempfile.TemporaryDirectory() as folder:
        ours, stock = Side("ours", items, Path(folder)), Side("stock", items, Path(folder))
        try:
            ours.answer()
            stock.answer()
            timed = _measure(ours, stock, items)
        finally:
            ours.end()
            stock.end()
    return [figure for act in ACTS for figure in _figures(act, timed[act])]


def _measure(ours: Side, stock: Side, items: int) -> dict[str, list[tuple[dict[str, Any], dict[str, Any]]]]:
    timed: dict[str, list[tuple[dict[str, Any], dict[str, Any]]]] = {act: [] for act in ACTS}
    for item in range(items):
        for act in ACTS:
            if item % 2:
                theirs, mine = stock.do(act, item), ours.do(act, item)
            else:
                mine, theirs = ours.do(act, item), stock.do(act, item)
            if item >= WARM_UP:
                timed[act].append((mine, theirs))
    return timed


def _figures(act: str, pairs: list[tuple[dict[str, Any], dict[str, Any]]]) -> list[Result]:
    mine, theirs = [each[0] for each in pairs], [each[1] for each in pairs]
    return [
        paired(f"{act}: ms", [x["ms"] for x in mine], [x["ms"] for x in theirs], TIME_GOAL, WORK[act]),
        more(
            f"{act}: queries more",
            [x["queries"] for x in mine],
            [x["queries"] for x in theirs],
            QUERY_GOAL,
            WORK[act],
        ),
    ]
