"""What asking rules costs: a draft save with three plugins asked, and three of fifty installed."""

import tempfile
from pathlib import Path
from statistics import median, quantiles

from guanwei.registry.engine import DEFAULT_TIME_LIMIT
from guanwei.registry.lane import PATIENCE
from guanwei.testing.bench.progress import counted, say
from guanwei.testing.bench.results import Result, at_most, paired
from guanwei.testing.bench.sides import Side

FEW, MANY = 3, 50
SAVE_GOAL, INSTALLED_GOAL = 1.1, 1.2
# Later than this a rule process is given up and its plugin named, whose fault it isn't if others kept it waiting.
BUSY_GOAL_MS = 1000 * (DEFAULT_TIME_LIMIT + PATIENCE)
# One asking takes a few milliseconds: too short to be timed alone.
BATCH = 10
BUSY_ROUNDS = 100
WARM_UP = 3
SAVE_WORK = "POST that changes a draft's title, read back; ours asks in it the three plugins in force and the county's"
ASK_WORK = f"{BATCH} times: three plugins in force and the county's heard of a draft, route chosen"
BUSY_WORK = (
    "the same, once, while three threads of the process compute without pause; theirs: the median without"
)


def run(rounds: int = 30) -> list[Result]:
    """Both sides in turn, ``rounds`` items each."""
    with tempfile.TemporaryDirectory() as folder:
        say("rules: making a database with its drafts (a minute or so)")
        few = Side(f"rules-{FEW}", 2 * (rounds + WARM_UP), Path(folder))
        sides = [few]
        try:
            few.answer()
            say(f"rules: {MANY} plugins beside a copy of it")
            many = Side(f"rules-{MANY}", 0, Path(folder), like=few)
            sides.append(many)
            many.answer()
            return [_saves(few, rounds), _installed(few, many, rounds), _busy(few)]
        finally:
            for each in sides:
                each.end()


def _saves(side: Side, rounds: int) -> Result:
    """On one side, item by item: a save with asking and a save without, in turn."""
    asked, plain = [], []
    for turn in counted("rules: saving drafts", rounds + WARM_UP):
        pair = [("save_and_ask", 2 * turn, asked), ("save", 2 * turn + 1, plain)]
        for act, item, taken in pair if turn % 2 else pair[::-1]:
            side.do("open", item)
            taken.append(side.do(act, item)["ms"])
    return paired(
        "draft save with three plugins asked: ms", asked[WARM_UP:], plain[WARM_UP:], SAVE_GOAL, SAVE_WORK
    )


def _installed(few: Side, many: Side, rounds: int) -> Result:
    taken: dict[Side, list[float]] = {few: [], many: []}
    for turn in counted("rules: asking of few and many installed", rounds + WARM_UP):
        for side in (few, many) if turn % 2 else (many, few):
            taken[side].append(sum(side.do("ask", turn)["ms"] for _each in range(BATCH)))
    return paired(
        f"three plugins asked, {MANY} installed beside {FEW}: ms",
        taken[many][WARM_UP:],
        taken[few][WARM_UP:],
        INSTALLED_GOAL,
        ASK_WORK,
    )


def _busy(side: Side) -> Result:
    """Reported beside the median without such threads."""
    calm = [side.do("ask", 0)["ms"] for _each in range(BUSY_ROUNDS)]
    side.do("busy", 0)
    busy = [side.do("ask", 0)["ms"] for _each in counted("rules: asking among busy threads", BUSY_ROUNDS)]
    side.do("calm", 0)
    return at_most(
        "three plugins asked among busy threads: p99 ms",
        quantiles(busy, n=100)[-1],
        BUSY_GOAL_MS,
        median(calm),
        len(busy),
        BUSY_WORK,
    )
