"""Puts 互动活动 into the menu."""

from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, include, path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from guanwei.console.published.reach import keeps_activities
from guanwei.console.review.answers import person_of


class ActivitiesItem(MenuItem):
    """Shown to those who write or audit."""

    def is_shown(self, request: HttpRequest) -> bool:
        return keeps_activities(person_of(request))


@hooks.register("register_admin_urls")
def register_urls() -> list[URLPattern | URLResolver]:
    """``console/published/…``, ``console/activities/``."""
    return [path("console/", include("guanwei.console.published.urls"))]


@hooks.register("register_admin_menu_item")
def register_activities() -> MenuItem:
    return ActivitiesItem(
        _("互动活动"),
        reverse_lazy("published:activities"),
        name="activities",
        icon_name="calendar",
        order=120,
    )
