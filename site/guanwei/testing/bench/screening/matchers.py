"""The whole engine and bare matchers, each as a function from texts to how much it found."""

import time
from collections.abc import Callable
from typing import Any

from guanwei.api.screenings import FindingType

Matcher = Callable[[str], int]
PAGE = 4096
TERM = FindingType.DICTIONARY_TERM


def ours(path: str) -> tuple[Matcher, dict[str, float]]:
    """Fold, match, offsets and detectors. What it took to get ready, from the file to the first answer."""
    # What the engine is built on is there before; what it makes of it, its own modules included, is its own.
    import daachorse  # noqa: F401
    import numpy  # noqa: F401
    import opencc  # noqa: F401

    before, start = _resident(), time.perf_counter()
    from guanwei.screening.engine.dictionaries import parse
    from guanwei.screening.engine.engine import Engine

    with open(path, "rb") as file:
        engine = Engine(parse(file.read(), TERM).terms)
    engine.screen("第一句。")
    ready = {"seconds": time.perf_counter() - start, "megabytes": (_resident() - before) / 2**20}
    return lambda text: sum(hit.type is TERM for hit in engine.screen(text)), ready


def _resident() -> int:
    with open("/proc/self/statm", encoding="ascii") as file:
        return int(file.read().split()[1]) * PAGE


def daachorse(path: str) -> tuple[Matcher, dict[str, float]]:
    """What our engine matches with, by itself."""
    from daachorse import CharwiseDoubleArrayAhoCorasick

    automaton = CharwiseDoubleArrayAhoCorasick(_lines(path))
    return lambda text: len(automaton.find_overlapping(text)), {}


def pyahocorasick(path: str) -> tuple[Matcher, dict[str, float]]:
    """What such checks are usually built with. Ends with a sentence where it isn't installed."""
    try:
        import ahocorasick
    except ModuleNotFoundError:
        raise SystemExit(
            "bench: pyahocorasick is not installed; it comes with the development requirements"
        ) from None
    automaton: Any = ahocorasick.Automaton()
    for word in _lines(path):
        automaton.add_word(word, word)
    automaton.make_automaton()
    return lambda text: sum(1 for _found in automaton.iter(text)), {}


def _lines(path: str) -> list[str]:
    with open(path, encoding="utf-8") as file:
        return file.read().split("\n")


MATCHERS: dict[str, Callable[[str], tuple[Matcher, dict[str, float]]]] = {
    "ours": ours,
    "daachorse": daachorse,
    "pyahocorasick": pyahocorasick,
}
