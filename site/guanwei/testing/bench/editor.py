"""Open, save, submit and sign: ours beside stock Wagtail on the same content, act by act, in turn."""

import tempfile
from pathlib import Path
from typing import Any

from guanwei.testing.bench.progress import counted, say
from guanwei.testing.bench.results import Result, more, paired
from guanwei.testing.bench.sides import Side

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


def run(rounds: int = 30) -> list[Result]:
    """Both sides in turn (ours first, then stock first), ``rounds`` items each."""
    items = rounds + WARM_UP
    say("editor: making both sides' databases with their drafts (a minute or so)")
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
    for item in counted("editor: opening, saving, submitting, signing", items):
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
