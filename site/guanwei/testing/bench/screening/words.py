"""A dictionary of made-up words of common characters, and how people hide them."""

from collections.abc import Callable
from random import Random

import daachorse

from guanwei.screening.engine.initials import FIRST_CODES, OTHERS, VOWELS
from guanwei.screening.engine.reading import bare_forms
from guanwei.testing.bench.screening.sentences import AWAKENING, ORDINARY, WRITTEN

SEED = 20260105
LENGTHS = (2, 3, 3, 4, 4, 4, 4, 5, 5, 6)
# Every tenth word is planted: they are in the small dictionary as well, so both find the same.
EVERY = 10
# They stand beside planted words.
NEVER = frozenset("卖的")


def words(count: int) -> list[str]:
    """``count`` different words, the same each time, none of which stands in a sentence by itself."""
    # Not for secrets: the same words are wanted each time.
    random = Random(SEED)  # noqa: S311
    common = [letter for letter in _common() if letter not in NEVER]
    made: dict[str, None] = {}
    while len(made) < count:
        some = ("".join(random.choices(common, k=random.choice(LENGTHS))) for _each in range(count))
        made.update(dict.fromkeys(_not_standing(list(some))))
    return list(made)[:count]


def _common() -> list[str]:
    """Level 1 of GB 2312: the 3,755 characters of nearly all running text."""
    codes = (high << 8 | low for high in range(0xB0, 0xD8) for low in range(0xA1, 0xFF))
    known = (code.to_bytes(2, "big").decode("gb2312", "ignore") for code in codes)
    return [letter for letter in known if letter]


def _not_standing(some: list[str]) -> list[str]:
    automaton = daachorse.CharwiseDoubleArrayAhoCorasick(some)
    texts = [*ORDINARY, *AWAKENING, *(each.replace("{}", "的卖") for each in WRITTEN)]
    standing = {
        some[which] for bare in bare_forms(texts) for _s, _e, which in automaton.find_overlapping(bare)
    }
    return [word for word in some if word not in standing]


def _initials(word: str) -> str:
    letters = ""
    for letter in word:
        code = int.from_bytes(letter.encode("gb2312"), "big")
        letters += max((first, initial) for initial, first in FIRST_CODES.items() if first <= code)[1]
    return letters


def hidden(word: str, random: Random) -> str:
    """The word as somebody writes it who wants it not to be found."""
    initials = _initials(word)
    clear = (
        len(word) >= 4 and VOWELS.isdisjoint(initials) and initials not in OTHERS and len(set(initials)) > 1
    )
    ways: list[Callable[[], str]] = [lambda: "\u200b".join(word), lambda: "*".join(word)]
    return random.choice([*ways, lambda: initials] if clear else ways)()
