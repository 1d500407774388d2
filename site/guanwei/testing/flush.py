"""Tests that commit end with the rows that the migrations made, although the triggers refuse a flush (law L1).

On SQLite the whole file is put back from a copy in memory, triggers included. On PostgreSQL the triggers stand aside
for this session, which its superuser may ask for; where the role isn't one, they are dropped and made again.
Django's own ``serialized_rollback`` would save live pages, which the gate refuses.
"""

# ruff: noqa: S608 (the names come from the models)

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from django.apps import apps
from django.db import connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from guanwei.approvals.gate import drop_triggers, make_triggers, triggers_expected, triggers_standing

# Per table: its columns and its rows.
Rows = dict[str, tuple[list[str], list[tuple[Any, ...]]]]

_kept: dict[str, Rows] = {}
_copies: dict[str, sqlite3.Connection] = {}


def keep_rows(aliases: Iterable[str]) -> None:
    """Remember what each database holds before the first test that commits."""
    for alias in aliases:
        connection = connections[alias]
        if connection.vendor == "sqlite" and alias not in _copies:
            connection.ensure_connection()
            _copies[alias] = sqlite3.connect(":memory:", check_same_thread=False)
            connection.connection.backup(_copies[alias])
        elif connection.vendor != "sqlite" and alias not in _kept:
            _kept[alias] = _rows(connection)


def flush(aliases: Iterable[str]) -> None:
    """Put each database back to the rows kept, with all of its triggers."""
    for alias in aliases:
        connection = connections[alias]
        if connection.vendor == "sqlite":
            connection.ensure_connection()
            _copies[alias].backup(connection.connection)
        else:
            with _without_triggers(connection):
                _put_back(connection, _kept[alias])


@contextmanager
def _without_triggers(connection: BaseDatabaseWrapper) -> Iterator[None]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT rolsuper FROM pg_roles WHERE rolname = current_user")
        superuser = cursor.fetchone()[0]
        whole = triggers_standing(connection.alias) == triggers_expected(connection.alias)
        if not (superuser and whole):
            drop_triggers(connection)
            yield
            make_triggers(connection)
            return
        cursor.execute("SET session_replication_role = replica")
        yield
        cursor.execute("RESET session_replication_role")


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
