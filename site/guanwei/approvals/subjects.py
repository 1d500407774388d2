"""The object behind ``family`` and ``object_id``: its row, its latest draft, its parts' digests."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from wagtail.models import Page, Revision

from guanwei.api import ManuscriptFacts, Refusal
from guanwei.approvals.governed import Governed, governed_models, governed_of
from guanwei.audit.canonical import digests
from guanwei.audit.models import Snapshot
from guanwei.audit.services import keep_snapshot

PAGE_FAMILY = "page"


def family_of(obj: Any) -> str:
    """The id space that ``obj`` lives in."""
    governed = governed_of(obj)
    if governed is None:
        raise LookupError(f"{type(obj).__name__} is not under the gate")
    return governed.family


def row_of(family: str, object_id: int) -> Any:
    """The row as it stands in the database, of the specific class; None when it is gone."""
    if family == PAGE_FAMILY:
        page = Page.objects.filter(pk=object_id).first()
        return page.specific if page is not None else None
    return _models(family)[0]._default_manager.filter(pk=object_id).first()


def draft_of(family: str, object_id: int) -> Any:
    """The latest draft. Always through a fresh row: an instance loaded earlier may name an older revision."""
    revision = latest_revision(family, object_id)
    return revision.as_object() if revision is not None else row_of(family, object_id)


def latest_revision(family: str, object_id: int) -> Revision | None:
    """The revision that the row names as its latest, with its content as it stands now. One query."""
    model = Page if family == PAGE_FAMILY else _models(family)[0]
    named = model._default_manager.filter(pk=object_id).values("latest_revision")
    return Revision.objects.filter(pk__in=named).first()


def lock_row(family: str, object_id: int) -> None:
    """Hold the object's row for this transaction: a save and a second submission wait."""
    model = Page if family == PAGE_FAMILY else _models(family)[0]
    list(model._default_manager.select_for_update(of=("self",)).filter(pk=object_id).values("pk"))


def _models(family: str) -> list[Any]:
    return [each.model for each in governed_models() if each.family == family]


def _governed(obj: Any) -> Governed:
    governed = governed_of(obj)
    if governed is None:
        raise LookupError(f"{type(obj).__name__} is not under the gate")
    return governed


def parts_of(obj: Any) -> dict[str, str]:
    """The digest of each part of ``obj``."""
    return digests(_governed(obj).parts(obj))


def refusals_against(obj: Any) -> list[Refusal]:
    """What stands against the content itself, whoever signs: limits of channels, closed accounts."""
    return _governed(obj).refusals(obj)


@dataclass(frozen=True, slots=True)
class Reading:
    """A draft read once: what is compared, signed and kept is the same reading."""

    draft: Any
    content: dict[str, Any]
    parts: dict[str, str]

    def keep(self) -> Snapshot:
        """The snapshot of exactly this."""
        governed = _governed(self.draft)
        return keep_snapshot(
            governed.family,
            self.draft.pk,
            self.content,
            json.loads(self.draft.to_json()),
            governed.rendered(self.draft),
            governed.files(self.draft),
        )


def reading_of(draft: Any) -> Reading:
    """Read ``draft``: the one costly computation."""
    content = _governed(draft).parts(draft)
    return Reading(draft, content, digests(content))


def snapshot_of(obj: Any) -> Snapshot:
    """Keep what ``obj`` says now."""
    return reading_of(obj).keep()


def facts_of(obj: Any, moment: datetime, submitter_roles: Iterable[str] = ()) -> ManuscriptFacts:
    """What rules are told of ``obj`` as it stands now, submitted at ``moment`` by a holder of these posts."""
    return replace(_governed(obj).facts(obj, moment), submitter_roles=tuple(submitter_roles))
