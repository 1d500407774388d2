"""Taking down leaves a reason: a live item goes offline in nobody's silence, whatever screen or script does it."""

from collections.abc import Iterable
from typing import Any

from django.db import models
from django.utils.translation import gettext as _
from wagtail.models import DraftStateMixin

from guanwei.api import Refusal
from guanwei.approvals.gate import GateRefused
from guanwei.approvals.governed import governed_of
from guanwei.audit.acting import current


def refuse_silent_take_down(
    sender: type[models.Model],
    instance: Any,
    using: str | None = None,
    update_fields: Iterable[str] | None = None,
    **_kwargs: Any,
) -> None:
    """Receiver of ``pre_save``: what is public goes offline with a reason on the record, or not at all.

    Wagtail's own ways (its view, bulk action, admin API, actions) give none: they end here with a sentence.
    """
    if not isinstance(instance, DraftStateMixin) or instance.live or instance.pk is None:
        return
    if update_fields is not None and "live" not in update_fields:
        return
    if current().reason.strip() or not _governed(instance):
        return
    if not _is_live(sender, instance, using):
        return
    said = _("撤下公开的内容须写明理由；请由管理单位有撤稿职责的人员打开稿件，用“撤下”办理。")
    raise GateRefused(Refusal(said, rule="L5.silent-take-down"))


def _governed(instance: Any) -> bool:
    """A page saved through its base class counts as what it is."""
    specific = getattr(instance, "specific_class", None)
    return governed_of(specific or instance) is not None


def _is_live(sender: type[models.Model], instance: Any, using: str | None) -> bool:
    holder = sender._meta.get_field("live").model
    return bool(holder._base_manager.using(using).filter(pk=instance.pk, live=True).exists())
