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
# logging every column changed on live rows. Everything else is content: ``url_path`` too, so that no slug,
# move or ancestor's change carries a public page to another address.
PAGE_BOOKKEEPING = frozenset(
    {
        "path",
        "depth",
        "numchild",
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
    ``always`` guards rows that the public meets whether or not that object is live.
    """

    table: str
    key: str
    live_table: str
    live_key: str
    family: str
    bookkeeping: frozenset[str] = frozenset()
    always: bool = False

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

    Where the public meets rows of another application, ``project`` writes them inside the opening, and
    ``public`` reads the same parts back from them; the gate compares these. ``intact`` is what stands against
    files on disk, asked before anything goes out. ``stays`` is what stands against taking it away, by deleting,
    moving or taking down, whoever does it. ``words`` is what a part's content says apart from its layout; where it
    isn't given every difference counts.
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
    project: Callable[[Any], None] = lambda _obj: None
    public: Callable[[Any], dict[str, Any]] | None = None
    intact: Callable[[Any], list[Refusal]] = lambda _obj: []
    stays: Callable[[Any], list[Refusal]] = lambda _obj: []
    words: Callable[[Any], Any] = lambda part: part

    def public_parts(self, obj: Any) -> dict[str, Any]:
        """The parts of the stored ``obj`` as the public meets them."""
        return (self.public or self.parts)(obj)


@dataclass(frozen=True, slots=True)
class Hold:
    """Rows of ``table`` hold rows of ``held_table``: while one names a row, its ``held_columns`` don't change.

    A hold ends when its ``lifted_column`` is filled; without such a column it stands for good. ``kept`` says
    that the held row isn't deleted either. ``code`` is the refusal's.
    """

    table: str
    object_column: str
    held_table: str
    held_key: str
    held_columns: tuple[str, ...]
    code: str
    lifted_column: str = ""
    kept: bool = False


@dataclass(frozen=True, slots=True)
class Steps:
    """A table whose ``column`` moves by these steps alone: each is ``from>to``."""

    table: str
    column: str
    steps: tuple[str, ...]


_governed: dict[type[models.Model], Governed] = {}
_holds: dict[tuple[str, str], Hold] = {}
_sealed: dict[type[models.Model], tuple[str, ...]] = {}
_refused: dict[str, tuple[str, tuple[str, ...]]] = {}
_stepped: dict[str, Steps] = {}


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


def hold_rows(hold: Hold) -> None:
    """Let the rows of one table hold rows of another. Called in an application's ``ready``."""
    _holds[hold.table, hold.held_table] = hold


def holds() -> tuple[Hold, ...]:
    """Every hold there is."""
    return tuple(_holds[key] for key in sorted(_holds))


def refuse_writes(table: str, code: str, *verbs: str) -> None:
    """Let the database refuse ``verbs`` (insert, update) on a table, in the words of ``code``, from everybody.

    Called in an application's ``ready``.
    """
    _refused[table] = (code, verbs)


def refused_writes() -> dict[str, tuple[str, tuple[str, ...]]]:
    """Tables on which nobody writes: the code of the refusal, and the verbs."""
    return dict(sorted(_refused.items()))


def seal_rows(*written_once: type[models.Model], filled_later: tuple[str, ...] = ()) -> None:
    """Let the database refuse to change or delete rows of these models. Called in an application's ``ready``.

    ``filled_later`` names columns that are written after the row, once: while all of them are empty.
    """
    _sealed.update(dict.fromkeys(written_once, filled_later))


def sealed_tables() -> tuple[str, ...]:
    """Tables whose rows are written once (law L5). Ledgers are known by their class, those of plugins too."""
    ledgers = {each for each in apps.get_models() if issubclass(each, LedgerModel)}
    return tuple(sorted(each._meta.db_table for each in ledgers | _sealed.keys()))


def filled_later() -> dict[str, tuple[str, ...]]:
    """Of the sealed tables those with columns that are written once after the row, and these columns."""
    return {each._meta.db_table: columns for each, columns in _sealed.items() if columns}


def step_rows(steps: Steps) -> None:
    """Let a table's rows move by these steps alone. Called in an application's ``ready``."""
    _stepped[steps.table] = steps


def stepped_tables() -> tuple[Steps, ...]:
    """Every table whose rows move by steps."""
    return tuple(_stepped[name] for name in sorted(_stepped))
