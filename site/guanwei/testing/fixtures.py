"""Fixtures for tests of the core and of plugins. Models are imported late: pytest loads this before Django."""

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from guanwei.testing.scenes import County


@pytest.fixture
def county(db: None) -> "County":
    """清河县 with its portal and one agency under the county's own book."""
    from guanwei.testing.scenes import make_county

    return make_county()
