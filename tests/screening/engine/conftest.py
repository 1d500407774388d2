"""An engine of the words at hand, without detectors: what is tested here is the finding of words."""

from collections.abc import Callable

import pytest
from guanwei.api.screenings import FindingType
from guanwei.screening.engine.engine import Engine
from guanwei.screening.engine.hits import Hit
from guanwei.screening.engine.terms import Term

Found = Callable[..., list[str]]


@pytest.fixture
def hits() -> Callable[..., list[Hit]]:
    """``hits(text, *words)``: all that is found; a word that begins with + is allowed, a Term is taken as it is."""
    return _hits


@pytest.fixture
def found() -> Found:
    """``found(text, *words)``: the pieces of the text that are found."""
    return lambda text, *words: [text[hit.start : hit.end] for hit in _hits(text, *words)]


def _hits(text: str, *words: str | Term) -> list[Hit]:
    return Engine([_term(word) for word in words], detectors=()).screen(text)


def _term(word: str | Term) -> Term:
    if isinstance(word, Term):
        return word
    return Term(word.removeprefix("+"), FindingType.DICTIONARY_TERM, allow=word.startswith("+"))
