"""Tests that commit end with a flush, which the triggers refuse (law L1). Here they stand aside for it.

The rows that the migrations made (Wagtail's root page, site, locale) come back, so that tests may run in
any order; Django's own ``serialized_rollback`` would save live pages, which the gate refuses. Tables that
the test left alone stay: emptying a hundred tables for each test takes PostgreSQL seconds.
"""

# ruff: noqa: S608 (the names come from the models)

from collections.abc import Iterable
from typing import Any

from django.apps import apps
from django.db import connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from guanwei.approvals.gate import drop_triggers, make_triggers

# Per table: its columns and its rows.
Rows = dict[str, tuple[list[str], list[tuple[Any, ...]]]]

_kept: dict[str, Rows] = {}


def keep_rows(aliases: Iterable[str]) -> None:
    """Remember what each database holds before the first test that commits."""
    for alias in aliases:
        if alias not in _kept:
            _kept[alias] = _rows(connections[alias])


def flush(aliases: Iterable[str]) -> None:
    """Put each database back to the rows kept, and make the triggers again."""
    for alias in aliases:
        connection = connections[alias]
        drop_triggers(connection)
        _put_back(connection, _kept[alias])
        make_triggers(connection)


def _rows(connection: BaseDatabaseWrapper) -> Rows:
    found: Rows = {}
    with connection.cursor() as cursor:
        for table in _tables(connection):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            found[table] = ([each[0] for each in cursor.description], cursor.fetchall())
    return found


def _tables(connection: BaseDatabaseWrapper) -> list[str]:
    """Those of our models, and of the jobs, which their application keeps by SQL of its own."""
    ours = connection.introspection.django_table_names(only_existing=True, include_views=False)
    jobs = [each._meta.db_table for each in apps.get_models() if each._meta.app_label == "procrastinate"]
    return [*ours, *jobs]


def _put_back(connection: BaseDatabaseWrapper, kept: Rows) -> None:
    changed = {table for table, held in _rows(connection).items() if held != kept.get(table)}
    quote = connection.ops.quote_name
    # Keys are checked at the commit, so the order of tables doesn't matter.
    with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
        for table in changed:
            cursor.execute(f"DELETE FROM {quote(table)}")
        for table in changed & kept.keys():
            columns, rows = kept[table]
            names, places = ", ".join(map(quote, columns)), ", ".join(["%s"] * len(columns))
            if rows:
                cursor.executemany(f"INSERT INTO {quote(table)} ({names}) VALUES ({places})", rows)
