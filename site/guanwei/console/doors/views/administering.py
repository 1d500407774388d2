"""登录管理: administrators let people in again, reset a lost second factor, and say of whom one is demanded."""

from typing import Any

from axes.models import AccessAttempt
from django.contrib import messages
from django.db import transaction
from django.db.models import Sum
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from guanwei.api import Duty, Refusal
from guanwei.audit import clock
from guanwei.console.doors.arrivals import came
from guanwei.console.doors.attempts import COOL_OFF, PAIR
from guanwei.console.doors.forms import DUTIES, DemandForm, ReasonForm
from guanwei.console.registers.duties import administered
from guanwei.console.registers.posts import no_administrator, wrong
from guanwei.console.review.answers import crumbs, person_of, refused
from guanwei.organisations.doors import factors
from guanwei.organisations.doors.record import enter
from guanwei.organisations.models import DoorEntry, DoorEvent, FactorDemand, Person
from guanwei.organisations.queries.posts import appointments_on

SHOWN = 50


def doors(request: HttpRequest) -> HttpResponse:
    """Who is kept out now, who has a second factor, what is demanded, what happened."""
    units = administered(person_of(request))
    if not units:
        return refused(request, no_administrator())
    people = Person.objects.filter(
        pk__in=appointments_on(clock.today()).filter(unit__in=units).values("person")
    )
    demand = DemandForm()
    refusals: list[Refusal] = []
    if request.method == "POST":
        action = request.POST.get("action", "")
        if action == "demand":
            demand = DemandForm(request.POST)
            refusals = _demand(request, demand)
        else:
            refusals = _act(request, action, people)
        if not refusals:
            return redirect("doors:administer")
    return _show(request, people, demand, refusals)


def _demand(request: HttpRequest, form: DemandForm) -> list[Refusal]:
    by = person_of(request)
    # It holds for everybody, so it is said where the whole tree is administered.
    if not any(unit.parent_id is None for unit in administered(by).values()):
        return [Refusal(_("双重验证要求对全县有效，由县级系统管理员设置；请与其联系。"))]
    if not form.is_valid():
        return wrong(form)
    said = form.cleaned_data
    found = factors.demand(Duty(said["duty"]), said["demanded"] == "yes", by=by, reason=said["reason"])
    if not found:
        messages.success(request, _("已记下；从有关人员下次登录起执行。"))
    return found


def _act(request: HttpRequest, action: str, people: Any) -> list[Refusal]:
    form = ReasonForm(request.POST)
    if not form.is_valid():
        return wrong(form)
    person = get_object_or_404(people, pk=form.cleaned_data["key"])
    reason, by = form.cleaned_data["reason"], person_of(request)
    if action == "unlock":
        refusals = unlock(person, by=by, reason=reason, request=request)
    elif action == "reset":
        refusals = factors.reset(person, by=by, reason=reason, came=came(request))
    elif action == "sign-out":
        factors.end_sessions(person, by=by, reason=reason, came=came(request))
        refusals = []
    else:
        return [Refusal(_("没有看懂这个操作；请刷新后重试。"))]
    if not refusals:
        messages.success(request, _("已办理并记下。"))
    return refusals


def unlock(person: Person, *, by: Person, reason: str, request: Any = None) -> list[Refusal]:
    """Forget the failed tries with the person's name, from every address."""
    if by.pk == person.pk:
        return [Refusal(_("不能给自己恢复登录；请另一位系统管理员办理。"))]
    with transaction.atomic():
        gone, _kinds = AccessAttempt.objects.filter(username=person.get_username()).delete()
        if gone:
            enter(DoorEvent.UNLOCKED, person, came(request), by=by, reason=reason)
    return [] if gone else [Refusal(_("%(person)s现在没有被暂停登录。") % {"person": person})]


def _show(request: HttpRequest, people: Any, demand: DemandForm, refusals: list[Refusal]) -> HttpResponse:
    said = {each.duty: each for each in FactorDemand.objects.all()}
    entries = DoorEntry.objects.filter(person__in=people).select_related("person", "by")
    context = {
        "locked": _locked(people),
        "with_factor": people.filter(authenticator__confirmed=True).order_by("pk"),
        "demands": [(label, said.get(str(duty))) for duty, label in DUTIES.items()],
        "entries": entries[:SHOWN],
        "demand": demand,
        "refusals": refusals,
        "header_title": _("登录管理"),
        "breadcrumbs_items": crumbs((_("登录管理"), "")),
    }
    return render(request, "console/doors/administer.html", context, status=409 if refusals else 200)


def _locked(people: Any) -> Any:
    tries = (
        AccessAttempt.objects.filter(attempt_time__gte=clock.now() - COOL_OFF)
        .values("username", "ip_address")
        .annotate(failures=Sum("failures_since_start"))
        .filter(failures__gte=PAIR)
    )
    names = {each["username"]: each["ip_address"] for each in tries}
    return [(each, names[each.username]) for each in people.filter(username__in=names).order_by("pk")]
