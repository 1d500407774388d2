"""Puts 发布情况 into the menu, and our taking down in the place of Wagtail's."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, URLResolver, include, path, reverse, reverse_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail import hooks
from wagtail.admin.action_menu import ActionMenuItem
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic.models import UnpublishView
from wagtail.models import Page

from guanwei.api import Refusal
from guanwei.approvals.governed import governed_of
from guanwei.approvals.subjects import family_of
from guanwei.console.refusals.saying import tell
from guanwei.console.releases.reach import has_releases
from guanwei.console.review.answers import person_of


class ReleasesItem(MenuItem):
    """Shown to those who release, take down, administer or audit."""

    def is_shown(self, request: HttpRequest) -> bool:
        return has_releases(person_of(request))


@hooks.register("register_admin_urls")
def register_urls() -> list[URLPattern | URLResolver]:
    """``console/releases/``, ``console/take-down/…``, ``console/recalls/…``."""
    return [path("console/", include("guanwei.console.releases.urls"))]


@hooks.register("register_admin_menu_item")
def register_releases() -> MenuItem:
    """After what waits."""
    return ReleasesItem(
        gettext_lazy("发布情况"),
        reverse_lazy("releases:overview"),
        name="releases",
        icon_name="site",
        order=15,
    )


class TakeDownItem(ActionMenuItem):
    """In the place of Wagtail's own: the same right, another screen."""

    name = "action-unpublish"
    label = gettext_lazy("撤下")
    icon_name = "download"

    def get_url(self, context: dict[str, Any]) -> str:
        page = context["page"]
        return reverse("releases:take_down", args=[family_of(page.specific), page.pk])


@hooks.register("construct_page_action_menu", order=100)
def our_item(items: list[Any], request: HttpRequest, context: dict[str, Any]) -> None:
    """The menu's own items are shared by all requests: put another in the place, change none."""
    page = context.get("page")
    if page is not None and governed_of(page.specific_class):
        items[:] = [TakeDownItem() if each.name == TakeDownItem.name else each for each in items]


def ask_at_once(self: UnpublishView, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
    """Whoever opens Wagtail's page of confirmation, as from the explorer's menu, is asked for the reason instead."""
    return _ours(self.object) or TemplateView.get(self, request, *args, **kwargs)


# Wagtail has a hook for the answer to its question, none for the question.
UnpublishView.get = ask_at_once


@hooks.register("before_unpublish_page")
def our_page_screen(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Wagtail's screen asks for no reason and for no posts; ours does."""
    return _ours(page.specific)


@hooks.register("before_unpublish")
def our_screen(request: HttpRequest, obj: Any) -> HttpResponse | None:
    """The same for posts without a page."""
    return _ours(obj)


def _ours(obj: Any) -> HttpResponse | None:
    return redirect("releases:take_down", family_of(obj), obj.pk) if governed_of(obj) else None


@hooks.register("before_bulk_action")
def one_by_one(
    request: HttpRequest, action_type: str, objects: list[Any], action_class: Any
) -> HttpResponse | None:
    """Each take-down has a reason of its own."""
    if action_type != "unpublish":
        return None
    tell(request, [Refusal(_("撤下要逐项办理、各写理由；请打开每篇稿件，用“撤下”办理。"))])
    return redirect("wagtailadmin_home")
