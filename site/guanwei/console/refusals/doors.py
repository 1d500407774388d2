"""A closed door in the admin: what the person holds, and who can open it. Stock says only "no permission"."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _
from wagtail.models import Page

from guanwei.audit import clock
from guanwei.organisations.queries.posts import appointments_on
from guanwei.portal.keeping import closed_tree_refusals, supply_refusals
from guanwei.portal.models import ColumnPage
from guanwei.publishing.models.manuscripts import Manuscript


def closed_door(request: HttpRequest) -> str:
    """One sentence for a screen that the person may not use."""
    instead = _instead(request) or _addition(request)
    if instead:
        return instead
    manuscript = _manuscript(request)
    if manuscript is None:
        return _("%(posts)s不能使用这个页面；工作需要的话，请系统管理员办理任职。") % {
            "posts": _posts(request)
        }
    units = dict.fromkeys([str(manuscript.supplier), str(manuscript.manager)])
    return _(
        "“%(title)s”由%(units)s的采编人员修改；%(posts)s不能改，可请他们修改，或在全过程记录里查看。"
    ) % {
        "title": manuscript.title,
        "units": _("、").join(units),
        "posts": _posts(request),
    }


def _instead(request: HttpRequest) -> str:
    """Screens of Wagtail's that nobody uses here, and what is used instead."""
    match = request.resolver_match
    names = {*match.namespaces, match.url_name} if match else set()
    if "wagtailsites" in names:
        return _("网站的名称、域名和首页在“门户设置”里改，由网站管理员送审，签发后生效。")
    if any(str(each).startswith(("wagtailadmin_collections", "set_privacy")) for each in names):
        return _("文件不分集合，也不设“隐私”：没有公开的稿件用到的文件，公众看不到。要停止公开，请撤下稿件。")
    if match and str(match.view_name).startswith("wagtailadmin_pages:set_privacy"):
        return _("门户的页面要么公开，要么撤下，不设“隐私”；要停止公开，请由有撤稿职责的人员撤下。")
    return ""


def _addition(request: HttpRequest) -> str:
    """Where a regulation counts the columns, or says who puts items into one: in its words."""
    match = request.resolver_match
    if not match or match.view_name != "wagtailadmin_pages:add":
        return ""
    parent = Page.objects.filter(pk=match.kwargs["parent_page_id"]).first()
    if parent is None:
        return ""
    column = match.kwargs["content_type_model_name"] == ColumnPage._meta.model_name
    refusals = closed_tree_refusals(parent) if column else supply_refusals(parent, request.user)
    return "".join(map(str, refusals))


def _posts(request: HttpRequest) -> str:
    held = appointments_on(clock.today()).filter(person=request.user.pk).select_related("unit", "person")
    names = _("、").join(str(each).rsplit(" ", 1)[0] for each in held[:3])
    return _("您现在的职务（%(posts)s）") % {"posts": names or _("无")}


def _manuscript(request: HttpRequest) -> Any:
    match = request.resolver_match
    key = str(match.kwargs.get("page_id") or "") if match else ""
    page = Page.objects.filter(pk=int(key)).first() if key.isdigit() else None
    found = page.specific if page is not None else None
    return found if isinstance(found, Manuscript) else None
