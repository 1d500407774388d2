"""``guanwei bench NAME``: figures against goals; exit 1 where one doesn't hold, 2 where it was too noisy."""

import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path

from guanwei.testing.bench import editor, rules
from guanwei.testing.bench.results import TOO_NOISY, Result
from guanwei.testing.bench.screening import contest as screening
from guanwei.testing.bench.screening_quality import entry as screening_quality
from guanwei.testing.bench.soak import entry as soak

BENCHES: dict[str, Callable[[argparse.Namespace], list[Result]]] = {
    "editor": lambda asked: editor.run(max(10, asked.rounds)),
    "rules": lambda asked: rules.run(max(10, asked.rounds)),
    "screening": lambda asked: screening.run(max(10, asked.rounds), asked.documents),
    "screening-quality": lambda asked: screening_quality.run(asked.texts, asked.verbose),
    "soak": lambda asked: soak.run(asked.minutes),
}


def main(arguments: list[str] | None = None) -> int:
    """Run one benchmark and say what came of it."""
    parser = argparse.ArgumentParser("guanwei bench", description="measure a part beside its yardstick")
    parser.add_argument("name", choices=sorted(BENCHES))
    parser.add_argument("--rounds", type=int, default=30, help="at least 10")
    parser.add_argument("--minutes", type=_minutes, default=10.0, help="of the soak, above 0")
    parser.add_argument(
        "--documents", type=_documents, default=screening.DOCUMENTS, help="that are screened, at least 100"
    )
    parser.add_argument(
        "--texts",
        type=Path,
        metavar="FOLDER",
        help="screening-quality: also count what is found in its .txt files",
    )
    parser.add_argument("--verbose", action="store_true", help="screening-quality: list each mistake")
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args(arguments)
    try:
        results = BENCHES[asked.name](asked)
    except screening_quality.NothingToMeasure as error:
        parser.error(str(error))
    sys.stdout.write(_json(results) if asked.json else _lines(results))
    if any(each.spread > TOO_NOISY for each in results):
        return 2
    return 0 if all(each.holds for each in results) else 1


def _minutes(text: str) -> float:
    minutes = float(text)
    if not 0 < minutes <= 24 * 60:
        raise argparse.ArgumentTypeError("between 0 and a day")
    return minutes


def _documents(text: str) -> int:
    documents = int(text)
    if not 100 <= documents <= 1_000_000:
        raise argparse.ArgumentTypeError("between 100 and a million")
    return documents


def _json(results: list[Result]) -> str:
    return json.dumps([each.as_dict() for each in results], ensure_ascii=False) + "\n"


def _lines(results: list[Result]) -> str:
    return "".join(
        f"{each.name}: {each.ratio} ({_goal(each)}); "
        f"ours {each.ours}, theirs {each.theirs}, {each.rounds} rounds, spread {each.spread}: {each.work}\n"
        for each in results
    )


def _goal(result: Result) -> str:
    if result.goal is None:
        return "no goal"
    return f"goal {result.goal}, {'holds' if result.holds else 'DOES NOT HOLD'}"


if __name__ == "__main__":
    sys.exit(main())
