"""An administrator adds a unit, or changes one."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from guanwei.api import Refusal
from guanwei.console.organisations.forms import ChangeForm, UnitForm
from guanwei.console.registers.duties import administered
from guanwei.console.registers.posts import no_administrator, wrong
from guanwei.console.review.answers import crumbs, person_of, refused
from guanwei.organisations import services
from guanwei.organisations.models import Unit
from guanwei.organisations.queries.kinds import kinds_below
from guanwei.organisations.queries.tree import agency_of


def add(request: HttpRequest, slug: str) -> HttpResponse:
    """A unit below the one of ``slug``."""
    parent = _administered(request, slug)
    if parent is None:
        return refused(request, no_administrator())
    form = UnitForm(kinds_below(parent), request.POST or None)
    refusals: list[Refusal] = []
    if request.method == "POST":
        refusals = wrong(form)
        if form.is_valid():
            made, refusals = services.add_unit(**form.cleaned_data, parent=parent, by=person_of(request))
            if made is not None:
                messages.success(request, _("已设立：%(unit)s。") % {"unit": made})
                return _back(made)
    return _show(request, form, refusals, parent, _("在%(unit)s之下设立单位") % {"unit": parent})


def change(request: HttpRequest, slug: str) -> HttpResponse:
    """The unit of ``slug``: its name, its kind, its place."""
    unit = _administered(request, slug)
    if unit is None:
        return refused(request, no_administrator())
    kept = {
        "name": unit.name,
        "short_name": unit.short_name,
        "kind": unit.declared_kind or unit.kind,
        "parent": unit.parent_id,
    }
    units = administered(person_of(request))
    form = ChangeForm(kinds_below(unit.parent), units, request.POST or None, initial=kept)
    refusals: list[Refusal] = []
    if request.method == "POST":
        refusals = wrong(form)
        if form.is_valid():
            refusals = services.change_unit(unit, **form.cleaned_data, by=person_of(request))
            if not refusals:
                messages.success(request, _("已记下。"))
                return _back(unit)
    return _show(request, form, refusals, unit, _("变更%(unit)s") % {"unit": unit})


def _administered(request: HttpRequest, slug: str) -> Unit | None:
    units = administered(person_of(request)).values()
    return next((each for each in units if each.slug == slug and each.closed_on is None), None)


def _back(unit: Unit) -> HttpResponse:
    return redirect("organisations:agency", agency_of(unit).slug)


def _show(
    request: HttpRequest, form: UnitForm, refusals: list[Refusal], unit: Unit, title: str
) -> HttpResponse:
    agency = agency_of(unit)
    context = {
        "form": form,
        "refusals": refusals,
        "header_title": title,
        "breadcrumbs_items": crumbs(
            (_("机构"), reverse("organisations:index")),
            (str(agency), reverse("organisations:agency", args=[agency.slug])),
            (title, ""),
        ),
    }
    return render(request, "console/organisations/unit.html", context, status=409 if refusals else 200)
