"""Puts the organisation into the menu of everybody who holds a post."""

from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, include, path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from guanwei.console.review.answers import person_of
from guanwei.organisations.rights.holdings import holdings_of


class OrganisationItem(MenuItem):
    """Shown to those who hold a post or sign for one."""

    def is_shown(self, request: HttpRequest) -> bool:
        return holdings_of(person_of(request)).seated


@hooks.register("register_admin_urls")
def register_urls() -> list[URLPattern | URLResolver]:
    """``console/organisations/``."""
    return [path("console/organisations/", include("guanwei.console.organisations.urls"))]


@hooks.register("register_admin_menu_item")
def register_organisation() -> MenuItem:
    """Before the administrator's screens."""
    return OrganisationItem(
        _("机构"),
        reverse_lazy("organisations:index"),
        name="organisation",
        icon_name="folder-inverse",
        order=805,
    )
