"""Fixtures for tests of the core and of plugins. Models are imported late: pytest loads this before Django."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from pytest_django import DjangoDbBlocker

from guanwei.testing.asking import SCENES, commits

if TYPE_CHECKING:
    from guanwei.testing.founding import Foundings
    from guanwei.testing.scenes import County

SHARED = pytest.StashKey["Foundings"]()
BEGINS_IN = pytest.StashKey[str]()


def _make_county() -> "County":
    from guanwei.testing.scenes import make_county

    return make_county()


SCENES["county"] = _make_county


@pytest.fixture(scope="session")
def founding(
    request: pytest.FixtureRequest, django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Iterator["Foundings"]:
    """The scenes that tests share; ``guanwei.testing.plugin`` tells which one the next test wants."""
    from guanwei.testing.founding import Foundings

    shared = request.config.stash[SHARED] = Foundings(django_db_blocker, SCENES)
    shared.only(request.config.stash[BEGINS_IN])
    yield shared
    shared.only("")


@pytest.fixture
def county(request: pytest.FixtureRequest, founding: "Foundings", db: None) -> "County":
    """清河县 with its portal and one agency under the county's own book."""
    return _make_county() if commits(request.node) else founding.scene("county")
