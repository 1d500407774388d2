"""The gate before a row: saves, deletions and schedules that Django announces. The triggers see the rest."""

from collections.abc import Iterable
from typing import Any

from django.db import models
from wagtail.models import DraftStateMixin, Revision

from guanwei.approvals.gate.refusals import GateRefused, refused
from guanwei.approvals.gate.standing import Subject, stands
from guanwei.approvals.governed import PAGE_BOOKKEEPING, SNIPPET_BOOKKEEPING, Governed, governed_of

# What may be written on a live row that nobody governs: the union, and never ``live`` itself.
ANY_BOOKKEEPING = PAGE_BOOKKEEPING | SNIPPET_BOOKKEEPING


def refuse_unpermitted_save(
    sender: type[models.Model],
    instance: Any,
    raw: bool = False,
    using: str | None = None,
    update_fields: Iterable[str] | None = None,
    **_kwargs: Any,
) -> None:
    """Receiver of ``pre_save``: nothing goes live, and nothing live changes, without an opening."""
    # Migrations send classes of their own.
    if not isinstance(instance, DraftStateMixin):
        return
    written = _written(sender, raw, update_fields)
    _refuse_alias(instance, written)
    governed = _governance(instance)
    if written <= _bookkeeping(governed) or ("live" in written and instance.live is False):
        return
    if stands(_subject(governed, instance)):
        return
    code = _objection(sender, instance, using, written, governed)
    if code:
        raise refused(code)


def refuse_live_deletion(sender: type[models.Model], instance: Any, **_kwargs: Any) -> None:
    """Receiver of ``pre_delete``: a live object is taken down before it is deleted, and some stay for good."""
    if isinstance(instance, DraftStateMixin) and instance.live:
        raise refused("delete-live")
    governed = governed_of(instance)
    if governed is not None and (reasons := governed.stays(instance)):
        raise GateRefused(*reasons)


def refuse_schedule(
    sender: type[models.Model],
    instance: Revision,
    update_fields: Iterable[str] | None = None,
    **_kwargs: Any,
) -> None:
    """Receiver of ``pre_save`` of revisions: time is in the release's plan."""
    written = update_fields is None or "approved_go_live_at" in update_fields
    if written and instance.approved_go_live_at is not None:
        raise refused("scheduled")


def _written(sender: type[models.Model], raw: bool, update_fields: Iterable[str] | None) -> set[str]:
    """Columns that this save writes. A fixture writes its own table alone, not its parents'."""
    fields = sender._meta.local_concrete_fields if raw else sender._meta.concrete_fields
    if update_fields is None:
        return {each.attname for each in fields}
    named = set(update_fields)
    return {each.attname for each in fields if each.name in named or each.attname in named}


def _refuse_alias(instance: Any, written: set[str]) -> None:
    # An alias copies what its source publishes; no permit would name it.
    if "alias_of_id" in written and instance.alias_of_id is not None:
        raise refused("alias")


def _governance(instance: Any) -> Governed | None:
    """How the object is governed; a page saved through its base class counts as what it is."""
    found = governed_of(instance)
    if found is None and getattr(instance, "content_type_id", None):
        specific = getattr(instance, "specific_class", None)
        found = governed_of(specific) if specific else None
    return found


def _bookkeeping(governed: Governed | None) -> frozenset[str]:
    tables = governed.tables if governed else ()
    named = frozenset().union(*(each.bookkeeping for each in tables)) if tables else ANY_BOOKKEEPING
    return named - {"live"}


def _subject(governed: Governed | None, instance: Any) -> Subject | None:
    return (governed.family, instance.pk) if governed and instance.pk is not None else None


def _objection(
    sender: type[models.Model],
    instance: Any,
    using: str | None,
    written: set[str],
    governed: Governed | None,
) -> str | None:
    stored = sender._base_manager.using(using).filter(pk=instance.pk).first() if instance.pk else None
    was_live = stored.live if stored is not None else _parent_is_live(sender, instance, using)
    if not (instance.live if "live" in written else was_live):
        return None
    if was_live and stored is not None and not _changed(stored, instance, written - _bookkeeping(governed)):
        return None
    if governed is None:
        return "ungoverned"
    return "born-live" if was_live is None else "needs-opening"


def _parent_is_live(sender: type[models.Model], instance: Any, using: str | None) -> bool | None:
    """Whether the row that holds ``live`` is live, before the specific row is written; None without one."""
    holder = sender._meta.get_field("live").model
    if holder is sender or not instance.pk:
        return None
    found = holder._base_manager.using(using).filter(pk=instance.pk).first()
    return None if found is None else bool(found.live)


def _changed(stored: Any, instance: Any, columns: set[str]) -> bool:
    fields = [each for each in stored._meta.concrete_fields if each.attname in columns]
    return any(_prepared(each, stored) != _prepared(each, instance) for each in fields)


def _prepared(field: Any, obj: Any) -> Any:
    return field.get_prep_value(getattr(obj, field.attname))
