"""One detector in an engine of its own, as it is woken in the real one."""

from collections.abc import Callable
from importlib import import_module

import pytest
from guanwei.screening.engine.detecting import PACKAGE
from guanwei.screening.engine.engine import Engine
from guanwei.screening.engine.hits import NOTHING_KNOWN, About, Hit

Hits = Callable[..., list[Hit]]
Found = Callable[..., list[str]]


@pytest.fixture
def hits(request: pytest.FixtureRequest) -> Hits:
    """``hits(text, about)``: of the detector that the module names in ``DETECTOR``."""
    engine = Engine((), [import_module(f"{PACKAGE}.{request.module.DETECTOR}")])
    return lambda text, about=NOTHING_KNOWN: engine.screen(text, about)


@pytest.fixture
def found(hits: Hits) -> Found:
    """``found(text, about)``: the pieces of the text that are found."""

    def pieces(text: str, about: About = NOTHING_KNOWN) -> list[str]:
        return [text[hit.start : hit.end] for hit in hits(text, about)]

    return pieces
