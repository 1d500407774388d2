"""Puts 接口令牌管理 into Wagtail, for administrators."""

from django.urls import URLPattern, URLResolver, include, path, reverse_lazy
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.users.views.api_tokens import APITokenViewSet

from guanwei.console.programs.revoking import RevokeWithReason
from guanwei.console.registers.hooks import AdministratorsItem

# Wagtail makes its set of views from this class after all hooks are read, and has no setting for it.
APITokenViewSet.delete_view_class = RevokeWithReason


@hooks.register("register_admin_urls")
def register_urls() -> list[URLPattern | URLResolver]:
    """``console/tokens/``."""
    return [path("console/", include("guanwei.console.programs.inner_urls"))]


@hooks.register("register_admin_menu_item")
def register_tokens() -> MenuItem:
    """After 登录管理."""
    return AdministratorsItem(
        gettext_lazy("接口令牌管理"), reverse_lazy("programs:tokens"), icon_name="key", order=835
    )
