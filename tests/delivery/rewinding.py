"""Puts a database back to where it was: hundreds of runs start from one scene.

On SQLite the whole file is copied, on PostgreSQL the tables that changed. Ledgers are sealed against deletion
(law L5), so there the triggers stand aside meanwhile.
"""

import sqlite3
from typing import Any

from django.db import connection, transaction
from psycopg.types.json import Jsonb

Rows = dict[str, tuple[list[str], list[tuple[Any, ...]]]]


def rows_of() -> Rows:
    """Columns and rows by table."""
    found: Rows = {}
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608 - a table's name
            found[table] = ([each[0] for each in cursor.description], cursor.fetchall())
    return found


class CopiedScene:
    """The file as it stood."""

    def __init__(self) -> None:
        self.kept = sqlite3.connect(":memory:")
        connection.connection.backup(self.kept)

    def look(self) -> None:
        """Nothing to learn: all of it goes back."""

    def back(self) -> None:
        self.kept.backup(connection.connection)


class WrittenScene:
    """The rows that stood when it was made."""

    def __init__(self) -> None:
        self.kept = rows_of()
        self.tables: set[str] = set()

    def look(self) -> None:
        """Learn which tables a run changes."""
        self.tables |= {table for table, held in rows_of().items() if held != self.kept[table]}

    def back(self) -> None:
        """Everything as it stood, in the tables known to change."""
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET LOCAL session_replication_role = replica")
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
    return Jsonb(value) if isinstance(value, dict | list) else value


def scene() -> CopiedScene | WrittenScene:
    """The database as it stands now."""
    return CopiedScene() if connection.vendor == "sqlite" else WrittenScene()
