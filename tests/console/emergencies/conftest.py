"""The emergency book loaded, and a storm."""

from collections.abc import Iterator

import pytest
from guanwei import registry
from guanwei.organisations.models import Person
from guanwei.testing.scenes import County
from storms import on_duty


@pytest.fixture
def book() -> Iterator[None]:
    """The plugin ``storm`` is installed."""
    before = registry.configuration()
    registry.configure("inline", extra={"storm": "dummy_plugins.storm"})
    yield
    registry.configure(before.mode, before.time_limit, before.extra)


@pytest.fixture
def people(book: None, county: County) -> dict[str, Person]:
    return on_duty(county)
