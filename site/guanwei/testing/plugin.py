"""The pytest plugin: marks, mutants of clauses, the shared county, and a flush for tests that commit."""

import gc
from collections.abc import Iterator
from typing import Any

import pytest

from guanwei.testing.fixtures import BEGINS_IN, SHARED, county, founding

__all__ = ["county", "founding"]

SELDOM = (100_000, 50, 100)

pytest_plugins = ("guanwei.testing.clauses.mutants", "guanwei.testing.clauses.rows")

# The contract's assertions shall show what they compared, like those of the tests that inherit them.
pytest.register_assert_rewrite("guanwei.testing.contract")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.getgroup("guanwei").addoption(
        "--clauses-json",
        metavar="PATH",
        help="write what this run says of each clause, for guanwei clauses --run",
    )


def pytest_configure(config: pytest.Config) -> None:
    """Plugins' tests run with ``--strict-markers`` in folders of their own."""
    config.addinivalue_line(
        "markers",
        "clause(*ids, law=False, core=False, suppress='setup'): the clauses of a regulation that a test proves",
    )
    config.addinivalue_line("markers", "law(*numbers): the laws of the core that a test proves")


@pytest.fixture(scope="session", autouse=True)
def _flush_past_the_triggers() -> Iterator[None]:
    from django.test import TransactionTestCase

    set_up = TransactionTestCase._fixture_setup.__func__

    def fixture_setup(case: Any) -> None:
        from guanwei.testing.flush import keep_rows

        keep_rows(case._databases_names(include_mirrors=False))
        set_up(case)

    def fixture_teardown(case: Any) -> None:
        from guanwei.testing.flush import flush

        flush(case._databases_names(include_mirrors=False))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_setup", classmethod(fixture_setup))
        patch.setattr(TransactionTestCase, "_fixture_teardown", fixture_teardown)
        yield


@pytest.fixture(scope="session", autouse=True)
def _a_new_database_soon() -> Iterator[None]:
    from django.db.backends.base.creation import BaseDatabaseCreation

    from guanwei.console.demo.quiet import rarely_collecting
    from guanwei.console.new_database import models_on_demand

    def create(*args: Any, **kwargs: Any) -> Any:
        with models_on_demand(), rarely_collecting():
            return slowly(*args, **kwargs)

    slowly = BaseDatabaseCreation.create_test_db
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(BaseDatabaseCreation, "create_test_db", create)
        yield


def pytest_collection_finish() -> None:
    """What is loaded by now stays: looking through it for garbage again and again takes a tenth of the time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*SELDOM)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """After the shuffle, and after pytest-django put tests that commit behind those that don't."""
    from guanwei.testing.asking import together

    together(items)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Before the test's own transaction begins."""
    from guanwei.testing.asking import scene_of

    stash = item.config.stash
    stash[BEGINS_IN] = scene_of(item)
    if SHARED in stash:
        stash[SHARED].only(stash[BEGINS_IN])
