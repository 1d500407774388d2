"""记录电话同意: the recorder says who consented, when, at which number, and to what."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from guanwei.api import Refusal
from guanwei.approvals.models import RouteStep, Submission
from guanwei.approvals.services.emergency_calls import Call, consenters, refusals_to_record, sign_by_telephone
from guanwei.console.releases.typed import chosen, moment
from guanwei.console.review.answers import crumbs, person_of, refused
from guanwei.console.review.chain import post_of
from guanwei.console.review.naming import names_for
from guanwei.console.review.readable import part_title
from guanwei.console.review.screen import SigningScreen
from guanwei.console.review.seen import seen_parts, seen_token


def call(request: HttpRequest, submission_id: int, step_id: int) -> HttpResponse:
    """Show what is to be read out, or record the call."""
    rows = Submission.objects.select_related("supplier", "manager", "submitted_by", "snapshot")
    submission = get_object_or_404(rows, pk=submission_id)
    steps = submission.steps.select_related("unit", "phone_unit")
    step, person = get_object_or_404(steps, pk=step_id), person_of(request)
    why_not = refusals_to_record(submission, step, person)
    if why_not:
        return refused(request, why_not)
    if request.method != "POST":
        return _show(request, submission, step)
    refusals = _acts(request, submission, step)
    if refusals:
        return _show(request, submission, step, refusals, 409)
    messages.success(request, _("电话同意已记录，按“%(step)s”签署。") % {"step": step.label})
    return redirect("review:queue")


def _acts(request: HttpRequest, submission: Submission, step: RouteStep) -> list[Refusal]:
    seen = seen_parts(request, submission.pk)
    if seen is None or seen[0] != step.pk:
        return [Refusal(_("这个页面不是您刚才打开的那一页；请看过下面的内容再记录。"))]
    consented_at, refusals = moment(request, "consented_at", _("通话时间"))
    if refusals:
        return refusals
    consenter = next((each for each in consenters(step) if [each.pk] == chosen(request, "consenter")), None)
    if consenter is None:
        return [Refusal(_("请选择在电话里同意的任职人。"))]
    said = Call(
        consenter,
        consented_at,
        request.POST.get("number", ""),
        frozenset(request.POST.getlist("read_out")),
        request.POST.get("opinion", ""),
    )
    ticked = dict.fromkeys(request.POST.getlist("checked"), True)
    return sign_by_telephone(submission.pk, step.pk, person_of(request), seen[1], said, ticked)


def _show(
    request: HttpRequest,
    submission: Submission,
    step: RouteStep,
    refusals: list[Refusal] | None = None,
    status: int = 200,
) -> HttpResponse:
    screen = SigningScreen(submission, person_of(request))
    names = names_for([screen.content])
    context: dict[str, Any] = {
        "screen": screen,
        "submission": submission,
        "step": step,
        "post": post_of(step),
        "holders": consenters(step),
        "parts": [(part, part_title(part, names), digest) for part, digest in sorted(screen.shown.items())],
        "seen": seen_token(submission.pk, step.pk, person_of(request).pk, screen.shown),
        "refusals": refusals or [],
        "posted": request.POST,
        "read_out": request.POST.getlist("read_out"),
        "header_title": _("记录电话同意"),
        "breadcrumbs_items": crumbs(
            (_("等我处理"), reverse("review:queue")),
            (submission.title, reverse("review:sign", args=[submission.pk])),
            (_("记录电话同意"), ""),
        ),
    }
    return render(request, "console/emergencies/call.html", context, status=status)
