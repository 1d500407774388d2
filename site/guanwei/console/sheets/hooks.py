"""Puts the forms into the menu of those who fill them."""

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import URLPattern, URLResolver, include, path, reverse_lazy
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from guanwei.console.review.answers import person_of
from guanwei.console.sheets.reach import desks_of


class SheetsItem(MenuItem):
    """Shown to those whose unit's rules declare a form."""

    def is_shown(self, request: HttpRequest) -> bool:
        return bool(desks_of(person_of(request)))


@hooks.register("register_admin_urls")
def register_urls() -> list[URLPattern | URLResolver]:
    """``console/sheets/``."""
    return [path("console/sheets/", include("guanwei.console.sheets.urls"))]


@hooks.register("register_admin_menu_item")
def register_sheets() -> MenuItem:
    """After what waits."""
    return SheetsItem(_("审批表"), reverse_lazy("sheets:sheet"), name="sheets", icon_name="table", order=20)


@hooks.register("insert_global_admin_css")
def style() -> SafeString:
    """The sheet on the screen and on paper."""
    return format_html('<link rel="stylesheet" href="{}">', static("console/sheets.css"))
