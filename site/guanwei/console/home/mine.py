"""我的稿件: drafts that I worked on, what came back and why, what waits. The number of queries is fixed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import F, Max, Q
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from wagtail.models import Page

from guanwei.approvals.models import Contribution, RouteStep, Submission, SubmissionState
from guanwei.approvals.subjects import PAGE_FAMILY
from guanwei.audit import clock
from guanwei.console.editor.standing import STANDING
from guanwei.console.editor.submitting import edit_url
from guanwei.publishing.models import ArticlePage, Post, Push, Release
from guanwei.publishing.models.pushes import FAMILY as PUSH_FAMILY
from guanwei.publishing.models.releases import ReleaseState

POST_FAMILY = "post"
LOOKED_AT = 60
SHOWN = 20
CAME_BACK = (SubmissionState.RETURNED, SubmissionState.LAPSED, SubmissionState.VETOED)
Key = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Mine:
    """One manuscript. ``state`` is draft, returned, review or permitted; ``note`` says the rest in a line."""

    title: str
    url: str
    form: str
    state: str
    label: str
    note: str
    changed: datetime | None


def manuscripts_of(person: Any) -> list[Mine]:
    """The latest that ``person`` worked on and that aren't done, newest first. Seven queries."""
    touched = (
        Contribution.objects.filter(person=person)
        .values("family", "object_id")
        .annotate(last=Max("pk"))
        .order_by("-last")[:LOOKED_AT]
    )
    keys: list[Key] = [(each["family"], each["object_id"]) for each in touched]
    found = {**_articles(keys), **_posts(keys), **_pushes(keys)}
    latest = {(each.family, each.object_id): each for each in _submissions(found)}
    waiting, running = _waiting(latest.values()), _running(latest.values())
    rows = (_row(key, found[key], latest.get(key), waiting, running) for key in keys if key in found)
    return [each for each in rows if each is not None][:SHOWN]


def _articles(keys: list[Key]) -> dict[Key, Any]:
    ids = [pk for family, pk in keys if family == PAGE_FAMILY]
    rows = ArticlePage.objects.filter(pk__in=ids).select_related("manager")
    return {(PAGE_FAMILY, each.pk): each for each in rows}


def _posts(keys: list[Key]) -> dict[Key, Any]:
    ids = [pk for family, pk in keys if family == POST_FAMILY]
    rows = Post.objects.filter(pk__in=ids).select_related("manager", "latest_revision")
    return {(POST_FAMILY, each.pk): each for each in rows}


def _pushes(keys: list[Key]) -> dict[Key, Any]:
    ids = [pk for family, pk in keys if family == PUSH_FAMILY]
    rows = Push.objects.filter(pk__in=ids).select_related("account__unit", "latest_revision")
    return {(PUSH_FAMILY, each.pk): each for each in rows}


def _submissions(keys: Iterable[Key]) -> Iterable[Submission]:
    named = Q(pk__in=[])
    for family in {family for family, _pk in keys}:
        named |= Q(family=family, object_id__in=[pk for each, pk in keys if each == family])
    return Submission.objects.filter(named).order_by("submitted_at", "pk")


def _waiting(submissions: Iterable[Submission]) -> dict[int, str]:
    standing = [each.pk for each in submissions if each.state in STANDING]
    steps = RouteStep.objects.filter(submission__in=standing, position=F("submission__position"))
    return dict(steps.values_list("submission_id", "label"))


def _running(submissions: Iterable[Submission]) -> dict[int, Release]:
    released = [each.pk for each in submissions if each.state == SubmissionState.RELEASED]
    rows = Release.objects.filter(permit__submission__in=released, state=ReleaseState.RUNNING)
    return {each.permit.submission_id: each for each in rows.select_related("permit")}


def _row(
    key: Key,
    obj: Any,
    submission: Submission | None,
    waiting: dict[int, str],
    running: dict[int, Release],
) -> Mine | None:
    going = running.get(submission.pk) if submission is not None else None
    state, label, note = _going_out(going) if going else _state(obj, submission, waiting)
    if not state:
        return None
    is_page = isinstance(obj, Page)
    revision = None if is_page else obj.latest_revision
    return Mine(
        title=obj.draft_title if is_page else (revision.object_str if revision else obj.title),
        url=edit_url(obj),
        form=_("稿件") if is_page else str(obj._meta.verbose_name),
        state=state,
        label=label,
        note=note,
        changed=obj.latest_revision_created_at if is_page else (revision.created_at if revision else None),
    )


def _going_out(release: Release) -> tuple[str, str, str]:
    """A release decided and not done: timed, or waiting for a receipt."""
    if release.due_at > clock.now():
        due = localtime(release.due_at).strftime("%Y-%m-%d %H:%M")
        return "permitted", _("定时发布"), _("将于%(time)s发布") % {"time": due}
    return "permitted", release.get_state_display(), _("等待渠道回执")


def _state(obj: Any, submission: Submission | None, waiting: dict[int, str]) -> tuple[str, str, str]:
    """State, its name, and the line beside it; empty where nothing is left to do."""
    if submission is not None and submission.state in STANDING:
        step = _("等待“%(step)s”") % {"step": waiting.get(submission.pk, "")}
        state = "review" if submission.state == SubmissionState.OPEN else "permitted"
        return state, submission.get_state_display(), step
    unfinished = not obj.live or obj.has_unpublished_changes
    if not unfinished:
        return "", "", ""
    if submission is not None and submission.state in CAME_BACK:
        return "returned", submission.get_state_display(), submission.closing_reason
    if submission is not None and submission.state == SubmissionState.WITHDRAWN:
        return "draft", submission.get_state_display(), submission.closing_reason
    if obj.live:
        return "draft", _("有新稿"), _("公开的是上一版；新稿要提交审核后才发布")
    return "draft", _("草稿"), str(obj.manager)
