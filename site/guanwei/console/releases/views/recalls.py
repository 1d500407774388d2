"""One demand to take a post back that waits for a person's hand."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from guanwei.api import Refusal
from guanwei.console.review.answers import crumbs, person_of, refused
from guanwei.console.review.reading import refusals_to_read, submissions_of
from guanwei.delivery.models import Recall, RecallState
from guanwei.delivery.queries import refusals_to_handle
from guanwei.delivery.queries.carried import carrier_of
from guanwei.delivery.services import say_deleted, say_not_deletable
from guanwei.delivery.services.recalling import refusals_to_recall


def _found(recall_id: int) -> Recall:
    rows = Recall.objects.select_related(
        "delivery__account__unit", "delivery__part__release", "asked_by", "closed_by"
    )
    return get_object_or_404(rows, pk=recall_id)


def recall(request: HttpRequest, recall_id: int) -> HttpResponse:
    """What to delete and where; the confirmation that it is gone, or why it can't be."""
    row, person = _found(recall_id), person_of(request)
    release = row.delivery.part.release
    may = not (refusals_to_handle(person, row.delivery) and refusals_to_recall(person, row.delivery))
    reading = [] if may else refusals_to_read(person, submissions_of(release.family, release.object_id))
    if reading:
        return refused(request, reading)
    refusals: list[Refusal] = []
    if request.method == "POST":
        refusals = _acts(request, row)
        if not refusals:
            messages.success(request, _("已记下。"))
            return redirect("releases:recall", recall_id)
        row = _found(recall_id)
    context = {
        "recall": row,
        "delivery": row.delivery,
        "address": row.delivery.address or row.delivery.part.address,
        "carrier": carrier_of(row.delivery),
        "may_say": may and row.state in (RecallState.WAITING_PERSON, RecallState.UNKNOWN),
        "refusals": refusals,
        "posted": request.POST,
        "states": RecallState,
        "timeline_url": reverse("timeline:timeline", args=[release.family, release.object_id]),
        "header_title": _("从渠道撤回"),
        "breadcrumbs_items": crumbs((_("发布情况"), reverse("releases:overview")), (_("从渠道撤回"), "")),
    }
    return render(request, "console/releases/recall.html", context, status=409 if refusals else 200)


def _acts(request: HttpRequest, row: Recall) -> list[Refusal]:
    person, note = person_of(request), request.POST.get("note", "")
    action = request.POST.get("action", "")
    if action == "deleted":
        return say_deleted(row.pk, person, note)
    if action == "not_deletable":
        return say_not_deletable(row.pk, person, note)
    return [Refusal(_("没有看懂这个操作；请刷新后重试。"))]
