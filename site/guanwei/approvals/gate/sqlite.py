"""The triggers on SQLite. It has no transaction number: an opening's deferred key alone shuts it at commit.

REPLACE deletes the rows that it conflicts with without firing a DELETE trigger, so INSERT and UPDATE look at
the rows that they would replace. ``live`` counts as true whatever it holds but 0: the column takes any type.
"""

# ruff: noqa: S608 (the names come from the models, no value comes from outside)

from collections.abc import Iterable

from django.db.backends.base.base import BaseDatabaseWrapper

from guanwei.approvals.gate.names import OPENINGS, PERMIT_SAYS, PERMITS, trigger_name
from guanwei.approvals.gate.refusals import PREFIX
from guanwei.approvals.governed import (
    ContentTable,
    Hold,
    Steps,
    content_tables,
    filled_later,
    holds,
    refused_writes,
    sealed_tables,
    stepped_tables,
)

Unique = tuple[str, ...]
EVENTS = ("insert", "update", "delete")
# What a hold refuses, and the statement that does it.
HOLDING = {"held_by": "update", "kept_by": "delete", "not_over": "insert"}


def names() -> dict[str, str]:
    """Every trigger that must stand, with its table."""
    wanted = [(table.table, event) for table in content_tables() for event in EVENTS]
    wanted += [(OPENINGS, "insert"), (OPENINGS, "update")]
    wanted += [(table, verb) for table, (_code, verbs) in refused_writes().items() for verb in verbs]
    wanted += [(PERMITS, event) for event in EVENTS]
    wanted += [(table, event) for table in sealed_tables() for event in EVENTS]
    wanted += [(hold.held_table, f"{each}_{hold.table}") for hold in holds() for each in _refused_by(hold)]
    wanted += [(each.table, "steps") for each in stepped_tables()]
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
                verb = event if event in EVENTS else HOLDING.get("_".join(event.split("_")[:2]), "update")
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
    found |= _opening_checks() | _permit_checks() | _refused_checks()
    found |= {(each.table, "steps"): _step_checks(each) for each in stepped_tables()}
    for hold in holds():
        if hold.held_table in tables:
            found |= _hold_checks(connection, hold)
    return found


def _shape(connection: BaseDatabaseWrapper, table: str) -> tuple[list[str], list[Unique]]:
    """Columns of ``table`` as the database has them, and the column sets that are unique."""
    with connection.cursor() as cursor:
        columns = [each.name for each in connection.introspection.get_table_description(cursor, table)]
        constraints = connection.introspection.get_constraints(cursor, table)
    partial = {name for name, _where in _partial(connection, table)}
    uniques = {
        tuple(each["columns"])
        for name, each in constraints.items()
        if (each["unique"] or each["primary_key"]) and all(each["columns"] or [None]) and name not in partial
    }
    return columns, sorted(uniques)


