"""No draft is written that a rule book refuses at entry: forms ask first, every other way meets the guard here."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.db.models.signals import pre_save
from wagtail.models import Revision

from guanwei.api import Refusal
from guanwei.approvals.gate import GateRefused
from guanwei.organisations.models import Unit
from guanwei.publishing.content.text import plain_text
from guanwei.publishing.models import ArticlePage, ArticleVariant, Post, PostVariant
from guanwei.screening.entering import refusals_at_entry


def connect() -> None:
    """Called once, when the room is ready."""
    pre_save.connect(_guard_revision, sender=Revision, dispatch_uid="entering.revision")
    for model in (ArticlePage, Post):
        pre_save.connect(_guard_manuscript, sender=model, dispatch_uid=f"entering.{model.__name__}")
    for model in (ArticleVariant, PostVariant):
        pre_save.connect(_guard_variant, sender=model, dispatch_uid=f"entering.{model.__name__}")


def refusals_to_store(texts: Sequence[str], supplier: Unit, manager: Unit) -> list[Refusal]:
    """Why these texts may not be stored for the units."""
    return refusals_at_entry(texts, lambda: (manager, supplier))


def _guard_manuscript(sender: Any, instance: Any, raw: bool = False, **_kwargs: Any) -> None:
    # As it is stored: blocks that were looked at are written with fields that were left out, and other digests.
    body = [each["value"] for each in instance.body.raw_data] if isinstance(instance, ArticlePage) else []
    _refuse([instance.title, instance.apology, *_strings(body)], lambda: _units(instance))


def _guard_variant(sender: Any, instance: Any, raw: bool = False, **_kwargs: Any) -> None:
    _refuse([instance.title, instance.text], lambda: _units(_owner(instance)))


def _guard_revision(sender: Any, instance: Revision, raw: bool = False, **_kwargs: Any) -> None:
    content = instance.content
    if not isinstance(content, dict) or "supplier" not in content:
        return
    _refuse(list(_strings(content)), lambda: Unit.objects.filter(pk__in=_unit_keys(content)))


def _owner(variant: Any) -> Any:
    return variant.page if isinstance(variant, ArticleVariant) else variant.post


def _units(obj: Any) -> Sequence[Unit]:
    return [obj.manager, obj.supplier]


def _unit_keys(content: dict[str, Any]) -> list[Any]:
    return [content[key] for key in ("manager", "supplier") if content.get(key)]


def _strings(value: Any) -> Iterator[str]:
    """Every text of a revision, however deep, without its markup."""
    if isinstance(value, str):
        yield plain_text(value)
    elif isinstance(value, dict):
        for each in value.values():
            yield from _strings(each)
    elif isinstance(value, list):
        for each in value:
            yield from _strings(each)


def _refuse(texts: Sequence[str], units: Any) -> None:
    refusals = refusals_at_entry(texts, units)
    if refusals:
        raise GateRefused(*refusals)
