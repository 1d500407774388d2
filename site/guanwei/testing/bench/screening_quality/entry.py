"""The figures of ``guanwei bench screening-quality``, beside plain regular expressions on the same texts."""

from collections.abc import Mapping
from pathlib import Path

from guanwei.api.screenings import FindingType
from guanwei.screening.engine.engine import Engine
from guanwei.screening.engine.terms import Term
from guanwei.testing.bench.progress import say
from guanwei.testing.bench.results import Result, at_least, at_most, only_told
from guanwei.testing.bench.screening_quality.loading import IN_A_CHECKOUT, terms_in, texts_in
from guanwei.testing.bench.screening_quality.measuring import Measured, Screen, measured
from guanwei.testing.bench.screening_quality.plain import Plain
from guanwei.testing.bench.screening_quality.prose import read_all
from guanwei.testing.bench.screening_quality.tally import Tally

F1_GOAL = 0.90
ALARMS_GOAL = 5.0
LIST = "sample"


class NothingToMeasure(Exception):
    """The texts, or the folder that was named, aren't there."""


def run(prose: Path | None = None, verbose: bool = False, folder: Path = IN_A_CHECKOUT) -> list[Result]:
    """Quality on the labelled texts; what is found in each file of ``prose``, if a folder is named.

    ``verbose`` adds a figure for each genre, and lists every miss, every false alarm and every hit in ``prose``
    on stderr.
    """
    if not (folder / "texts").is_dir():
        raise NothingToMeasure(
            f"the labelled texts are part of a checkout only; {folder / 'texts'} isn't there"
        )
    if prose is not None and not prose.is_dir():
        raise NothingToMeasure(f"{prose} is no folder")
    terms, texts = terms_in(folder / "terms.txt"), texts_in(folder / "texts")
    screen = engine(terms).screen
    ours, theirs = measured(texts, screen), measured(texts, Plain(terms).screen)
    results = _goals(ours, theirs) + _told("F1", ours.tallies, theirs.tallies)
    if verbose:
        _say_all(ours.mistakes)
        results += _told("F1 in", ours.genres, theirs.genres)
    return results + ([] if prose is None else _prose(prose, screen, verbose))


def engine(terms: tuple[str, ...]) -> Engine:
    """All detectors, and the dictionary of the labelled texts."""
    return Engine(Term(each, FindingType.DICTIONARY_TERM, dictionary=LIST) for each in terms)


def _goals(ours: Measured, theirs: Measured) -> list[Result]:
    size = f"{ours.texts} texts, {ours.clean_texts} of them clean with {ours.clean_characters} characters"
    return [
        at_least("macro F1", ours.macro_f1, F1_GOAL, theirs.macro_f1, ours.texts, size),
        at_most(
            "false alarms per 10,000 clean characters",
            ours.alarms_per_10000,
            ALARMS_GOAL,
            theirs.alarms_per_10000,
            ours.texts,
            f"{ours.clean_alarms} alarms; {ours.mistaken} meant ones taken for a legitimate use",
        ),
    ]


def _told(what: str, ours: Mapping[str, Tally], theirs: Mapping[str, Tally]) -> list[Result]:
    """F1 with its counts of each type or genre; a round is a label or an alarm."""
    return [
        only_told(
            f"{what} {name}",
            tally.f1,
            theirs[name].f1,
            tally.found + tally.missed + tally.alarms,
            tally.told(),
        )
        for name, tally in sorted(ours.items())
    ]


def _prose(folder: Path, screen: Screen, verbose: bool) -> list[Result]:
    files = read_all(folder, screen)
    if verbose:
        _say_all([line for each in files for line in each.lines()])
    return [only_told(f"hits in {each.name}", len(each.hits), 0, 1, each.told()) for each in files]


def _say_all(lines: list[str]) -> None:
    for line in lines:
        say(line)
