"""规则启用: which plugins rule a unit, where that comes from, and switching them."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from guanwei import registry
from guanwei.api import Refusal
from guanwei.console.registers.duties import administered
from guanwei.console.registers.posts import no_administrator
from guanwei.console.review.answers import crumbs, person_of, refused
from guanwei.organisations import services
from guanwei.organisations.models import Activation, Unit
from guanwei.organisations.queries.rules import COUNTY_RULES, rules_in_force
from guanwei.organisations.queries.tree import AGENCY_KINDS, lineage
from guanwei.registry import LoadedPlugin


@dataclass(frozen=True, slots=True)
class RuleRow:
    """A plugin as it stands for one unit. ``source`` says where that comes from, in words."""

    plugin: LoadedPlugin
    in_force: bool
    source: str
    may_switch: bool


def rules(request: HttpRequest) -> HttpResponse:
    """The organisations that the person administers."""
    units = administered(person_of(request))
    if not units:
        return refused(request, no_administrator())
    context = {
        "units": [each for each in units.values() if each.kind in AGENCY_KINDS and each.closed_on is None],
        "header_title": _("规则启用"),
        "breadcrumbs_items": crumbs((_("规则启用"), "")),
    }
    return render(request, "console/registers/rules.html", context)


def organisation(request: HttpRequest, slug: str) -> HttpResponse:
    """One organisation's rules, with the switch and the history."""
    units = administered(person_of(request))
    unit = next((each for each in units.values() if each.slug == slug), None)
    if unit is None:
        return refused(request, no_administrator())
    refusals: list[Refusal] = []
    if request.method == "POST":
        refusals = _switch(request, unit)
        if not refusals:
            messages.success(request, _("已记下。"))
            return redirect("registers:organisation", slug)
    history = Activation.history.filter(unit=unit).select_related("history_user")
    context: dict[str, Any] = {
        "unit": unit,
        "rows": rows_of(unit),
        "history": history.order_by("-history_date", "-history_id")[:50],
        "refusals": refusals,
        "posted": request.POST,
        "header_title": _("%(unit)s的规则") % {"unit": unit},
        "breadcrumbs_items": crumbs((_("规则启用"), reverse("registers:rules")), (str(unit), "")),
    }
    return render(request, "console/registers/organisation.html", context, status=409 if refusals else 200)


def _switch(request: HttpRequest, unit: Unit) -> list[Refusal]:
    plugin, reason = request.POST.get("plugin", ""), request.POST.get("reason", "")
    person = person_of(request)
    if request.POST.get("action") == "on":
        mandatory = request.POST.get("mandatory") == "yes"
        return services.switch_on(unit, plugin, by=person, reason=reason, mandatory=mandatory)
    if request.POST.get("action") == "off":
        return services.switch_off(unit, plugin, by=person, reason=reason)
    return [Refusal(_("没有看懂这个操作；请刷新后重试。"))]


def rows_of(unit: Unit) -> list[RuleRow]:
    """Every installed plugin, and every one that an activation names though it isn't installed (law L6)."""
    line = lineage(unit)
    active = {each.plugin: each for each in rules_in_force(unit)}
    installed = {each.name: each for each in registry.plugins()}
    missing = {
        name: LoadedPlugin(name, "", name, "", error=_("没有安装"))
        for name in active.keys() - installed.keys()
    }
    found = []
    for name, plugin in {**installed, **missing}.items():
        source = _source(name, active, line)
        found.append(RuleRow(plugin, name in active, source, name != COUNTY_RULES))
    return found


def _source(name: str, active: dict[str, registry.Active], line: list[Unit]) -> str:
    if name not in active:
        return _("未启用")
    if name == COUNTY_RULES:
        return _("系统内置，全县适用")
    said = active[name]
    if said.distance == 0:
        return _("本单位启用，下级不得停用") if said.mandatory else _("本单位启用")
    above = {"unit": line[said.distance]}
    return _("%(unit)s规定启用，不得停用") % above if said.mandatory else _("沿用%(unit)s的启用") % above
