"""任职: an administrator appoints, ends, delegates and revokes in the own part of the tree."""

from datetime import timedelta
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from guanwei.api import Refusal
from guanwei.audit import clock
from guanwei.console.registers.duties import administered
from guanwei.console.registers.forms import AppointForm, DelegateForm, EndForm
from guanwei.console.registers.subjects import overseen_in_words
from guanwei.console.review.answers import crumbs, person_of, refused
from guanwei.organisations import services
from guanwei.organisations.models import Appointment, Delegation, Unit
from guanwei.organisations.notices import Notice
from guanwei.organisations.queries.posts import appointments_on, delegations_on
from guanwei.organisations.queries.roles import role_label
from guanwei.organisations.queries.vacancies import vacancies_of

Units = dict[int, Unit]


def no_administrator() -> list[Refusal]:
    """What others read here."""
    return [Refusal(_("任职和规则由系统管理员办理，您没有这个职务；请与本单位或上级单位的系统管理员联系。"))]


def posts(request: HttpRequest) -> HttpResponse:
    """Who holds what today, with the forms."""
    units = administered(person_of(request))
    if not units:
        return refused(request, no_administrator())
    appoint, delegate = AppointForm(units), DelegateForm(units)
    refusals: list[Refusal] = []
    if request.method == "POST":
        action = request.POST.get("action", "")
        if action == "appoint":
            appoint = AppointForm(units, request.POST)
            refusals = _appoint(request, appoint)
        elif action == "delegate":
            delegate = DelegateForm(units, request.POST)
            refusals = _delegate(request, delegate)
        else:
            refusals = _end(request, action, units)
        if not refusals:
            return redirect("registers:posts")
    return _show(request, units, appoint, delegate, refusals)


def wrong(form: forms.Form) -> list[Refusal]:
    """A form's own complaints as sentences."""
    return [
        Refusal(
            _("%(label)s：%(problem)s") % {"label": form.fields[name].label, "problem": "".join(problems)}
        )
        for name, problems in form.errors.items()
    ]


def _appoint(request: HttpRequest, form: AppointForm) -> list[Refusal]:
    if not form.is_valid():
        return wrong(form)
    said = form.cleaned_data
    made, refusals = services.appoint(
        said["person"],
        said["role"],
        said["unit"],
        said["starts_on"],
        by=person_of(request),
        ends_on=said["ends_on"],
        oversees=said["oversees"],
        subjects=[*said.get("subjects", ()), *said.get("typed_subjects", ())],
        basis=said["basis"],
        qualification=said["qualification"],
        in_place_of=said["in_place_of"],
    )
    if made is not None:
        messages.success(request, _("已任命：%(post)s。") % {"post": made})
        for notice in made.notices:
            messages.warning(request, str(notice))
    return refusals


def _delegate(request: HttpRequest, form: DelegateForm) -> list[Refusal]:
    if not form.is_valid():
        return wrong(form)
    said = form.cleaned_data
    made, refusals = services.delegate(
        said["appointment"],
        said["to"],
        said["starts_on"],
        said["ends_on"],
        said["document"],
        by=person_of(request),
    )
    if made is not None:
        messages.success(request, _("已授权代签：%(lent)s。") % {"lent": made})
    return refusals


def _end(request: HttpRequest, action: str, units: Units) -> list[Refusal]:
    form = EndForm(request.POST)
    if not form.is_valid():
        return wrong(form)
    day, reason, by = form.cleaned_data["last_day"], form.cleaned_data["reason"], person_of(request)
    key = request.POST.get("key", "")
    key = key if key.isdigit() and len(key) < 19 else "0"
    if action == "end":
        held = get_object_or_404(Appointment, pk=key, unit__in=units)
        if day < held.starts_on:
            return [Refusal(_("最后一天早于任职起始日；请改正日期。"))]
        refusals = services.end_appointment(held, day, by=by, reason=reason)
        if refusals:
            return refusals
        _tell_of_vacancy(request, held)
    elif action == "revoke":
        lent = get_object_or_404(Delegation, pk=key, appointment__unit__in=units)
        services.revoke_delegation(lent, day, by=by, reason=reason)
    else:
        return [Refusal(_("没有看懂这个操作；请刷新后重试。"))]
    messages.success(request, _("已记下。"))
    return []


def _tell_of_vacancy(request: HttpRequest, ended: Appointment) -> None:
    """Where the rule only asks for somebody, the post may end; who is missing is said."""
    day = (ended.ends_on or clock.today()) + timedelta(days=1)
    for each in vacancies_of([ended.unit], max(day, clock.today())):
        if each.role.id == ended.role:
            words = {"unit": each.unit, "role": each.role.label, "least": each.role.per_unit[0]}
            said = _("%(unit)s的%(role)s将少于 %(least)d 人，请及时任命。") % words
            messages.warning(request, str(Notice(said, each.role.cites)))


def _show(
    request: HttpRequest, units: Units, appoint: AppointForm, delegate: DelegateForm, refusals: list[Refusal]
) -> HttpResponse:
    day = clock.today()
    held = appointments_on(day).filter(unit__in=units).select_related("person", "unit")
    held = held.prefetch_related("oversees").order_by("unit", "role", "pk")
    lent = delegations_on(day).filter(appointment__unit__in=units)
    context: dict[str, Any] = {
        "rows": [(each, role_label(each.role), overseen_in_words(each)) for each in held],
        "lent": lent.select_related("delegate", "appointment__person", "appointment__unit"),
        "appoint": appoint,
        "delegate": delegate,
        "end": EndForm(initial={"last_day": day}),
        "refusals": refusals,
        "header_title": _("任职与授权"),
        "breadcrumbs_items": crumbs((_("任职与授权"), "")),
    }
    return render(request, "console/registers/posts.html", context, status=409 if refusals else 200)
