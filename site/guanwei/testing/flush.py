"""Tests that commit end with a flush, which the triggers refuse (law L1). Here they stand aside for it.

The rows that the migrations made (Wagtail's root page, site, locale) come back afterwards, so that tests may run
in any order. Django's own ``serialized_rollback`` can't do that: it saves live pages, which the gate refuses.
"""

from collections.abc import Iterable
from typing import Any

from django.core.management import call_command
from django.db import connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from guanwei.approvals.gate import drop_triggers, make_triggers

Rows = dict[str, tuple[list[str], list[tuple[Any, ...]]]]

_kept: dict[str, Rows] = {}


def keep_rows(aliases: Iterable[str]) -> None:
    """Remember what each database holds before the first test that commits."""
    for alias in aliases:
        if alias not in _kept:
            _kept[alias] = _rows(connections[alias])


def flush(aliases: Iterable[str]) -> None:
    """Empty each database, put the kept rows back and make the triggers again."""
    for alias in aliases:
        connection = connections[alias]
        drop_triggers(connection)
        call_command(
            "flush",
            verbosity=0,
            interactive=False,
            database=alias,
            reset_sequences=False,
            inhibit_post_migrate=True,
        )
        _put_back(connection, _kept.get(alias, {}))
        make_triggers(connection)


def _rows(connection: BaseDatabaseWrapper) -> Rows:
    found: Rows = {}
    with connection.cursor() as cursor:
        for table in connection.introspection.django_table_names(only_existing=True, include_views=False):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608
            found[table] = ([each[0] for each in cursor.description], cursor.fetchall())
    return {table: held for table, held in found.items() if held[1]}


def _put_back(connection: BaseDatabaseWrapper, kept: Rows) -> None:
    quote = connection.ops.quote_name
    with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
        for table, (columns, rows) in kept.items():
            names = ", ".join(map(quote, columns))
            places = ", ".join(["%s"] * len(columns))
            cursor.executemany(f"INSERT INTO {quote(table)} ({names}) VALUES ({places})", rows)  # noqa: S608
