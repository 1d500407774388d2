"""All contenders read the same documents, round by round and in turn; unequal work is an error."""

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from guanwei.testing.bench.progress import counted, say
from guanwei.testing.bench.results import Result, at_most, paired, times
from guanwei.testing.bench.screening import corpus
from guanwei.testing.bench.screening.naive import differences
from guanwei.testing.bench.screening.words import EVERY, words

TERMS, DOCUMENTS = 100_000, 10_000
AHOCORASICK_GOAL, DAACHORSE_GOAL, TENFOLD_GOAL, MEMORY_GOAL, BUILD_GOAL = 20, 0.4, 2.5, 60, 2
NAIVE_TERMS, NAIVE_DOCUMENTS = 2000, 60
# Our engine with all words and with a tenth, and the bare matchers.
CONTENDERS = {"ours": "ours", "few": "ours", "daachorse": "daachorse", "pyahocorasick": "pyahocorasick"}


class Contender:
    """A matcher in its process."""

    def __init__(self, matcher: str, words: Path, planted: Path) -> None:
        module = "guanwei.testing.bench.screening.contender"
        self._process = subprocess.Popen(
            [sys.executable, "-m", module, matcher, str(words), str(planted)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self.ready = self._answer()

    def read(self, first: int, count: int) -> dict[str, Any]:
        """Milliseconds for those documents, how much was found and how much planted."""
        assert self._process.stdin is not None
        self._process.stdin.write(f"{first} {count}\n")
        self._process.stdin.flush()
        return self._answer()

    def _answer(self) -> dict[str, Any]:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            raise SystemExit("bench: a matcher ended early; its message is above")
        return dict(json.loads(line))

    def end(self) -> None:
        """It ends with its input."""
        self._process.communicate()


def run(rounds: int, documents: int = DOCUMENTS) -> list[Result]:
    """``documents`` in ``rounds`` rounds; the first batch is read once before, to warm everything."""
    with tempfile.TemporaryDirectory() as folder:
        say(f"screening: making {TERMS} words")
        files = _files(Path(folder))
        contenders: dict[str, Contender] = {}
        try:
            for name, matcher in CONTENDERS.items():
                say(f"screening: {name} gets ready")
                contenders[name] = Contender(matcher, files["few" if name == "few" else "all"], files["few"])
            taken = _contest(contenders, rounds, max(1, documents // rounds))
        finally:
            for each in contenders.values():
                each.end()
    return [*_speeds(taken, documents // rounds), *_sizes(contenders["ours"].ready), _exactness()]


def _files(folder: Path) -> dict[str, Path]:
    everything = words(TERMS)
    files = {"all": folder / "all.txt", "few": folder / "few.txt"}
    files["all"].write_text("\n".join(everything), encoding="utf-8")
    files["few"].write_text("\n".join(everything[::EVERY]), encoding="utf-8")
    return files


def _contest(contenders: dict[str, Contender], rounds: int, batch: int) -> dict[str, list[float]]:
    taken: dict[str, list[float]] = {name: [] for name in contenders}
    names = list(contenders)
    for each in contenders.values():
        each.read(0, batch)
    for turn in counted("screening: reading", rounds):
        answers = {name: contenders[name].read(turn * batch, batch) for name in names}
        same_work(answers)
        for name, answer in answers.items():
            taken[name].append(answer["ms"])
        # Whoever comes first meets another state of the machine.
        names = names[1:] + names[:1]
    return taken


def same_work(answers: dict[str, dict[str, Any]]) -> None:
    """Ends the run where ours found anything but what was planted, or the bare matchers differ."""
    found = {name: answer["found"] for name, answer in answers.items()}
    planted = answers["ours"]["planted"]
    if found["ours"] != planted or found["few"] != planted or found["daachorse"] != found["pyahocorasick"]:
        raise SystemExit(f"bench: not the same work: {planted} words planted, found {found}")


def _speeds(taken: dict[str, list[float]], batch: int) -> list[Result]:
    work = f"{batch} documents of {corpus.CHARACTERS} characters a round, {TERMS} terms; {corpus.RATE}"
    mine = taken["ours"]
    return [
        times(
            "whole check beside bare pyahocorasick: times its speed",
            mine,
            taken["pyahocorasick"],
            AHOCORASICK_GOAL,
            work,
        ),
        times(
            "whole check beside bare daachorse: times its speed",
            mine,
            taken["daachorse"],
            DAACHORSE_GOAL,
            work,
        ),
        paired(f"{TERMS} terms beside {TERMS // EVERY}: ms", mine, taken["few"], TENFOLD_GOAL, work),
    ]


def _sizes(ready: dict[str, float]) -> list[Result]:
    work = f"{TERMS} terms from their file to the first answer, in a process of their own"
    return [
        at_most("engine's memory: MB", ready["megabytes"], MEMORY_GOAL, 0, 1, work),
        at_most("engine's build: s", ready["seconds"], BUILD_GOAL, 0, 1, work),
    ]


def _exactness() -> Result:
    differing, total = differences(words(TERMS)[:NAIVE_TERMS], NAIVE_DOCUMENTS)
    work = f"{NAIVE_DOCUMENTS} documents, {NAIVE_TERMS} terms, each looked for by itself: {total} hits"
    return at_most("hits that a loop over all words doesn't find, or finds alone", differing, 0, 0, 1, work)
