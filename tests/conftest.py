"""What every test lives by, in whatever room: no other machine, and failures that name their database."""

from collections.abc import Generator, Iterator

import pytest
from django.db import connection
from django.utils import translation
from loopback import keep_tests_here


def pytest_configure(config: pytest.Config) -> None:
    keep_tests_here()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Each test runs once per database, under one name: a failure must say on which."""
    report = yield
    if report.failed:
        report.sections.append(("database", connection.vendor))
    return report


@pytest.fixture(autouse=True)
def _no_language_left_behind() -> Iterator[None]:
    """A page served in English leaves its language with the thread: the next test starts in Chinese."""
    yield
    translation.deactivate()
