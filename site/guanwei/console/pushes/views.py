"""List, compose, preview. The state of an unsaved list travels with the form: no button loses anything."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from guanwei.accounts.models import Account
from guanwei.api import Refusal
from guanwei.approvals.models import SubmissionState
from guanwei.approvals.subjects import draft_of
from guanwei.audit import clock
from guanwei.console.editor.rights import refusals_to_edit
from guanwei.console.editor.standing import standing_submission, warning_of
from guanwei.console.editor.submitting import said_of
from guanwei.console.pushes.desk import Desk, desk_of, name_of, pick_of
from guanwei.console.pushes.listing import pushes_of
from guanwei.console.pushes.moving import moved
from guanwei.console.pushes.reach import accounts_of
from guanwei.console.refusals.saying import tell
from guanwei.console.review.answers import crumbs, person_of, refused
from guanwei.publishing.models import Push
from guanwei.publishing.models.pushes import FAMILY
from guanwei.publishing.queries.push_choices import Pick
from guanwei.publishing.services import submit
from guanwei.publishing.services.pushing import compose, recompose

VERBS = ("add", "up", "down", "remove")


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """The pushes of one's accounts, newest day first, and a button for each account."""
    accounts = accounts_of(person_of(request))
    if not accounts:
        return refused(request, [_nobody()])
    title = _("公众号推送")
    context = {
        "accounts": accounts,
        "rows": pushes_of(accounts),
        "header_title": title,
        "breadcrumbs_items": crumbs((title, "")),
    }
    return render(request, "console/pushes/index.html", context)


def _nobody() -> Refusal:
    return Refusal(_("推送由管理公众号的单位的编辑人员编排，您没有这个职务；请与其编辑人员联系。"))


def new(request: HttpRequest, account: str) -> HttpResponse:
    """An empty push for ``account`` (its slug)."""
    found = next((each for each in accounts_of(person_of(request)) if each.slug == account), None)
    if found is None:
        get_object_or_404(Account, slug=account)
        return refused(request, [_nobody()])
    return _desk(request, found, None)


def edit(request: HttpRequest, push_id: int) -> HttpResponse:
    """The draft of one push."""
    draft = draft_of(FAMILY, push_id)
    if draft is None:
        raise Http404
    refusals = refusals_to_edit(request.user, draft)
    return refused(request, refusals) if refusals else _desk(request, draft.account, draft)


def _desk(request: HttpRequest, account: Account, draft: Push | None) -> HttpResponse:
    if request.method != "POST":
        picks = [(e.family, e.object_id, e.number) for e in draft.in_order()] if draft else []
        return _show(request, desk_of(account, draft.day if draft else clock.today(), picks, draft), draft)
    picks = [pick for name in request.POST.getlist("item") if (pick := pick_of(name)) is not None]
    for verb in VERBS:
        if verb in request.POST:
            which = pick_of(request.POST[verb])
            touched = name_of(which) if which is not None else ""
            picks = moved(picks, verb, which)
            return _show(request, desk_of(account, _typed(request), picks, draft), draft, touched=touched)
    return _save(request, account, draft, picks)


def _typed(request: HttpRequest) -> str:
    return request.POST.get("day", "")[:10]


def _day(request: HttpRequest) -> date | None:
    try:
        return parse_date(_typed(request))
    except ValueError:
        return None


def _save(request: HttpRequest, account: Account, draft: Push | None, picks: list[Pick]) -> HttpResponse:
    day, person = _day(request), person_of(request)
    if day is None:
        refusals = [Refusal(_("没有看懂推送日期；请按“年-月-日”填写。"))]
    elif draft is None:
        draft, refusals = compose(account, day, picks, person)
    else:
        _made, refusals = recompose(draft.pk, day, picks, person)
    if refusals or draft is None:
        return _show(request, desk_of(account, _typed(request), picks, draft), draft, refusals, 422)
    if "submit" not in request.POST:
        messages.success(request, _("推送已存为草稿。"))
        return redirect("pushes:edit", draft.pk)
    submission, refusals = submit(draft, person)
    if submission is None:
        tell(request, refusals, _("草稿已保存，但还不能提交："))
    else:
        messages.success(request, said_of(submission))
    return redirect("pushes:edit", draft.pk)


def _show(
    request: HttpRequest,
    desk: Desk,
    draft: Push | None,
    refusals: list[Refusal] | None = None,
    status: int = 200,
    touched: str = "",
) -> HttpResponse:
    title = _("编排推送") if draft is None else draft.title
    context: dict[str, Any] = {
        "desk": desk,
        "push": draft,
        "refusals": refusals,
        "touched": touched,
        "unsaved": request.method == "POST",
        "header_title": title,
        "breadcrumbs_items": crumbs((_("公众号推送"), reverse("pushes:index")), (title, "")),
    }
    if draft is not None:
        context["submission"] = standing_submission(draft)
        context["warning"] = _warning(draft)
        context["chain_url"] = reverse("editor:chain", args=[FAMILY, draft.pk])
    return render(request, "console/pushes/edit.html", context, status=status)


def _warning(draft: Push) -> str:
    """What an edit does to what stands: another order is another list, another article another fact."""
    submission = standing_submission(draft)
    if submission is None or submission.state == SubmissionState.PERMITTED:
        return warning_of(draft)
    return _("这次推送在审核中。只换次序，已签的环节须重签；增减文章或改日期，全部签署作废，须重新提交。")


@require_safe
def preview(request: HttpRequest, push_id: int) -> HttpResponse:
    """How the saved draft will stand in a follower's list of messages."""
    draft = draft_of(FAMILY, push_id)
    if draft is None:
        raise Http404
    refusals = refusals_to_edit(request.user, draft)
    if refusals:
        return refused(request, refusals)
    picks = [(each.family, each.object_id, each.number) for each in draft.in_order()]
    desk = desk_of(draft.account, draft.day, picks, draft)
    return render(request, "console/pushes/preview.html", {"object": draft, "desk": desk})
