"""What every test lives by, in whatever room: no other machine, and failures that name their database."""

import os
from collections.abc import Generator, Iterator

import pytest
from django.db import connection
from django.utils import translation
from guanwei.testing.clauses.mutants import mutant_of
from hypothesis import HealthCheck, settings
from loopback import keep_tests_here

DATABASE_FIXTURES = {"db", "transactional_db", "live_server", "_django_db_helper"}


def pytest_configure(config: pytest.Config) -> None:
    keep_tests_here()
    # A machine that runs two databases side by side is slow at times; that says nothing of what is tested.
    settings.register_profile("unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow])
    settings.load_profile("unhurried")


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


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Of the two processes side by side, the one on SQLite alone runs what touches no database, and mutants."""
    paired = "PYTEST_XDIST_WORKER" in os.environ
    if not paired or connection.vendor != "postgresql":
        return
    kept = [each for each in items if _touches_a_database(each) and not mutant_of(each)]
    config.hook.pytest_deselected(items=[each for each in items if each not in set(kept)])
    items[:] = kept


def _touches_a_database(item: pytest.Item) -> bool:
    asked = set(getattr(item, "fixturenames", ()))
    return item.get_closest_marker("django_db") is not None or bool(asked & DATABASE_FIXTURES)
