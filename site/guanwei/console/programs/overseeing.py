"""接口令牌管理: administrators see which programs write for their people, and stop one with a reason."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.contrib import messages
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.log_actions import log
from wagtail.models import APIToken

from guanwei.api import Refusal
from guanwei.audit import clock
from guanwei.audit.acting import acting
from guanwei.console.programs.tokens import ended
from guanwei.console.registers.duties import administered
from guanwei.console.registers.posts import no_administrator, wrong
from guanwei.console.review.answers import crumbs, person_of, refused
from guanwei.organisations.models import DoorEntry, DoorEvent, Person, Unit
from guanwei.organisations.queries.posts import appointments_on
from guanwei.organisations.queries.roles import role_label

SHOWN = 50
OF_TOKENS = (DoorEvent.TOKEN_MADE, DoorEvent.TOKEN_REVOKED, DoorEvent.TOKEN_USED)


class ReasonForm(forms.Form):
    """Why a token is stopped. The record's line has room for its name beside the reason."""

    reason = forms.CharField(label=gettext_lazy("理由"), max_length=120)


class RevokeForm(ReasonForm):
    """Which token, and why."""

    key = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=2**53)


def tokens(request: HttpRequest) -> HttpResponse:
    """Every token that stands for somebody of the administered units."""
    units = administered(person_of(request))
    if not units:
        return refused(request, no_administrator())
    people = _people(units.values())
    standing = APIToken.objects.filter(user__in=people, revoked_at=None).select_related("user")
    refusals: list[Refusal] = []
    if request.method == "POST":
        refusals = _asked(request, standing)
        if not refusals:
            messages.success(request, _("已撤销并记下；这个程序从现在起不能再用。"))
            return redirect("programs:tokens")
    return _show(request, people, standing, refusals)


def _people(units: Iterable[Unit]) -> QuerySet[Person]:
    """Who holds a post there today; for the county's administrator everybody, those who left too."""
    if any(unit.parent_id is None for unit in units):
        return Person.objects.all()
    held = appointments_on(clock.today()).filter(unit__in=[unit.pk for unit in units])
    return Person.objects.filter(pk__in=held.values("person"))


def _asked(request: HttpRequest, standing: QuerySet[APIToken]) -> list[Refusal]:
    form = RevokeForm(request.POST)
    if not form.is_valid():
        return wrong(form)
    token = get_object_or_404(standing, pk=form.cleaned_data["key"])
    revoke(token, by=person_of(request), reason=form.cleaned_data["reason"])
    return []


def revoke(token: APIToken, *, by: Person, reason: str) -> None:
    """Stop the program at once. Who did it and why stands in the doors' record and in the token's own history."""
    with transaction.atomic(), acting(by, reason):
        token.revoke()
        log(token, "wagtail.apitoken.revoke", user=by, data={"reason": reason})


def _show(
    request: HttpRequest,
    people: QuerySet[Person],
    standing: QuerySet[APIToken],
    refusals: list[Refusal],
) -> HttpResponse:
    rows = list(standing.order_by("user", "pk"))
    held = _posts({each.user_id for each in rows})
    entries = DoorEntry.objects.filter(person__in=people, event__in=OF_TOKENS).select_related("person", "by")
    context: dict[str, Any] = {
        "rows": [(each, held.get(each.user_id, []), ended(each) is not None) for each in rows],
        "entries": entries[:SHOWN],
        "refusals": refusals,
        "header_title": _("接口令牌管理"),
        "breadcrumbs_items": crumbs((_("接口令牌管理"), "")),
    }
    return render(request, "console/programs/tokens.html", context, status=409 if refusals else 200)


def _posts(people: set[int]) -> dict[int, list[str]]:
    """By person, the posts held today: what a token may do follows from them. One query."""
    found: dict[int, list[str]] = {}
    for each in appointments_on(clock.today()).filter(person__in=people).select_related("unit"):
        found.setdefault(each.person_id, []).append(f"{each.unit}{role_label(each.role)}")
    return found
