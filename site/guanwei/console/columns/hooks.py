"""Puts the columns into the menu of those whose agency has a tree of them, and dead links on the first screen."""

from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, include, path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component

from guanwei.console.columns.reach import has_trees, links_to_mend
from guanwei.console.review.answers import person_of
from guanwei.organisations.rights.holdings import holdings_of


class ColumnsItem(MenuItem):
    """Shown where there is a tree to read."""

    def is_shown(self, request: HttpRequest) -> bool:
        return has_trees(person_of(request))


class DeadLinksPanel(Component):
    """Columns that lead nowhere, before everything else, for who keeps them."""

    order = 5
    template_name = "console/columns/dead_links.html"

    def __init__(self, links: list[Any]) -> None:
        self._links = links

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        return {"links": self._links}


@hooks.register("register_admin_urls")
def register_urls() -> list[URLPattern | URLResolver]:
    """``console/columns/``."""
    return [path("console/columns/", include("guanwei.console.columns.urls"))]


@hooks.register("register_admin_menu_item")
def register_columns() -> MenuItem:
    """After the manuscripts."""
    return ColumnsItem(
        _("栏目"), reverse_lazy("columns:index"), name="columns", icon_name="list-ul", order=120
    )


@hooks.register("construct_homepage_panels", order=210)
def panels(request: HttpRequest, found: list[Any]) -> None:
    """After the home's own arranging."""
    person = person_of(request)
    links = links_to_mend(person) if holdings_of(person).keeping else []
    if links:
        found.append(DeadLinksPanel(links))
