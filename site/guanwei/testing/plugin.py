"""The pytest plugin: the ``clause`` marker, and tests that commit may flush although the triggers stand."""

from collections.abc import Iterator
from typing import Any

import pytest

from guanwei.testing.fixtures import county

__all__ = ["county"]

# The contract's assertions shall show what they compared, like those of the tests that inherit them.
pytest.register_assert_rewrite("guanwei.testing.contract")


def pytest_configure(config: pytest.Config) -> None:
    """Plugins' tests run with ``--strict-markers`` in folders of their own."""
    config.addinivalue_line("markers", "clause(*ids): the clauses of a regulation that a test proves")


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
