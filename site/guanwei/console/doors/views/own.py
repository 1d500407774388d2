"""登录安全: what a person can do about the own way in."""

from typing import Any

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from guanwei.console.doors import sessions
from guanwei.console.doors.arrivals import came
from guanwei.console.doors.forms import NewPasswordForm, PasswordConfirmForm
from guanwei.console.review.answers import crumbs, person_of
from guanwei.organisations.doors import factors, passwords
from guanwei.organisations.models import DoorEntry

SHOWN = 20


@never_cache
@sensitive_post_parameters("password")
def own(request: HttpRequest) -> HttpResponse:
    """The state of the second factor, the last entries, and the other sessions."""
    person = person_of(request)
    form = PasswordConfirmForm(request, request.POST or None)
    refusals: list[Any] = []
    codes: list[str] = []
    if request.method == "POST" and form.is_valid():
        action = request.POST.get("action", "")
        if action == "others":
            end_others(request)
            return redirect("doors:own")
        if action == "codes" and factors.enrolled(person) is not None:
            codes = factors.new_codes(person, came(request))
        if action == "remove":
            refusals = factors.remove(person, came(request))
        if action == "begin":
            factors.begin(person)
            return redirect("doors:factor")
    context = {
        "form": form,
        "refusals": refusals,
        "codes": codes,
        "device": factors.enrolled(person),
        "left": person.recovery_codes.count(),
        "demanded": factors.demanded_of(person),
        "entries": DoorEntry.objects.filter(person=person).select_related("by")[:SHOWN],
        "header_title": _("登录安全"),
        "breadcrumbs_items": crumbs((_("登录安全"), "")),
    }
    return render(request, "console/doors/own.html", context, status=409 if refusals else 200)


def end_others(request: HttpRequest) -> None:
    """Every session but this one."""
    person: Any = person_of(request)
    factors.end_sessions(person, by=person, came=came(request))
    update_session_auth_hash(request, person)
    messages.success(request, _("其他地方的登录都已退出。"))


@never_cache
@sensitive_post_parameters("password", "new_password1", "new_password2")
def password(request: HttpRequest) -> HttpResponse:
    """A new password, when the old one may not stay; also at any other time."""
    person = person_of(request)
    form = NewPasswordForm(request, request.POST or None)
    if request.method == "POST" and form.is_valid():
        form.save()
        update_session_auth_hash(request, person)
        sessions.settle(request, person)
        messages.success(request, _("密码已修改；其他地方的登录都已退出。"))
        return redirect("wagtailadmin_home")
    context = {
        "form": form,
        "why": passwords.must_change(person) or (sessions.owed(request) == "password" and _weak()),
        "asked": passwords.strictest_for(person),
        "header_title": _("修改密码"),
        "breadcrumbs_items": crumbs((_("修改密码"), "")),
    }
    return render(request, "console/doors/password.html", context)


def _weak() -> str:
    return _("您现在的密码不符合任职单位现行规定的要求，请先改一个。")


def here(request: HttpRequest) -> HttpResponse:
    """An open page asks whether its session stands; POST when the person was active on it."""
    return JsonResponse({"person": person_of(request).pk, "csrf": get_token(request)})
