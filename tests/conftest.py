"""What every test lives by, in whatever room: no other machine, and failures that name their database."""

from collections.abc import Generator

import pytest
from django.db import connection
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
