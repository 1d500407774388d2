"""发布情况."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from guanwei.api import Refusal
from guanwei.console.releases.lists import sections
from guanwei.console.releases.reach import has_releases, units_seen
from guanwei.console.review.answers import crumbs, person_of, refused


def overview(request: HttpRequest) -> HttpResponse:
    """Everything under way or in trouble in the person's units."""
    person = person_of(request)
    if not has_releases(person):
        return refused(
            request, [Refusal(_("发布情况由有发布、撤稿、管理或督查职责的人员查看；您没有这些职务。"))]
        )
    title = _("发布情况")
    context = {
        "sections": sections(units_seen(person)),
        "header_title": title,
        "breadcrumbs_items": crumbs((title, "")),
    }
    return render(request, "console/releases/overview.html", context)
