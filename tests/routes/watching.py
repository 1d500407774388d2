"""What the public sees, before and after: rows, permits, and the portal's own answers."""

# ruff: noqa: S608 (the names come from the models)

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from django.apps import apps
from django.core.cache import cache
from django.db import connection, transaction
from django.test import Client
from guanwei.approvals.governed import ContentTable, content_tables, governed_of
from guanwei.approvals.models import Permit
from guanwei.audit.canonical import digests, whole
from routes.stage import Stage, public_addresses
from wagtail.models import Site

READ = re.compile(r'(?:FROM|JOIN)\s+"(\w+)"')
# Whether what is live is permitted is read from these too.
KEPT = frozenset({"approvals_permit", "publishing_filehold"})
WRITE = re.compile(r'^\s*(?:INSERT INTO|UPDATE|DELETE FROM)\s+"?(\w+)"?', re.IGNORECASE)
# Who is at which screen, how often an address comes: nothing that anybody reads as content.
TRACES = frozenset(
    {"django_session", "organisations_tally", "wagtailadmin_editingsession", "wagtailcore_uploadedfile"}
)


def live_rows() -> dict[str, list[tuple[Any, ...]]]:
    """By table, every content row of every live object, less the named bookkeeping. One query a table."""
    return {table.table: _rows(table) for table in content_tables()}


@lru_cache
def _columns(table: str) -> tuple[str, ...]:
    """As the database has them: a column that no model knows counts too."""
    with connection.cursor() as cursor:
        return tuple(each.name for each in connection.introspection.get_table_description(cursor, table))


def _rows(table: ContentTable) -> list[tuple[Any, ...]]:
    names = [each for each in _columns(table.table) if each not in table.bookkeeping]
    with connection.cursor() as cursor:
        shown = ", ".join(f'c."{name}"' for name in names)
        cursor.execute(f'SELECT {shown} FROM "{table.table}" c {_of_live(table)} ORDER BY c."{names[0]}"')
        return [tuple(map(str, row)) for row in cursor.fetchall()]


def _of_live(table: ContentTable) -> str:
    # Rows that stand around every page are public whatever else is.
    if getattr(table, "always", False):
        return ""
    return f'JOIN "{table.live_table}" l ON l."{table.live_key}" = c."{table.key}" WHERE l.live'


def unpermitted() -> list[str]:
    """Live objects whose content no standing permit names. Empty, or law L1 is broken."""
    if connection.needs_rollback:
        return []
    found = []
    for obj in live_objects():
        governed = governed_of(obj)
        digest = whole(digests(_public_parts(governed, obj))) if governed else ""
        if not governed or not Permit.objects.filter(
            family=governed.family, object_id=obj.pk, digest=digest, revoked_at=None
        ):
            found.append(f"{obj._meta.label} {obj.pk} {obj}")
    return found


def _public_parts(governed: Any, obj: Any) -> dict[str, Any]:
    reads = getattr(governed, "public_parts", governed.parts)
    return dict(reads(obj))


def live_objects() -> Iterator[Any]:
    """Each live object once, of its own class."""
    tables = {table.live_table for table in content_tables() if table.is_live_table}
    for model in apps.get_models():
        if model._meta.db_table in tables:
            for row in model._base_manager.filter(live=True):
                # The tree's root has no address and no content.
                if not getattr(row, "is_root", bool)():
                    yield getattr(row, "specific", row)


def answers(stage: Stage) -> dict[str, tuple[int, bytes]]:
    """What a citizen without any session gets."""
    citizen = Client(raise_request_exception=False)
    return {address: _answer(citizen, address) for address in public_addresses(stage)}


def _answer(citizen: Client, address: str) -> tuple[int, bytes]:
    response = citizen.get(address)
    return response.status_code, response.content


@dataclass
class Public:
    """All that the public sees at one moment."""

    rows: dict[str, list[tuple[Any, ...]]]
    answers: dict[str, tuple[int, bytes]]
    read: frozenset[str]
    """Tables from which all this was read: what is written elsewhere changes none of it."""

    @classmethod
    def now(cls, stage: Stage) -> "Public":
        read = Tables(READ)
        with connection.execute_wrapper(read):
            return cls(live_rows(), answers(stage), frozenset(read.named))

    @classmethod
    def after(cls, stage: Stage, before: "Public", written: "Tables | None" = None) -> "Public":
        """Now; ``before`` itself where nothing of it was ``written``, and where a failed statement takes all back."""
        untouched = written is not None and not written.named & (before.read | KEPT)
        return before if untouched or connection.needs_rollback else cls.now(stage)

    def changes(self, later: "Public") -> list[str]:
        """What differs, in words."""
        tables = [name for name in self.rows if self.rows[name] != later.rows[name]]
        pages = [name for name in self.answers if self.answers[name] != later.answers.get(name)]
        return [*(f"rows of {name}" for name in tables), *(f"the answer at {name}" for name in pages)]

    def only_taken_down(self, later: "Public") -> bool:
        """Whether nothing was added or altered: some of it is gone."""
        return all(set(later.rows[name]) <= set(rows) for name, rows in self.rows.items())


@dataclass
class Tables:
    """Tables that statements name in the place of ``pattern``."""

    pattern: re.Pattern[str]
    named: set[str] = field(default_factory=set)

    def __call__(self, execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        self.named.update(self.pattern.findall(sql))
        return execute(sql, params, many, context)


@contextmanager
def tried() -> Iterator[Tables]:
    """Do something, see what it writes, and have it undone: each try begins where the last one did."""
    written = Tables(WRITE)
    with transaction.atomic():
        with connection.execute_wrapper(written):
            yield written
        transaction.set_rollback(True)
    cache.clear()
    Site.clear_site_root_paths_cache()
