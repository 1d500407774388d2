"""Whether a person may have an item's screen checked, and under which units."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from guanwei.accounts.models import Account
from guanwei.api import Refusal
from guanwei.approvals.subjects import latest_revision, row_of
from guanwei.console.editor.reach import reach_of
from guanwei.console.editor.rights import refusals_to_edit
from guanwei.console.findings.live.on_screen import OnScreen
from guanwei.organisations.models import Person, Unit
from guanwei.organisations.rights.holdings import known_units, line_of
from guanwei.publishing.models import ArticlePage, Post
from guanwei.publishing.models.manuscripts import Manuscript
from guanwei.publishing.rights.manuscripts import may_change

MODELS: dict[str, type[Manuscript]] = {"page": ArticlePage, "post": Post}


@dataclass(frozen=True, slots=True)
class Writer:
    """Under which units somebody writes: each with those above it, nearest first.

    ``accounts`` are those that the person may know.
    """

    supplier: list[Unit]
    manager: list[Unit]
    accounts: dict[int, Account]


def writer_of(person: Person, screen: OnScreen) -> Writer | list[Refusal]:
    """Under what the screen says; a unit out of the person's reach counts only where the stored draft has it.

    Raises ``LookupError`` for an object that isn't there or is no manuscript.
    """
    reach, units = reach_of(person), dict(reach_of(person).units)
    held: dict[str, Unit | None] = dict.fromkeys(("supplier", "manager"), reach.own)
    if screen.object_id is not None:
        stored = _stored(screen.family, screen.object_id, known_units(person))
        if refusals := refusals_to_edit(person, stored):
            return refusals
        held = {"supplier": stored.supplier, "manager": stored.manager}
        units |= {each.pk: each for each in (stored.supplier, stored.manager)}
    supplier = units.get(screen.supplier) if screen.supplier else held["supplier"]
    manager = units.get(screen.manager) if screen.manager else held["manager"]
    if supplier is None or manager is None:
        return [Refusal(_("请先选定您任职范围内的供稿单位和管理单位，再检查文字。"))]
    if not may_change(person, MODELS[screen.family](supplier=supplier, manager=manager)):
        said = _("您在%(supplier)s和%(manager)s都没有采编职务，不能检查以它们名义写的稿件。")
        return [Refusal(said % {"supplier": supplier, "manager": manager})]
    accounts = _accounts(screen, reach.accounts)
    return Writer(line_of(person, supplier.pk), line_of(person, manager.pk), accounts)


def _stored(family: str, object_id: int, units: dict[int, Unit]) -> Any:
    """Title and units of the latest draft, without all the rest of it. One query."""
    revision = latest_revision(family, object_id)
    said = revision.content if revision is not None else {}
    if {"title", "supplier", "manager"} <= said.keys():
        supplier, manager = units[said["supplier"]], units[said["manager"]]
        return MODELS[family](title=said["title"], supplier=supplier, manager=manager)
    row = row_of(family, object_id)
    if not isinstance(row, MODELS[family]):
        raise LookupError(f"no manuscript {family} {object_id}")
    return row


def _accounts(screen: OnScreen, known: dict[int, Account]) -> dict[int, Account]:
    """Accounts of others count in a stored draft alone, whose other writers chose them. One query, seldom."""
    named = {each.account for each in screen.texts if each.account} - known.keys()
    others = Account.objects.filter(pk__in=named) if named and screen.object_id is not None else ()
    return {**known, **{each.pk: each for each in others}}
