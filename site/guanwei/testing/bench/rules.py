"""What asking rules costs: a draft save with three plugins asked, and three of fifty installed."""

import tempfile
from pathlib import Path
from statistics import median, quantiles

from guanwei.testing.bench.results import Result, at_most, paired
from guanwei.testing.bench.sides import Side

FEW, MANY = 3, 50
SAVE_GOAL, INSTALLED_GOAL = 1.1, 1.2
# A plugin that takes longer is killed and named; among busy threads none may come near it by waiting alone.
BUSY_GOAL_MS = 500.0
# One asking takes a few milliseconds: too short to be timed alone.
BATCH = 10
WARM_UP = 3
SAVE_WORK = (
    "POST that changes a draft's title, read back; ours then asks the three plugins in force and the county's"
)
ASK_WORK = f"{BATCH} times: three plugins in force and the county's heard, route chosen, signers found"
BUSY_WORK = "the same, once, while three threads of the process compute without pause"


def run(rounds: int = 30) -> list[Result]:
    """Both sides in turn, ``rounds`` items each."""
    with tempfile.TemporaryDirectory() as folder:
        items = 2 * (rounds + WARM_UP)
        few, many = (Side(f"rules-{each}", items, Path(folder)) for each in (FEW, MANY))
        try:
            few.answer()
            many.answer()
            return [_saves(few, rounds), _installed(few, many, rounds), _busy(few, rounds)]
        finally:
            few.end()
            many.end()


def _saves(side: Side, rounds: int) -> Result:
    """On one side, item by item: a save with asking and a save without, in turn."""
    asked, plain = [], []
    for turn in range(rounds + WARM_UP):
        pair = [("save_and_ask", 2 * turn, asked), ("save", 2 * turn + 1, plain)]
        for act, item, taken in pair if turn % 2 else pair[::-1]:
            side.do("open", item)
            taken.append(side.do(act, item)["ms"])
    return paired(
        "draft save with three plugins asked: ms", asked[WARM_UP:], plain[WARM_UP:], SAVE_GOAL, SAVE_WORK
    )


def _installed(few: Side, many: Side, rounds: int) -> Result:
    taken: dict[Side, list[float]] = {few: [], many: []}
    for turn in range(rounds + WARM_UP):
        for side in (few, many) if turn % 2 else (many, few):
            taken[side].append(sum(side.do("ask", turn)["ms"] for _each in range(BATCH)))
    return paired(
        f"three plugins asked, {MANY} installed beside {FEW}: ms",
        taken[many][WARM_UP:],
        taken[few][WARM_UP:],
        INSTALLED_GOAL,
        ASK_WORK,
    )


def _busy(side: Side, rounds: int) -> Result:
    """Reported beside the median without such threads."""
    calm = [side.do("ask", 0)["ms"] for _each in range(rounds * BATCH)]
    side.do("busy", 0)
    busy = [side.do("ask", 0)["ms"] for _each in range(rounds * BATCH)]
    side.do("calm", 0)
    return at_most(
        "three plugins asked among busy threads: p99 ms",
        quantiles(busy, n=100)[-1],
        BUSY_GOAL_MS,
        median(calm),
        len(busy),
        BUSY_WORK,
    )
