"""业务咨询: what citizens asked; how to reach one is shown to whoever's task it is, and each look is kept."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from guanwei.console.review.answers import crumbs, person_of
from guanwei.portal.discretion import masked
from guanwei.portal.models import Consultation
from guanwei.portal.queries.consultations import consultations_for
from guanwei.portal.services import look_at_contact

SHEET = 30


def _shown(each: Consultation) -> dict[str, object]:
    return {"row": each, "question": masked(each.question), "contact": masked(each.contact)}


@require_safe
def consultations(request: HttpRequest) -> HttpResponse:
    """The newest first, personal data masked."""
    sheet = Paginator(consultations_for(person_of(request)), SHEET).get_page(request.GET.get("page"))
    context = {
        "sheet": sheet,
        "rows": [_shown(each) for each in sheet.object_list],
        "header_title": _("业务咨询"),
        "breadcrumbs_items": crumbs((_("栏目"), reverse("columns:index")), (_("业务咨询"), "")),
    }
    return render(request, "console/columns/consultations.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def consultation(request: HttpRequest, consultation_id: int) -> HttpResponse:
    """One question; sending the form shows the contact, on the record."""
    row = get_object_or_404(consultations_for(person_of(request)), pk=consultation_id)
    whole = look_at_contact(row, person_of(request)) if request.method == "POST" else ""
    trail = (_("业务咨询"), reverse("columns:consultations"))
    context = {
        **_shown(row),
        "whole": whole,
        "header_title": str(row.column.title),
        "breadcrumbs_items": crumbs(trail, (f"{row.pk}", "")),
    }
    answer = render(request, "console/columns/consultation.html", context)
    answer["Cache-Control"] = "no-store"
    return answer
