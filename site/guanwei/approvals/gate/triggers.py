"""Make, drop and count the triggers. While the count is wrong, nothing is released."""

from types import ModuleType
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from guanwei.approvals.gate import postgresql, sqlite
from guanwei.approvals.gate.refusals import GateRefused, refused

DIALECTS: dict[str, ModuleType] = {"sqlite": sqlite, "postgresql": postgresql}


def _dialect(connection: BaseDatabaseWrapper) -> Any:
    return DIALECTS[connection.vendor]


def triggers_expected(using: str = DEFAULT_DB_ALIAS) -> int:
    """How many triggers must stand."""
    return len(_dialect(connections[using]).names())


def triggers_standing(using: str = DEFAULT_DB_ALIAS) -> int:
    """How many of them stand and fire. One query."""
    connection = connections[using]
    return len(_dialect(connection).standing(connection).keys() & _dialect(connection).names().keys())


def check_triggers(using: str = DEFAULT_DB_ALIAS) -> None:
    """Raise ``GateRefused`` when a trigger is missing. One query."""
    _refuse_unless(triggers_expected(using), triggers_standing(using))


def make_triggers(connection: BaseDatabaseWrapper) -> None:
    """Make every trigger anew on the tables that exist, and count them. Raises ``GateRefused``."""
    dialect = _dialect(connection)
    with transaction.atomic(using=connection.alias):
        tables = frozenset(connection.introspection.table_names())
        dialect.drop(connection)
        dialect.make(connection, tables)
        wanted = {name for name, table in dialect.names().items() if table in tables}
        _refuse_unless(len(wanted), len(dialect.standing(connection).keys() & wanted))


def drop_triggers(connection: BaseDatabaseWrapper) -> None:
    """Take the triggers away, for a migration or a test's flush. Releases are refused until they are made."""
    _dialect(connection).drop(connection)


def _refuse_unless(expected: int, standing: int) -> None:
    if expected != standing:
        error: GateRefused = refused("triggers", expected=expected, standing=standing)
        raise error
