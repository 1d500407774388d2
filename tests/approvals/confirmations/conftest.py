"""The rules, the people, and what they say."""

from collections.abc import Iterator
from typing import Any

import pytest
from approvals.confirmations.scene import BEGIN, asking_rules, staff
from guanwei.audit import clock
from guanwei.testing.scenes import County


@pytest.fixture
def people(county: County) -> Iterator[dict[str, Any]]:
    with asking_rules(), clock.at(BEGIN):
        yield staff(county)
