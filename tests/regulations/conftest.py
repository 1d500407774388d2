"""A county in which one agency lives by a printed rule book."""

from collections.abc import Iterator

import pytest
from guanwei import registry
from guanwei.organisations.services import switch_on
from guanwei.testing.scenes import County


@pytest.fixture
def printed() -> Iterator[str]:
    """The rule book's id."""
    before = registry.configuration()
    registry.configure("inline", extra={"printed": "dummy_plugins.printed"})
    yield "printed.rules"
    registry.configure(before.mode, before.time_limit, before.extra)


@pytest.fixture
def ruled(county: County, printed: str) -> County:
    """The water bureau lives by it."""
    assert not switch_on(county.water.unit, "printed", by=None, reason="按本局规定")
    return county
