"""Puts the pushes into the menu of those whose unit has a WeChat account."""

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import URLPattern, URLResolver, include, path, reverse_lazy
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from guanwei.console.pushes.reach import accounts_of
from guanwei.console.review.answers import person_of


class PushesItem(MenuItem):
    """Shown to those who may compose."""

    def is_shown(self, request: HttpRequest) -> bool:
        return bool(accounts_of(person_of(request)))


@hooks.register("register_admin_urls")
def register_urls() -> list[URLPattern | URLResolver]:
    """``console/pushes/``."""
    return [path("console/pushes/", include("guanwei.console.pushes.urls"))]


@hooks.register("register_admin_menu_item")
def register_pushes() -> MenuItem:
    """After the posts."""
    return PushesItem(
        _("公众号推送"), reverse_lazy("pushes:index"), name="pushes", icon_name="list-ol", order=115
    )


@hooks.register("insert_global_admin_css")
def style() -> SafeString:
    """The order of a push."""
    return format_html('<link rel="stylesheet" href="{}">', static("console/pushes.css"))
