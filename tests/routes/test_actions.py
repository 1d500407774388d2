"""Every action that Wagtail registers or ships, carried out in code with its checks skipped: the gate stands below."""

import importlib
import inspect
import pkgutil
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest
import wagtail.actions
from django.db import models, transaction
from guanwei.approvals.subjects import family_of, row_of
from routes.stage import UNSIGNED, Stage, word_of
from routes.watching import Public, tried, unpermitted
from wagtail.actions import action_registry
from wagtail.actions.base import BaseAction
from wagtail.models import Page

pytestmark = [pytest.mark.law("L1"), pytest.mark.django_db]
Make = Callable[[type[BaseAction], Any, Stage], Any]


def _bent(obj: Any) -> Any:
    """The row with other words, as somebody in a shell would have it."""
    setattr(obj, word_of(obj), UNSIGNED)
    return obj


# How each action is made from an object: the strongest of its options, publishing wherever it can.
MAKE: dict[str, Make] = {
    "ConvertAliasPageAction": lambda action, obj, stage: action(obj, user=stage.people["root"]),
    "CopyForTranslationAction": lambda action, obj, stage: action(obj, obj.locale, user=stage.people["root"]),
    "CopyPageAction": lambda action, obj, stage: action(
        obj, keep_live=True, recursive=True, update_attrs={"slug": "copied", "title": UNSIGNED}
    ),
    "CopyPageForTranslationAction": lambda action, obj, stage: action(obj, obj.locale, alias=True),
    "CreateAction": lambda action, obj, stage: action(_bent(_unsaved(obj)), publish=True),
    "CreatePageAction": lambda action, obj, stage: action(
        _bent(_unsaved(obj)), obj.get_parent(), publish=True
    ),
    "CreatePageAliasAction": lambda action, obj, stage: action(obj, update_slug="aliased", recursive=True),
    "DeleteAction": lambda action, obj, stage: action(obj),
    "DeletePageAction": lambda action, obj, stage: action(obj, user=stage.people["root"]),
    "EditAction": lambda action, obj, stage: action(_bent(obj), publish=True),
    "EditPageAction": lambda action, obj, stage: action(_bent(obj), publish=True),
    "MovePageAction": lambda action, obj, stage: action(obj, stage.county.notices, pos="first-child"),
    "PublishPageRevisionAction": lambda action, obj, stage: action(obj.get_latest_revision()),
    "PublishRevisionAction": lambda action, obj, stage: action(obj.get_latest_revision()),
    "RevertToPageRevisionAction": lambda action, obj, stage: action(
        instance=obj, revision=obj.revisions.order_by("pk").first()
    ),
    "RevertToRevisionAction": lambda action, obj, stage: action(
        instance=obj, revision=obj.revisions.order_by("pk").first()
    ),
    "UnpublishAction": lambda action, obj, stage: action(obj),
    "UnpublishPageAction": lambda action, obj, stage: action(obj, include_descendants=True),
}
# Taking down is free of the gate (L1): nothing is added to what the public sees.
TAKES_DOWN = frozenset({"UnpublishAction", "UnpublishPageAction"})
OF_THE_ROW = frozenset({"id", "page_ptr_id", "path", "depth", "numchild"})
NOT_MADE = frozenset({"BaseAction"})


def _unsaved(obj: Any) -> Any:
    fields = {each.attname: getattr(obj, each.attname) for each in obj._meta.concrete_fields}
    kept = {name: value for name, value in fields.items() if name not in OF_THE_ROW}
    return type(obj)(**{**kept, "live": True, **({"slug": "made-anew"} if isinstance(obj, Page) else {})})


def shipped() -> dict[str, type[BaseAction]]:
    """Every action class in Wagtail's package and in the registry."""
    action_registry._scan_for_actions()
    found = {each.__name__: each for by_name in action_registry.actions.values() for each in by_name.values()}
    for module in pkgutil.iter_modules(wagtail.actions.__path__):
        classes = inspect.getmembers(
            importlib.import_module(f"wagtail.actions.{module.name}"), inspect.isclass
        )
        found |= {name: each for name, each in classes if issubclass(each, BaseAction)}
    return found


def test_every_action_was_looked_at() -> None:
    assert set(shipped()) == set(MAKE) | NOT_MADE


@pytest.mark.parametrize("name", sorted(MAKE))
@pytest.mark.defends("each of Wagtail's actions, its checks skipped", by="shell")
def test_an_action_puts_nothing_unsigned_before_the_public(stage: Stage, name: str) -> None:
    action, before = shipped()[name], Public.now(stage)
    for obj in stage.governed:
        with tried() as written:
            _carry_out(action, row_of(family_of(obj), obj.pk), stage)
            after = Public.after(stage, before, written)
            assert after is before or unpermitted() == [], obj
            allowed = before.only_taken_down(after) if name in TAKES_DOWN else before.changes(after) == []
            assert allowed, (obj, before.changes(after))


def _carry_out(action: type[BaseAction], obj: models.Model, stage: Stage) -> None:
    """Whatever it says: what counts is what the public sees afterwards. Wagtail's refusals have no common base."""
    with suppress(Exception), transaction.atomic():
        MAKE[action.__name__](action, obj, stage).execute(skip_permission_checks=True)