def _partial(connection: BaseDatabaseWrapper, table: str) -> list[tuple[str, str]]:
    """Indexes of ``table`` that hold a part of its rows, with the condition."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = %s AND sql LIKE %s",
            [table, "CREATE UNIQUE INDEX % WHERE %"],
        )
        return [(name, sql.split(" WHERE ", 1)[1]) for name, sql in cursor.fetchall()]


def _replaced_in_part(connection: BaseDatabaseWrapper, table: str, columns: list[str]) -> list[str]:
    """That a new row would replace one of a unique index over a part of the rows: both rows are in that part."""
    with connection.cursor() as cursor:
        constraints = connection.introspection.get_constraints(cursor, table)
    new = ", ".join(f'NEW."{each}" AS "{each}"' for each in columns)
    return [
        f'EXISTS (SELECT 1 FROM "{table}" o WHERE {_same(tuple(constraints[name]["columns"]))} AND ({where}))'
        f" AND EXISTS (SELECT 1 FROM (SELECT {new}) WHERE {where})"
        for name, where in _partial(connection, table)
    ]


def _changed(columns: Iterable[str]) -> str:
    return "(" + " OR ".join(f'OLD."{each}" IS NOT NEW."{each}"' for each in columns) + ")"


def _opened(family: str, key: str) -> str:
    return (
        f'EXISTS (SELECT 1 FROM "{OPENINGS}" w JOIN "{PERMITS}" p ON p.id = w.permit_id'
        f" WHERE w.family = '{family}' AND w.object_id = {key} AND p.went_live_at IS NOT NULL)"
    )


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
        if table.always:
            return f"NOT {_opened(table.family, key)}"
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
    spent = f'EXISTS (SELECT 1 FROM "{PERMITS}" p WHERE p.id = NEW.permit_id AND p.went_live_at IS NOT NULL)'
    return {
        (OPENINGS, "insert"): [("no-permit", f"NOT {permit}"), ("spent", spent)],
        (OPENINGS, "update"): [("opening-fixed", "1")],
    }


def _refused_checks() -> dict[tuple[str, str], Checks]:
    return {
        (table, verb): [(code, "1")] for table, (code, verbs) in refused_writes().items() for verb in verbs
    }


def _permit_checks() -> dict[tuple[str, str], Checks]:
    replaced = (
        f'EXISTS (SELECT 1 FROM "{PERMITS}" p WHERE p.id = NEW.id OR p.submission_id = NEW.submission_id'
        " OR (NEW.revoked_at IS NULL AND p.revoked_at IS NULL"
        " AND p.family = NEW.family AND p.object_id = NEW.object_id))"
    )
    restored = "(OLD.revoked_at IS NOT NULL AND OLD.revoked_at IS NOT NEW.revoked_at)"
    opened = f'EXISTS (SELECT 1 FROM "{OPENINGS}" w WHERE w.permit_id = OLD.id)'
    unspent = f"({_changed(['went_live_at'])} AND (OLD.went_live_at IS NOT NULL OR NOT {opened}))"
    return {
        (PERMITS, "insert"): [("permit-fixed", replaced)],
        (PERMITS, "update"): [("permit-fixed", f"{_changed(PERMIT_SAYS)} OR {restored} OR {unspent}")],
        (PERMITS, "delete"): [("permit-fixed", "1")],
    }


def _sealed_checks(connection: BaseDatabaseWrapper, table: str) -> dict[tuple[str, str], Checks]:
    columns, uniques = _shape(connection, table)
    replaced = [f'EXISTS (SELECT 1 FROM "{table}" o WHERE {_same(each)})' for each in uniques]
    replaced += _replaced_in_part(connection, table, columns)
    return {
        (table, "insert"): [("sealed", condition) for condition in replaced],
        (table, "update"): [("sealed", _sealed_but(columns, filled_later().get(table, ())))],
        (table, "delete"): [("sealed", "1")],
    }


def _sealed_but(columns: list[str], later: tuple[str, ...]) -> str:
    if not later:
        return "1"
    filled = " OR ".join(f"COALESCE(OLD.\"{each}\", '') <> ''" for each in later)
    return f"{_changed(each for each in columns if each not in later)} OR {filled}"


def _step_checks(steps: Steps) -> Checks:
    allowed = ", ".join(f"'{step}'" for step in steps.steps)
    step = f'OLD."{steps.column}" || \'>\' || NEW."{steps.column}"'
    return [("wrong-step", f"{_changed([steps.column])} AND {step} NOT IN ({allowed})")]


def _refused_by(hold: Hold) -> tuple[str, ...]:
    return tuple(HOLDING) if hold.kept else ("held_by",)


def _hold_checks(connection: BaseDatabaseWrapper, hold: Hold) -> dict[tuple[str, str], Checks]:
    def held(row: str) -> str:
        lifted = f' AND h."{hold.lifted_column}" IS NULL' if hold.lifted_column else ""
        named = f'h."{hold.object_column}" = {row}."{hold.held_key}"'
        return f'EXISTS (SELECT 1 FROM "{hold.table}" h WHERE {named}{lifted})'

    _columns, uniques = _shape(connection, hold.held_table)
    replaced = [
        (each, f'EXISTS (SELECT 1 FROM "{hold.held_table}" o WHERE {_same(each)} AND {held("o")}')
        for each in uniques
    ]
    columns = (hold.held_key, *hold.held_columns)
    update = f"{_changed(columns)} AND {held('OLD')}"
    over = [
        f"{_changed(unique)} AND {condition} AND o.rowid IS NOT OLD.rowid)" for unique, condition in replaced
    ]
    wanted = {
        "held_by": [update, *(over if hold.kept else [])],
        "kept_by": [held("OLD")],
        "not_over": [f"{condition})" for _unique, condition in replaced],
    }
    return {
        (hold.held_table, f"{each}_{hold.table}"): [(hold.code, condition) for condition in wanted[each]]
        for each in _refused_by(hold)
    }
