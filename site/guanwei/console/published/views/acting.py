"""What people do about a release that is out."""

from collections.abc import Callable
from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from guanwei.accounts.models import Account
from guanwei.api import Refusal
from guanwei.console.published.reach import refusals_to_open, writes_for
from guanwei.console.published.views.showing import release_at, show
from guanwei.console.releases.typed import chosen
from guanwei.console.review.answers import person_of, refused
from guanwei.publishing.models import ArticlePage, ErrorReport, Release
from guanwei.publishing.services.activities import note_appearance
from guanwei.publishing.services.error_reports import close_report, report_error
from guanwei.publishing.services.joint import offer_reposts
from guanwei.publishing.services.pushing_on import post_from_page

Act = Callable[[HttpRequest, Release], tuple[list[Refusal], str]]


@require_POST
def report(request: HttpRequest, release_id: int) -> HttpResponse:
    """登记差错反映."""
    return _done(request, release_at(release_id), _reported)


@require_POST
def carried(request: HttpRequest, release_id: int) -> HttpResponse:
    """登记其他媒体刊播."""
    return _done(request, release_at(release_id), _carried)


@require_POST
def joint(request: HttpRequest, release_id: int) -> HttpResponse:
    """发起联动."""
    return _done(request, release_at(release_id), _joint)


@require_POST
def push_on(request: HttpRequest, release_id: int) -> HttpResponse:
    """推到账号."""
    return _done(request, release_at(release_id), _pushed)


@require_POST
def close(request: HttpRequest, report_id: int) -> HttpResponse:
    """办结差错反映."""
    found = get_object_or_404(ErrorReport, pk=report_id)

    def closed(request: HttpRequest, _release: Release) -> tuple[list[Refusal], str]:
        answer = Release.objects.filter(pk__in=chosen(request, "answer")[:1]).first()
        return close_report(found, answer, person_of(request)), _("已办结。")

    return _done(request, release_at(found.release_id), closed)


def _done(request: HttpRequest, release: Release, act: Act) -> HttpResponse:
    refusals = refusals_to_open(person_of(request), release)
    if refusals:
        return refused(request, refusals)
    refusals, said = act(request, release)
    if refusals:
        return show(request, release, refusals, 409)
    messages.success(request, said)
    return redirect("published:published", release.pk)


def _reported(request: HttpRequest, release: Release) -> tuple[list[Refusal], str]:
    text, source = request.POST.get("text", ""), request.POST.get("source", "")
    return report_error(release, text, person_of(request), source)[1], _("已登记，等待更正或说明。")


def _joint(request: HttpRequest, release: Release) -> tuple[list[Refusal], str]:
    accounts = Account.objects.filter(pk__in=chosen(request, "accounts")).select_related("unit")
    drafts, refusals = offer_reposts(release, accounts, person_of(request))
    return refusals, _("已为%(count)d个账号各起草一篇转发稿，由各单位按自己的流程办理。") % {
        "count": len(drafts)
    }


def _pushed(request: HttpRequest, release: Release) -> tuple[list[Refusal], str]:
    page = ArticlePage.objects.filter(pk=release.object_id).first() if release.family == "page" else None
    account = Account.objects.filter(pk__in=chosen(request, "account")[:1]).select_related("unit").first()
    if page is None or account is None:
        return [Refusal(_("请选择要推送的账号；没有网页的稿件不能推送。"))], ""
    made, refusals = post_from_page(page, account, person_of(request))
    return refusals, _("已起草一篇独立稿“%(title)s”，请补充后提交。") % {"title": made.title if made else ""}


def _carried(request: HttpRequest, release: Release) -> tuple[list[Refusal], str]:
    if not writes_for(person_of(request), release):
        return [Refusal(_("刊播情况由供稿单位或管理单位的采编人员登记。"))], ""
    day = _day(request.POST.get("on", ""))
    if day is None:
        return [Refusal(_("请填写刊播日期，形如 2026-05-01。"))], ""
    medium, address = request.POST.get("medium", ""), request.POST.get("address", "").strip()
    return note_appearance(release, medium, day, person_of(request), address)[1], _("已登记。")


def _day(text: str) -> date | None:
    """The date, or None where it is none."""
    try:
        return parse_date(text.strip())
    except ValueError:
        return None
