"""What an entry said at every time, and who changed it why."""

from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from typing import Any

from django.utils.translation import gettext as _

from guanwei.registers.models import Entry

MOST = 200


@dataclass(frozen=True, slots=True)
class Step:
    """One recorded write. ``changes`` are label, before, after."""

    at: datetime
    who: Any
    reason: str
    changes: tuple[tuple[str, str, str], ...]


def steps_of(entry: Entry) -> list[Step]:
    """The newest first; of a longer history the latest part. One query."""
    rows = list(
        entry.history.select_related("history_user").order_by("-history_date", "-history_id")[: MOST + 1]
    )
    pairs = [*pairwise(rows), *([(rows[-1], None)] if 0 < len(rows) <= MOST else [])]
    return [_step(entry, now, before) for now, before in pairs]


def _step(entry: Entry, now: Any, before: Any) -> Step:
    changes = []
    for field in entry._meta.concrete_fields:
        if field.name in ("id", "organisation"):
            continue
        old, new = (_shown(field, row) for row in (before, now))
        if old != new:
            changes.append((str(field.verbose_name), old, new))
    return Step(now.history_date, now.history_user, now.history_change_reason or "", tuple(changes))


def _shown(field: Any, row: Any) -> str:
    value = getattr(row, field.attname) if row is not None else None
    if isinstance(value, bool):
        return _("是") if value else _("否")
    return str(dict(field.flatchoices).get(value, "" if value is None else value))
