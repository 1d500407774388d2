"""The first screen and the menu: what a person uses, and nothing that would only be refused."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from guanwei.console.home.panels import STOCK, MinePanel
from guanwei.organisations.rights.holdings import holdings_of

# Wagtail's own reports and help speak of its workflows; the tree of pages is for who keeps the site.
TECHNICAL = frozenset({"reports", "help", "snippets"})
STRUCTURE = frozenset({"explorer"})
SETTINGS = frozenset({"workflows", "workflow-tasks", "collections"})


@hooks.register("construct_homepage_panels", order=200)
def panels(request: HttpRequest, found: list[Any]) -> None:
    """Wagtail's go, ours stay."""
    found[:] = [each for each in found if not isinstance(each, STOCK)]
    if holdings_of(request.user).writes:
        found.append(MinePanel())


@hooks.register("construct_homepage_summary_items", order=200)
def summary(request: HttpRequest, items: list[Any]) -> None:
    """Counts of everything help nobody with today's work."""
    items.clear()


@hooks.register("construct_main_menu", order=200)
def main_menu(request: HttpRequest, items: list[Any]) -> None:
    """The tree of pages for who keeps it, the technical part for technicians."""
    hidden: frozenset[str] = frozenset()
    if not request.user.is_superuser:
        hidden = TECHNICAL if holdings_of(request.user).keeping else TECHNICAL | STRUCTURE
    items[:] = [each for each in items if each.name not in hidden]
    for each in items:
        # The office's word; Wagtail says "documents".
        each.label = _("附件") if each.name == "documents" else each.label


@hooks.register("construct_settings_menu", order=200)
def settings_menu(request: HttpRequest, items: list[Any]) -> None:
    """Wagtail's chain decides nothing here."""
    items[:] = [each for each in items if each.name not in SETTINGS]
