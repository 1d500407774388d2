"""One release after it went out."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from guanwei.accounts.queries import open_accounts
from guanwei.api import Duty, Refusal
from guanwei.console.published.reach import refusals_to_open, writes_for
from guanwei.console.review.answers import crumbs, person_of, refused
from guanwei.organisations.rights.holdings import holdings_of
from guanwei.publishing.models import Release
from guanwei.publishing.queries.afterwards import came_afterwards
from guanwei.publishing.queries.answers import answers_to
from guanwei.publishing.queries.linked import linked_with
from guanwei.publishing.queries.responsibility import answerable_for
from guanwei.publishing.services.error_reports import units_of_release


def release_at(release_id: int) -> Release:
    """With what every screen here asks of it."""
    rows = Release.objects.select_related(
        "by", "appointment__unit", "permit__submission__supplier", "permit__submission__manager"
    )
    return get_object_or_404(rows, pk=release_id)


def published(request: HttpRequest, release_id: int) -> HttpResponse:
    """Who answers for it, what is said to be wrong with it, who else carried it."""
    release = release_at(release_id)
    refusals = refusals_to_open(person_of(request), release)
    return refused(request, refusals) if refusals else show(request, release)


def show(
    request: HttpRequest, release: Release, refusals: list[Refusal] | None = None, status: int = 200
) -> HttpResponse:
    """The screen, with what was typed and why it was refused."""
    writes = writes_for(person_of(request), release)
    manager = units_of_release(release)[1]
    context = {
        "release": release,
        "answerable": answerable_for(release),
        "reports": release.error_reports.select_related("reported_by", "closed_by", "answer"),
        "answers": answers_to(release) if writes else [],
        "appearances": release.appearances.all(),
        "activities": release.activities.select_related("account"),
        "accounts": open_accounts().exclude(unit=manager).select_related("unit") if writes else [],
        "own_accounts": open_accounts().filter(unit__in=holdings_of(person_of(request)).where(Duty.WRITE)),
        "afterwards": came_afterwards(release),
        "linked": linked_with(release),
        "writes": writes,
        "refusals": refusals or [],
        "posted": request.POST,
        "header_title": _("%(title)s：发布之后") % {"title": release.title},
        "breadcrumbs_items": crumbs(
            (_("全过程"), reverse("timeline:timeline", args=[release.family, release.object_id])),
            (_("发布之后"), ""),
        ),
    }
    return render(request, "console/published/published.html", context, status=status)
