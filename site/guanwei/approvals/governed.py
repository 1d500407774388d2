"""What the gate guards. Higher rooms register their content here; the gate knows no model by name."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.apps import apps
from django.db import models

from guanwei.api import ManuscriptFacts, Refusal
from guanwei.audit.records import LedgerModel
from guanwei.organisations.models import Unit

# Columns that stock Wagtail changes on live rows without changing what the public sees, measured by
# logging every column changed on live rows. Everything else is content.
PAGE_BOOKKEEPING = frozenset(
    {
        "path",
        "depth",
        "numchild",
        "url_path",
        "latest_revision_id",
        "latest_revision_created_at",
        "has_unpublished_changes",
        "draft_title",
        "live_revision_id",
        "locked",
        "locked_at",
        "locked_by_id",
        "owner_id",
        "expired",
        "live",
    }
)
SNIPPET_BOOKKEEPING = frozenset(
    {
        "latest_revision_id",
        "has_unpublished_changes",
        "live_revision_id",
        "locked",
        "locked_at",
        "locked_by_id",
        "expired",
        "live",
    }
)


@dataclass(frozen=True, slots=True)
class ContentTable:
    """A table whose rows are content of a family. ``key`` is the column that holds the object's id.

    The family's live table holds ``live``; rows of the others belong to the object that ``key`` names.
    """

    table: str
    key: str
    live_table: str
    live_key: str
    family: str
    bookkeeping: frozenset[str] = frozenset()

    @property
    def is_live_table(self) -> bool:
        return self.table == self.live_table


@dataclass(frozen=True, slots=True)
class Governed:
    """A model under the gate and how to read it.

    ``parts`` gives each part's plain content by name; it must not depend on primary keys of children,
    sort order or block ids. ``rendered`` and ``files`` go into snapshots. ``facts`` is what rules are
    told at a moment; ``units`` gives the supplying and the managing unit. ``refusals`` is what stands
    against the content itself, asked again at every signature.
    """

    model: type[models.Model]
    family: str
    parts: Callable[[Any], dict[str, Any]]
    rendered: Callable[[Any], str]
    files: Callable[[Any], list[str]]
    facts: Callable[[Any, datetime], ManuscriptFacts]
    units: Callable[[Any], tuple[Unit, Unit]]
    tables: tuple[ContentTable, ...] = field(default=())
    refusals: Callable[[Any], list[Refusal]] = lambda _obj: []


@dataclass(frozen=True, slots=True)
class HeldAddress:
    """A table whose rows hold an address: while a row with an empty ``lifted`` column names an object of
    ``held_table``, that object's ``held_column`` does not change.
    """

    table: str
    object_column: str
    lifted_column: str
    held_table: str
    held_key: str
    held_column: str


_governed: dict[type[models.Model], Governed] = {}
_held: dict[str, HeldAddress] = {}
_sealed: set[type[models.Model]] = set()


def govern(governed: Governed) -> None:
    """Put a model under the gate. Called in an application's ``ready``."""
    _governed[governed.model] = governed


def governed_models() -> tuple[Governed, ...]:
    """All that is under the gate."""
    return tuple(_governed.values())


def governed_of(obj: models.Model | type[models.Model]) -> Governed | None:
    """How ``obj`` (or a class) is governed; None where it isn't. The specific class counts."""
    model = obj if isinstance(obj, type) else type(obj)
    return next((_governed[each] for each in model.__mro__ if each in _governed), None)


def content_tables() -> tuple[ContentTable, ...]:
    """Every table under the gate, each once."""
    found = {table.table: table for each in _governed.values() for table in each.tables}
    return tuple(found[name] for name in sorted(found))


def hold_addresses(held: HeldAddress) -> None:
    """Let the rows of a table hold addresses. Called in an application's ``ready``."""
    _held[held.table] = held


def held_addresses() -> tuple[HeldAddress, ...]:
    """Every table that holds addresses."""
    return tuple(_held[name] for name in sorted(_held))


def seal_rows(*written_once: type[models.Model]) -> None:
    """Let the database refuse to change or delete rows of these models. Called in an application's ``ready``."""
    _sealed.update(written_once)


def sealed_tables() -> tuple[str, ...]:
    """Tables whose rows are written once (law L5). Ledgers are known by their class, those of plugins too."""
    ledgers = {each for each in apps.get_models() if issubclass(each, LedgerModel)}
    return tuple(sorted(each._meta.db_table for each in ledgers | _sealed))
