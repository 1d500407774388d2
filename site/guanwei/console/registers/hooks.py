"""Registers the registers, and the administrator's two screens."""

from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, include, path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail_modeladmin.options import modeladmin_register

from guanwei.api import Duty
from guanwei.console.registers.registers import Registers
from guanwei.organisations.rights.holdings import holdings_of

modeladmin_register(Registers)


class AdministratorsItem(MenuItem):
    """Shown to those who administer."""

    def is_shown(self, request: HttpRequest) -> bool:
        person: Any = request.user
        return bool(holdings_of(person).where(Duty.ADMINISTER))


@hooks.register("register_admin_urls")
def register_urls() -> list[URLPattern | URLResolver]:
    """``console/posts/`` and ``console/rules/``."""
    return [path("console/", include("guanwei.console.registers.urls"))]


@hooks.register("register_admin_menu_item")
def register_posts() -> MenuItem:
    return AdministratorsItem(_("任职与授权"), reverse_lazy("registers:posts"), icon_name="group", order=810)


@hooks.register("register_admin_menu_item")
def register_rules() -> MenuItem:
    return AdministratorsItem(_("规则启用"), reverse_lazy("registers:rules"), icon_name="cogs", order=820)
