"""The signing screen: read, sign, send back, release, take down."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from guanwei.api import Refusal
from guanwei.approvals import services
from guanwei.approvals.models import SignOff, Submission
from guanwei.approvals.services.emergency_calls import refusals_to_record
from guanwei.approvals.subjects import row_of
from guanwei.console.editor.submitting import edit_url
from guanwei.console.releases.typed import moment
from guanwei.console.review.acts import act
from guanwei.console.review.answers import crumbs, person_of, refused
from guanwei.console.review.queue import next_step, waiting
from guanwei.console.review.reading import refusals_to_read, submissions_of
from guanwei.console.review.screen import SIGN, SigningScreen
from guanwei.console.review.seen import seen_parts, seen_token
from guanwei.organisations.models import Person
from guanwei.publishing import services as publishing
from guanwei.publishing.queries.rights import may_take_down


def _found(submission_id: int) -> Submission:
    rows = Submission.objects.select_related("supplier", "manager", "submitted_by", "snapshot")
    return get_object_or_404(rows, pk=submission_id)


def sign(request: HttpRequest, submission_id: int) -> HttpResponse:
    """Show the screen, or do what its form says."""
    submission, person = _found(submission_id), person_of(request)
    refusals = _acts(request, submission) if request.method == "POST" else []
    if request.method == "POST" and not refusals:
        return redirect("review:done", submission_id)
    # Each act asks for itself who may do it; only what is shown asks who may read.
    reading = refusals_to_read(person, submissions_of(submission.family, submission.object_id))
    if reading:
        return refused(request, reading)
    if refusals:
        return _show(request, SigningScreen(_found(submission_id), person, refusals), 409)
    return _show(request, SigningScreen(submission, person))


def _acts(request: HttpRequest, submission: Submission) -> list[Refusal]:
    action, person = request.POST.get("action", ""), person_of(request)
    if action == "return":
        return services.send_back(submission.pk, person, request.POST.get("reason", ""))
    if action == "release":
        due_at, refusals = moment(request, "due_at", _("发布时间"))
        ends_at, more = moment(request, "ends_at", _("下线时间"))
        return [*refusals, *more] or publishing.release(submission.pk, person, due_at, ends_at)[1]
    if action == "sign":
        return _sign(request, submission)
    return act(request, submission)


def _sign(request: HttpRequest, submission: Submission) -> list[Refusal]:
    seen = seen_parts(request, submission.pk)
    if seen is None:
        return [Refusal(_("这个页面不是您刚才打开的那一页；请看过下面的内容再签。"))]
    step_id, parts = seen
    ticked = dict.fromkeys(request.POST.getlist("checked"), True)
    opinion = request.POST.get("opinion", "")
    return services.sign(submission.pk, step_id, person_of(request), parts, opinion, ticked)


def _show(request: HttpRequest, screen: SigningScreen, status: int = 200) -> HttpResponse:
    submission = screen.submission
    return render(request, "console/review/sign.html", _context(request, screen, submission), status=status)


def _context(request: HttpRequest, screen: SigningScreen, submission: Submission) -> dict[str, Any]:
    person = person_of(request)
    context: dict[str, Any] = {
        "screen": screen,
        "submission": submission,
        "posted": request.POST,
        "header_title": submission.title,
        "breadcrumbs_items": crumbs((_("等我处理"), reverse("review:queue")), (_doing(screen), "")),
        "timeline_url": reverse("timeline:timeline", args=[submission.family, submission.object_id]),
    }
    if screen.mode == SIGN and screen.step is not None:
        context["seen"] = seen_token(submission.pk, screen.step.pk, person.pk, screen.shown)
    if screen.beside.step is not None:
        context["seen_beside"] = seen_token(submission.pk, screen.beside.step.pk, person.pk, screen.shown)
    if screen.beside.veto is not None:
        context["seen_veto"] = seen_token(submission.pk, screen.beside.veto.pk, person.pk, screen.shown)
    if screen.step is not None and screen.step.phone_recorder:
        record = reverse("emergencies:call", args=[submission.pk, screen.step.pk])
        context["call_url"] = "" if refusals_to_record(submission, screen.step, person) else record
    if screen.mode == SIGN and screen.step is not None and screen.step.may_edit and screen.obj is not None:
        context["edit_url"] = edit_url(screen.obj)
    if screen.live:
        context["may_take_down"] = may_take_down(person, row_of(submission.family, submission.object_id))
    return context


def _doing(screen: SigningScreen) -> str:
    """Where in the menu's words one is: the step, or just looking."""
    return screen.step.label if screen.step is not None else _("查看")


def done(request: HttpRequest, submission_id: int) -> HttpResponse:
    """What happens next, and the next thing in one's queue."""
    submission, person = _found(submission_id), person_of(request)
    reading = refusals_to_read(person, submissions_of(submission.family, submission.object_id))
    if reading:
        return refused(request, reading)
    following = next_step(person, submission.pk)
    context = {
        "screen": SigningScreen(submission, person),
        "submission": submission,
        "release": getattr(getattr(submission, "permit", None), "release", None),
        "following": following,
        "signed": _last_signature(submission, person),
        "left": len(waiting(person)),
        "header_title": _("已办"),
        "breadcrumbs_items": crumbs((_("等我处理"), reverse("review:queue")), (_("已办"), "")),
        "timeline_url": reverse("timeline:timeline", args=[submission.family, submission.object_id]),
    }
    return render(request, "console/review/done.html", context)


def _last_signature(submission: Submission, person: Person) -> SignOff | None:
    """What the person signed here last: open boxes are told back."""
    mine = SignOff.objects.filter(submission=submission, person=person).select_related("step")
    return mine.order_by("-pk").first()


@require_POST
def take_down(request: HttpRequest, submission_id: int) -> HttpResponse:
    """撤下: the live item, with a reason."""
    submission, person = _found(submission_id), person_of(request)
    row = row_of(submission.family, submission.object_id)
    refusals = publishing.take_down(row, person, request.POST.get("take_down_reason", ""))
    if refusals:
        reading = refusals_to_read(person, submissions_of(submission.family, submission.object_id))
        if reading:
            return refused(request, reading)
        return _show(request, SigningScreen(submission, person, refusals), 409)
    messages.success(request, _("“%(title)s”已撤下，公众不再看到。") % {"title": submission.title})
    return redirect("timeline:timeline", submission.family, submission.object_id)
