"""The triggers on SQLite. It has no transaction number: an opening's deferred key alone shuts it at commit.

REPLACE deletes the rows that it conflicts with without firing a DELETE trigger, so INSERT and UPDATE look at
the rows that they would replace. ``live`` counts as true whatever it holds but 0: the column takes any type.
"""

# ruff: noqa: S608 (the names come from the models, no value comes from outside)

from collections.abc import Iterable

from django.db.backends.base.base import BaseDatabaseWrapper

from guanwei.approvals.gate.names import NEVER, OPENINGS, PERMIT_SAYS, PERMITS, trigger_name
from guanwei.approvals.gate.refusals import PREFIX
from guanwei.approvals.governed import (
    ContentTable,
    HeldAddress,
    content_tables,
    held_addresses,
    sealed_tables,
)

Unique = tuple[str, ...]
EVENTS = ("insert", "update", "delete")


def names() -> dict[str, str]:
    """Every trigger that must stand, with its table."""
    wanted = [(table.table, event) for table in content_tables() for event in EVENTS]
    wanted += [(OPENINGS, "insert"), (OPENINGS, "update"), (NEVER, "insert")]
    wanted += [(PERMITS, event) for event in EVENTS]
    wanted += [(table, event) for table in sealed_tables() for event in EVENTS]
    wanted += [(held.held_table, f"held_by_{held.table}") for held in held_addresses()]
    return {trigger_name(table, event): table for table, event in wanted}


