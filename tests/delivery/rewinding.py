"""Puts a database back to where it was, by the tables that changed: hundreds of runs start from one scene.

Ledgers are sealed against deletion (law L5), so the triggers of these tables stand aside meanwhile.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection, transaction

Rows = dict[str, tuple[list[str], list[tuple[Any, ...]]]]


def rows_of(tables: list[str] | None = None) -> Rows:
    """Columns and rows by table; of all tables where none are named."""
    found: Rows = {}
    with connection.cursor() as cursor:
        for table in tables or connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608 - a table's name
            found[table] = ([each[0] for each in cursor.description], cursor.fetchall())
    return found


class Scene:
    """The rows that stood when it was made."""

    def __init__(self) -> None:
        self.kept = rows_of()
        self.tables: set[str] = set()

    def look(self) -> None:
        """Learn which tables a run changes."""
        self.tables |= {table for table, held in rows_of().items() if held != self.kept[table]}

    def back(self) -> None:
        """Everything as it stood, in the tables known to change."""
        with transaction.atomic(), _without_triggers(sorted(self.tables)), connection.cursor() as cursor:
            for table in self.tables:
                columns, rows = self.kept[table]
                cursor.execute(f'DELETE FROM "{table}"')  # noqa: S608
                names, places = ", ".join(f'"{each}"' for each in columns), ", ".join(["%s"] * len(columns))
                if rows:
                    cursor.executemany(
                        f'INSERT INTO "{table}" ({names}) VALUES ({places})',  # noqa: S608
                        [tuple(map(_adapted, row)) for row in rows],
                    )


def _adapted(value: Any) -> Any:
    if isinstance(value, dict | list) and connection.vendor == "postgresql":
        from psycopg.types.json import Jsonb

        return Jsonb(value)
    return value


@contextmanager
def _without_triggers(tables: list[str]) -> Iterator[None]:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET LOCAL session_replication_role = replica")
            yield
            cursor.execute("SET LOCAL session_replication_role = origin")
            return
        cursor.execute("SELECT name, tbl_name, sql FROM sqlite_master WHERE type = 'trigger'")
        standing = [(name, sql) for name, table, sql in cursor.fetchall() if table in tables]
        for name, _sql in standing:
            cursor.execute(f'DROP TRIGGER "{name}"')
        yield
        for _name, sql in standing:
            cursor.execute(sql)
