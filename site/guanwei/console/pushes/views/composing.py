"""Compose: the state of an unsaved list travels with the form, so no button loses anything."""

from datetime import date

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _

from guanwei.accounts.models import Account
from guanwei.api import Refusal
from guanwei.approvals.subjects import draft_of
from guanwei.audit import clock
from guanwei.console.editor.rights import refusals_to_edit
from guanwei.console.editor.submitting import said_of
from guanwei.console.pushes.desk import desk_of, name_of, pick_of
from guanwei.console.pushes.moving import moved
from guanwei.console.pushes.reach import accounts_of
from guanwei.console.pushes.views.overview import nobody
from guanwei.console.pushes.views.showing import show
from guanwei.console.refusals.saying import tell
from guanwei.console.review.answers import person_of, refused
from guanwei.publishing.models import Push
from guanwei.publishing.models.pushes import FAMILY
from guanwei.publishing.queries.push_choices import Pick
from guanwei.publishing.services import hand_in
from guanwei.publishing.services.pushing import compose, recompose

VERBS = ("add", "up", "down", "remove")


def new(request: HttpRequest, account: str) -> HttpResponse:
    """An empty push for ``account`` (its slug)."""
    found = next((each for each in accounts_of(person_of(request)) if each.slug == account), None)
    if found is None:
        get_object_or_404(Account, slug=account)
        return refused(request, [nobody()])
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
        return show(request, desk_of(account, draft.day if draft else clock.today(), picks, draft), draft)
    picks = [pick for name in request.POST.getlist("item") if (pick := pick_of(name)) is not None]
    for verb in VERBS:
        if verb in request.POST:
            which = pick_of(request.POST[verb])
            touched = name_of(which) if which is not None else ""
            picks = moved(picks, verb, which)
            return show(request, desk_of(account, _typed(request), picks, draft), draft, touched=touched)
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
        return show(request, desk_of(account, _typed(request), picks, draft), draft, refusals, 422)
    if "submit" not in request.POST:
        messages.success(request, _("推送已存为草稿。"))
        return redirect("pushes:edit", draft.pk)
    done = hand_in(draft, person)
    if done.submission is None:
        tell(request, done.refusals, _("草稿已保存，但还不能提交："))
    else:
        messages.success(request, said_of(done.submission, done.waiting))
    return redirect("pushes:edit", draft.pk)
