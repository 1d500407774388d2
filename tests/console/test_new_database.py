"""A new database made in a hurry is the one that Django makes."""

from collections.abc import Iterator
from contextlib import nullcontext
from typing import Any

import pytest
from django.db import connections
from django.db.migrations.executor import MigrationExecutor
from guanwei.console.new_database import models_on_demand
from pytest_django import DjangoDbBlocker

# Tables of ours and of others', with fields added, altered and taken away, and rows that migrations write.
APPS = ("organisations", "accounts", "axes", "taggit")


@pytest.fixture
def scratch(django_db_blocker: DjangoDbBlocker, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Any]]:
    """Two empty databases in memory, beside the tests' own."""
    names = ["scratch-one", "scratch-two"]
    stated = {**connections.configure_settings({"default": {}, "scratch": {}})["scratch"], "NAME": ":memory:"}
    for name in names:
        monkeypatch.setitem(connections.settings, name, {**stated, "ENGINE": "django.db.backends.sqlite3"})
    with django_db_blocker.unblock():
        yield [connections[name] for name in names]
        for name in names:
            connections[name].close()
            del connections[name]


def made(connection: Any) -> set[str]:
    """Each statement of the schema, its columns in their order."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL")
        return {row[0] for row in cursor.fetchall()}


def test_on_demand_the_same_tables_are_made(scratch: list[Any]) -> None:
    for connection, how in zip(scratch, (models_on_demand(), nullcontext()), strict=True):
        with how:
            executor = MigrationExecutor(connection)
            executor.migrate([each for each in executor.loader.graph.leaf_nodes() if each[0] in APPS])
    one, two = scratch
    assert len(made(one)) > 40
    assert made(one) == made(two)