def standing(connection: BaseDatabaseWrapper) -> dict[str, str]:
    """The gate's triggers in the database, with their tables."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT name, tbl_name FROM sqlite_master"
            " WHERE type = 'trigger' AND substr(name, 1, 11) = 'guanwei_l1_'"
        )
        return dict(cursor.fetchall())


def drop(connection: BaseDatabaseWrapper) -> None:
    """Take every trigger of the gate away."""
    with connection.cursor() as cursor:
        for name in standing(connection):
            cursor.execute(f'DROP TRIGGER "{name}"')


def make(connection: BaseDatabaseWrapper, tables: frozenset[str]) -> None:
    """Make the triggers of those ``tables`` that exist."""
    with connection.cursor() as cursor:
        for (table, event), checks in _all_checks(connection, tables).items():
            if table in tables:
                verb = event if event in EVENTS else "update"
                body = " ".join(
                    f"SELECT RAISE(ABORT, '{PREFIX} {code}') WHERE {condition};" for code, condition in checks
                )
                name = trigger_name(table, event)
                cursor.execute(f'CREATE TRIGGER "{name}" BEFORE {verb.upper()} ON "{table}" BEGIN {body} END')


Checks = list[tuple[str, str]]


def _all_checks(connection: BaseDatabaseWrapper, tables: frozenset[str]) -> dict[tuple[str, str], Checks]:
    found: dict[tuple[str, str], Checks] = {}
    for table in content_tables():
        if table.table in tables:
            columns, uniques = _shape(connection, table.table)
            checks = _live_checks if table.is_live_table else _child_checks
            content = [each for each in columns if each not in table.bookkeeping]
            found |= {(table.table, event): said for event, said in checks(table, content, uniques).items()}
    for name in tables.intersection(sealed_tables()):
        found |= _sealed_checks(connection, name)
    found |= _opening_checks() | _permit_checks()
    return found | {
        (held.held_table, f"held_by_{held.table}"): _held_checks(held) for held in held_addresses()
    }


def _shape(connection: BaseDatabaseWrapper, table: str) -> tuple[list[str], list[Unique]]:
    """Columns of ``table`` as the database has them, and the column sets that are unique."""
    with connection.cursor() as cursor:
        columns = [each.name for each in connection.introspection.get_table_description(cursor, table)]
        constraints = connection.introspection.get_constraints(cursor, table).values()
    uniques = {
        tuple(each["columns"])
        for each in constraints
        if (each["unique"] or each["primary_key"]) and all(each["columns"] or [None])
    }
    return columns, sorted(uniques)


def _changed(columns: Iterable[str]) -> str:
    return "(" + " OR ".join(f'OLD."{each}" IS NOT NEW."{each}"' for each in columns) + ")"


def _opened(family: str, key: str) -> str:
    return f"EXISTS (SELECT 1 FROM \"{OPENINGS}\" WHERE family = '{family}' AND object_id = {key})"


def _same(unique: Unique) -> str:
    return " AND ".join(f'o."{each}" = NEW."{each}"' for each in unique)


def _live_checks(table: ContentTable, content: list[str], uniques: list[Unique]) -> dict[str, Checks]:
    key = f'"{table.key}"'
    replaced = [
        f'EXISTS (SELECT 1 FROM "{table.table}" o WHERE {_same(each)} AND o.live IS NOT 0' for each in uniques
    ]
    either = "(OLD.live IS NOT 0 OR NEW.live IS NOT 0)"
    update: Checks = [
        ("key-moved", f"OLD.{key} IS NOT NEW.{key} AND {either}"),
        (
            "needs-opening",
            f"NEW.live IS NOT 0 AND (OLD.live IS 0 OR {_changed(content)})"
            f" AND NOT {_opened(table.family, f'NEW.{key}')}",
        ),
    ]
    update += [
        ("replaces-live", f"{_changed(unique)} AND {condition} AND o.rowid IS NOT OLD.rowid)")
        for unique, condition in zip(uniques, replaced, strict=True)
    ]
    insert: Checks = [("replaces-live", f"{condition})") for condition in replaced]
    return {
        "insert": [*insert, ("born-live", "NEW.live IS NOT 0")],
        "update": update,
        "delete": [("delete-live", "OLD.live IS NOT 0")],
    }


def _child_checks(table: ContentTable, content: list[str], uniques: list[Unique]) -> dict[str, Checks]:
    def guarded(row: str) -> str:
        key = f'{row}."{table.key}"'
        return (
            f'(EXISTS (SELECT 1 FROM "{table.live_table}" l WHERE l."{table.live_key}" = {key}'
            f" AND l.live IS NOT 0) AND NOT {_opened(table.family, key)})"
        )

    replaced = [
        f'EXISTS (SELECT 1 FROM "{table.table}" o WHERE {_same(each)} AND {guarded("o")}' for each in uniques
    ]
    update: Checks = [
        ("needs-opening", f"{_changed(content)} AND ({guarded('OLD')} OR {guarded('NEW')})"),
    ]
    update += [
        ("replaces-live", f"{_changed(unique)} AND {condition} AND o.rowid IS NOT OLD.rowid)")
        for unique, condition in zip(uniques, replaced, strict=True)
    ]
    insert: Checks = [("replaces-live", f"{condition})") for condition in replaced]
    return {
        "insert": [*insert, ("needs-opening", guarded("NEW"))],
        "update": update,
        "delete": [("needs-opening", guarded("OLD"))],
    }


def _opening_checks() -> dict[tuple[str, str], Checks]:
    permit = (
        f'EXISTS (SELECT 1 FROM "{PERMITS}" p WHERE p.id = NEW.permit_id AND p.family = NEW.family'
        " AND p.object_id = NEW.object_id AND p.revoked_at IS NULL)"
    )
    return {
        (OPENINGS, "insert"): [("no-permit", f"NOT {permit}")],
        (OPENINGS, "update"): [("opening-fixed", "1")],
        (NEVER, "insert"): [("stays-empty", "1")],
    }


def _permit_checks() -> dict[tuple[str, str], Checks]:
    replaced = (
        f'EXISTS (SELECT 1 FROM "{PERMITS}" p WHERE p.id = NEW.id OR p.submission_id = NEW.submission_id'
        " OR (NEW.revoked_at IS NULL AND p.revoked_at IS NULL"
        " AND p.family = NEW.family AND p.object_id = NEW.object_id))"
    )
    restored = "(OLD.revoked_at IS NOT NULL AND OLD.revoked_at IS NOT NEW.revoked_at)"
    return {
        (PERMITS, "insert"): [("permit-fixed", replaced)],
        (PERMITS, "update"): [("permit-fixed", f"{_changed(PERMIT_SAYS)} OR {restored}")],
        (PERMITS, "delete"): [("permit-fixed", "1")],
    }


def _sealed_checks(connection: BaseDatabaseWrapper, table: str) -> dict[tuple[str, str], Checks]:
    _columns, uniques = _shape(connection, table)
    replaced = [f'EXISTS (SELECT 1 FROM "{table}" o WHERE {_same(each)})' for each in uniques]
    return {
        (table, "insert"): [("sealed", condition) for condition in replaced],
        (table, "update"): [("sealed", "1")],
        (table, "delete"): [("sealed", "1")],
    }


def _held_checks(held: HeldAddress) -> Checks:
    holds = (
        f'EXISTS (SELECT 1 FROM "{held.table}" r WHERE r."{held.object_column}" = OLD."{held.held_key}"'
        f' AND r."{held.lifted_column}" IS NULL)'
    )
    return [("address-held", f"{_changed([held.held_column])} AND {holds}")]
