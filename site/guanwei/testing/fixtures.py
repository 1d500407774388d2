"""Fixtures for tests of the core and of plugins. Models are imported late: pytest loads this before Django."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from pytest_django import DjangoDbBlocker

from guanwei.testing.asking import commits

if TYPE_CHECKING:
    from guanwei.testing.founding import Founding
    from guanwei.testing.scenes import County

SHARED = pytest.StashKey["Founding"]()
BEGINS_IN_IT = pytest.StashKey[bool]()


@pytest.fixture(scope="session")
def founding(
    request: pytest.FixtureRequest, django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Iterator["Founding"]:
    """The county that tests share; ``guanwei.testing.plugin`` tells it what the next test wants."""
    from guanwei.testing.founding import Founding

    shared = request.config.stash[SHARED] = Founding(django_db_blocker)
    if request.config.stash[BEGINS_IN_IT]:
        shared.found()
    yield shared
    shared.undo()


@pytest.fixture
def county(request: pytest.FixtureRequest, founding: "Founding", db: None) -> "County":
    """清河县 with its portal and one agency under the county's own book."""
    from guanwei import registry
    from guanwei.testing.scenes import make_county

    if not commits(request.node):
        return founding.county()
    # A mutant goes without a rule from here on; the county is what others begin in too.
    with registry.suppress():
        return make_county()
