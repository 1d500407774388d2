"""The agencies that one reads, and one of them."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from guanwei.api import Refusal
from guanwei.audit import clock
from guanwei.console.organisations.chart import chart_of
from guanwei.console.organisations.reach import agencies_read
from guanwei.console.registers.duties import administered
from guanwei.console.review.answers import crumbs, person_of, refused
from guanwei.organisations.queries.kinds import kind_label


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Whoever reads one agency goes there at once."""
    agencies = agencies_read(person_of(request))
    if not agencies:
        return refused(request, [nobody()])
    if len(agencies) == 1:
        return redirect("organisations:agency", agencies[0].slug)
    title = _("机构")
    context = {
        "rows": [(each, kind_label(each)) for each in agencies],
        "header_title": title,
        "breadcrumbs_items": crumbs((title, "")),
    }
    return render(request, "console/organisations/index.html", context)


@require_safe
def agency(request: HttpRequest, slug: str) -> HttpResponse:
    """Its units, bodies, vacancies and posts; who administers it finds the way to change them."""
    person = person_of(request)
    found = next((each for each in agencies_read(person) if each.slug == slug), None)
    if found is None:
        return refused(request, [nobody()])
    context = {
        "chart": chart_of(found, clock.today()),
        "administers": found.pk in administered(person),
        "header_title": str(found),
        "breadcrumbs_items": crumbs((_("机构"), reverse("organisations:index")), (str(found), "")),
    }
    return render(request, "console/organisations/agency.html", context)


def nobody() -> Refusal:
    """Why somebody doesn't read the page."""
    return Refusal(_("机构页面由在该机构任职的人员查看，您没有这里的职务；请与其系统管理员联系。"))
