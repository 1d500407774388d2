"""One release: what it does and has done; another time, an end, a stop."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from guanwei.api import Refusal
from guanwei.console.releases.typed import moment
from guanwei.console.review.answers import crumbs, person_of, refused
from guanwei.console.review.reading import refusals_to_read, submissions_of
from guanwei.publishing import services
from guanwei.publishing.models import Release
from guanwei.publishing.models.releases import PartState, ReleaseState
from guanwei.publishing.services.steering import refusals_to_reschedule, refusals_to_steer


def _found(release_id: int) -> Release:
    rows = Release.objects.select_related("by", "permit__submission__manager", "permit__snapshot")
    return get_object_or_404(rows, pk=release_id)


def release(request: HttpRequest, release_id: int) -> HttpResponse:
    """Show one release, or do what its form says."""
    row, person = _found(release_id), person_of(request)
    reading = refusals_to_read(person, submissions_of(row.family, row.object_id))
    if reading:
        return refused(request, reading)
    if request.method != "POST":
        return _show(request, row)
    refusals = _acts(request, row)
    if refusals:
        return _show(request, _found(release_id), refusals, 409)
    messages.success(request, _("已记下，照此办理。"))
    return redirect("releases:release", release_id)


def _acts(request: HttpRequest, row: Release) -> list[Refusal]:
    person, reason = person_of(request), request.POST.get("reason", "")
    action = request.POST.get("action", "")
    if action == "stop":
        return services.stop(row.pk, person, reason)
    if action == "again":
        return services.try_again(row.pk, person, reason)
    if action == "time":
        due_at, refusals = moment(request, "due_at", _("发布时间"))
        return refusals or services.reschedule(row.pk, person, due_at, reason)
    if action == "end":
        ends_at, refusals = moment(request, "ends_at", _("下线时间"))
        return refusals or services.set_end(row.pk, person, ends_at, reason)
    return [Refusal(_("没有看懂这个操作；请刷新后重试。"))]


def _show(
    request: HttpRequest, row: Release, refusals: list[Refusal] | None = None, status: int = 200
) -> HttpResponse:
    person = person_of(request)
    parts = list(row.parts.select_related("account", "delivery"))
    waiting = all(each.state == PartState.WAITING for each in parts)
    stands = row.state in (ReleaseState.RUNNING, ReleaseState.HELD, ReleaseState.DONE)
    may_steer = stands and not refusals_to_steer(row, person)
    movable = waiting and row.state in (ReleaseState.RUNNING, ReleaseState.HELD)
    context: dict[str, Any] = {
        "release": row,
        "parts": parts,
        "turns": list(row.turns.select_related("person")),
        "refusals": refusals or [],
        "posted": request.POST,
        "may_move": movable and row.permit.revoked_at is None and not refusals_to_reschedule(row, person),
        "may_stop": movable and row.state == ReleaseState.RUNNING and may_steer,
        "may_steer": may_steer,
        "states": ReleaseState,
        "timeline_url": reverse("timeline:timeline", args=[row.family, row.object_id]),
        "header_title": row.title,
        "breadcrumbs_items": crumbs((_("发布情况"), reverse("releases:overview")), (row.title, "")),
    }
    return render(request, "console/releases/release.html", context, status=status)
