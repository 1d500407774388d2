"""The pytest plugin: tests that commit may flush although the triggers stand."""

from collections.abc import Iterator
from typing import Any

import pytest

from guanwei.testing.fixtures import county

__all__ = ["county"]


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
