"""Puts every plugin's register into the admin."""

from django.templatetags.static import static
from django.urls import URLPattern, URLResolver, include, path
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail_modeladmin.options import ModelAdminGroup, modeladmin_register

from guanwei.console.entries.admin import admin_of
from guanwei.registers.queries import entry_models


class Entries(ModelAdminGroup):
    """The menu's 业务台账: shown to those to whom one of them is open."""

    menu_label = _("业务台账")
    menu_icon = "clipboard-list"
    menu_order = 790
    items = tuple(map(admin_of, entry_models()))


if Entries.items:
    modeladmin_register(Entries)


@hooks.register("register_admin_urls")
def register_urls() -> list[URLPattern | URLResolver]:
    """``console/entries/search/…``."""
    return [path("console/entries/", include("guanwei.console.entries.urls"))]


@hooks.register("insert_editor_js")
def script() -> SafeString:
    """Fields that find an entry while somebody types."""
    return format_html('<script src="{}" defer></script>', static("console/entries.js"))
