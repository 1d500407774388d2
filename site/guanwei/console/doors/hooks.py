"""Puts the doors into Wagtail: screens, menu, the account page, the guard of an open page."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.templatetags.static import static
from django.urls import URLPattern, URLResolver, include, path, reverse, reverse_lazy
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from guanwei.console.registers.hooks import AdministratorsItem


@hooks.register("register_admin_urls")
def register_urls() -> list[URLPattern | URLResolver]:
    """``doors/…``."""
    return [path("doors/", include("guanwei.console.doors.inner_urls"))]


@hooks.register("register_admin_menu_item")
def register_doors() -> MenuItem:
    """For administrators."""
    return AdministratorsItem(
        gettext_lazy("登录管理"), reverse_lazy("doors:administer"), icon_name="lock", order=830
    )


@hooks.register("register_account_menu_item")
def register_own(request: HttpRequest) -> dict[str, str]:
    """On the account page."""
    return {
        "url": reverse("doors:own"),
        "label": _("登录安全"),
        "help_text": _("双重验证、最近的登录、退出其他地方的登录。"),
    }


@hooks.register("before_delete_user")
def keep_people(request: HttpRequest, user: Any) -> HttpResponse | None:
    """Who was ever in stays on the record."""
    messages.error(request, _("人员要留在记录里，不能删除；不再使用的账号请取消“启用”。"))
    return redirect("wagtailusers_users:edit", user.pk)


@hooks.register("insert_global_admin_css")
def style() -> SafeString:
    """Notices, codes, the cover of a page left alone."""
    return format_html('<link rel="stylesheet" href="{}">', static("console/doors.css"))


@hooks.register("insert_global_admin_js")
def widgets() -> SafeString:
    """What starts Wagtail's widgets in place of its inline scripts."""
    return format_html('<script src="{}" defer></script>', static("console/widgets.js"))


@hooks.register("insert_global_admin_js")
def guard() -> SafeString:
    """Covers a page that was left alone, and knows when its reader is back."""
    return format_html(
        '<script src="{}" data-here="{}" data-sign-in="{}" data-minutes="{}" data-heading="{}" data-text="{}"'
        ' data-button="{}" defer></script>',
        static("console/doors.js"),
        reverse("doors:here"),
        reverse("wagtailadmin_login"),
        settings.GUANWEI_IDLE_MINUTES,
        _("已自动退出"),
        _("您有一段时间没有操作。请在新窗口登录，再回到这里，页面上的内容还在。"),
        _("登录"),
    )
