"""补审: what went out, who consented how, who signs afterwards; and what to do when it isn't approved."""

from typing import Any

from django.contrib import messages
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from guanwei.api import Refusal
from guanwei.approvals.models import SecondReview, SecondReviewStep, TelephoneCall
from guanwei.approvals.models.emergencies import ReviewState
from guanwei.approvals.services.emergency_findings import able_afterwards, cited, find, post_of
from guanwei.approvals.services.telephone_numbers import look_at_number, masked
from guanwei.approvals.subjects import row_of
from guanwei.console.emergencies.hours import remaining
from guanwei.console.emergencies.reach import hears_of, needs_number, signs_afterwards
from guanwei.console.releases.typed import chosen
from guanwei.console.review.answers import crumbs, person_of, refused
from guanwei.console.review.reading import refusals_to_read, submissions_of
from guanwei.organisations.models import Person
from guanwei.publishing.queries.rights import may_take_down, may_write
from guanwei.publishing.queries.snapshots import object_of

SEEN = "guanwei.second-review"


def _found(review_id: int) -> SecondReview:
    rows = SecondReview.objects.select_related(
        "submission__supplier",
        "submission__manager",
        "submission__submitted_by",
        "permit__snapshot",
        "escalates_unit",
    )
    return get_object_or_404(rows, pk=review_id)


def _refusals(person: Person, review: SecondReview) -> list[Refusal]:
    if signs_afterwards(person, review) or hears_of(person, review):
        return []
    return refusals_to_read(person, submissions_of(review.family, review.object_id))


def review(request: HttpRequest, review_id: int) -> HttpResponse:
    """Show the second review, or sign one of its steps."""
    row, person = _found(review_id), person_of(request)
    reading = _refusals(person, row)
    if reading:
        return refused(request, reading)
    if request.method != "POST":
        return _show(request, row)
    refusals = _acts(request, row)
    if refusals:
        return _show(request, _found(review_id), refusals, 409)
    messages.success(request, _("补审意见已记录。"))
    return redirect("emergencies:review", review_id)


def _acts(request: HttpRequest, row: SecondReview) -> list[Refusal]:
    steps = chosen(request, "step")
    action = request.POST.get("action", "")
    if action not in ("approve", "refuse") or len(steps) != 1:
        return [Refusal(_("没有看懂这个操作；请刷新后重试。"))]
    if not row.steps.filter(pk=steps[0]).exists():
        return [Refusal(_("没有这个补审环节；请从“等我处理”重新打开。"))]
    seen = _seen(request, row)
    return find(steps[0], person_of(request), seen, action == "approve", request.POST.get("opinion", ""))


def _seen(request: HttpRequest, row: SecondReview) -> dict[str, str]:
    """The digests that the page was made of; nothing for a page that isn't ours."""
    try:
        kept = signing.loads(request.POST.get("seen", ""), salt=SEEN)
    except signing.BadSignature:
        return {}
    ours = kept.get("review") == row.pk and kept.get("person") == request.user.pk
    return dict(kept["parts"]) if ours else {}


def _show(
    request: HttpRequest, row: SecondReview, refusals: list[Refusal] | None = None, status: int = 200
) -> HttpResponse:
    person = person_of(request)
    obj = object_of(row.permit.snapshot)
    now = row_of(row.family, row.object_id)
    steps = list(
        row.steps.select_related("unit", "person", "finding__person", "review__submission", "review__permit")
    )
    shown = [_step(each, person) for each in steps]
    submission = row.submission
    context: dict[str, Any] = {
        "review": row,
        "submission": submission,
        "obj": obj,
        "variants": list(obj.variants.all()) if hasattr(obj, "variants") else [],
        "steps": shown,
        "mine": next((each["step"] for each in shown if each["mine"]), None),
        "calls": _calls(row, person),
        "left": remaining(row) if row.state != ReviewState.DONE else "",
        "escalations": list(row.escalations.order_by("pk")),
        "seen": signing.dumps({"review": row.pk, "person": person.pk, "parts": row.permit.parts}, salt=SEEN),
        "unremedied": row.state == ReviewState.REFUSED,
        "may_take_down": now is not None and may_take_down(person, now),
        "may_correct": now is not None and may_write(person, submission.supplier, submission.manager),
        "refusals": refusals or [],
        "posted": request.POST,
        "states": ReviewState,
        "edit_url": _edit_url(now),
        "timeline_url": reverse("timeline:timeline", args=[row.family, row.object_id]),
        "header_title": row.label,
        "breadcrumbs_items": crumbs((_("等我处理"), reverse("review:queue")), (row.label, "")),
    }
    return render(request, "console/emergencies/review.html", context, status=status)


def _edit_url(row: Any) -> str:
    from guanwei.console.editor.submitting import edit_url

    return edit_url(row) if row is not None else ""


def _step(step: SecondReviewStep, person: Person) -> dict[str, Any]:
    able = () if step.done else able_afterwards(step)
    return {
        "step": step,
        "post": post_of(step),
        "cites": cited(step),
        "finding": step.finding if step.done else None,
        "able": _("、").join(dict.fromkeys(str(each.person) for each in able)) or _("目前无人可签"),
        "mine": person.pk in {each.person.pk for each in able},
    }


def _calls(row: SecondReview, person: Person) -> list[dict[str, Any]]:
    calls = TelephoneCall.objects.filter(sign_off__submission=row.submission).select_related(
        "recorder", "sign_off__person", "sign_off__step"
    )
    return [
        {"call": each, "number": masked(each.number), "may_see": needs_number(person, each, row)}
        for each in calls.order_by("pk")
    ]


@require_POST
def number(request: HttpRequest, review_id: int) -> HttpResponse:
    """The whole number of one call, for those whose task needs it; each look is logged."""
    row, person = _found(review_id), person_of(request)
    calls = TelephoneCall.objects.filter(sign_off__submission=row.submission).select_related("sign_off")
    keys = chosen(request, "call")
    call = get_object_or_404(calls, pk=keys[0] if len(keys) == 1 else 0)
    if not needs_number(person, call, row):
        said = _("电话号码只给办理补审、接收逾期报告和督查的人员查看；您的工作不需要它。")
        return refused(request, [Refusal(said)])
    context = {
        "number": look_at_number(call, person),
        "call": call,
        "back": reverse("emergencies:review", args=[row.pk]),
        "header_title": _("电话号码"),
        "breadcrumbs_items": crumbs(
            (row.label, reverse("emergencies:review", args=[row.pk])), (_("电话号码"), "")
        ),
    }
    answer = render(request, "console/emergencies/number.html", context)
    answer["Cache-Control"] = "no-store"
    return answer
