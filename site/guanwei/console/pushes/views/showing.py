"""One push as it is written, and how its followers will meet it."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from guanwei.api import Refusal
from guanwei.approvals.models import SubmissionState
from guanwei.approvals.subjects import draft_of
from guanwei.console.editor.rights import refusals_to_edit
from guanwei.console.editor.standing import standing_submission, warning_of
from guanwei.console.pushes.desk import Desk, desk_of
from guanwei.console.review.answers import crumbs, refused
from guanwei.publishing.models import Push
from guanwei.publishing.models.pushes import FAMILY


def show(
    request: HttpRequest,
    desk: Desk,
    draft: Push | None,
    refusals: list[Refusal] | None = None,
    status: int = 200,
    touched: str = "",
) -> HttpResponse:
    """The composer's screen: the list as it stands in the form, and what stands against it."""
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
