"""Stands between sign-in and the screens: limits, ended sessions, and what is owed before anything else."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode, urlsplit

from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _

from guanwei.console.doors import limits, sessions
from guanwei.console.doors.arrivals import came
from guanwei.organisations.doors.record import enter
from guanwei.organisations.models import DoorEvent

ADMIN = "/admin/"
TASKS = {"password": "doors:password", "factor": "doors:factor"}
SAID = {"password": _("请先修改密码。"), "factor": _("请先启用双重验证。")}
# What stays open to somebody who owes something.
ALWAYS = ("wagtailadmin_login", "wagtailadmin_logout", "doors_code", "doors:here")


class DoorMiddleware:
    """After authentication, before whatever acts. Adds no query to a request that only reads."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        refused = limits.over(request) or limits.refused_tokens(request) or self._of_session(request)
        if refused is not None:
            return refused
        response = self.get_response(request)
        limits.note_token(request, response)
        return response

    def _of_session(self, request: HttpRequest) -> HttpResponse | None:
        if not request.user.is_authenticated:
            return None
        why = sessions.ended(request)
        if why:
            return _end(request, why)
        task = sessions.owed(request)
        if task and request.path.startswith(ADMIN) and not _open(request, task):
            return _answer(request, reverse(TASKS[task]), str(SAID[task]))
        return None


def _end(request: Any, why: str) -> HttpResponse | None:
    """Sign out, on the record. A public page is then shown as to anybody."""
    enter(DoorEvent.ENDED, request.user, came(request), reason=sessions.on_the_record(why))
    request.doors_ended = True
    logout(request)
    if not request.path.startswith(ADMIN):
        return None
    query = urlencode({"next": _back(request), "ended": why})
    return _answer(request, f"{reverse('wagtailadmin_login')}?{query}", sessions.sentence(why))


def _answer(request: HttpRequest, address: str, said: str) -> HttpResponse:
    """To a person the screen that helps; to a script the reason and that screen's address."""
    if request.headers.get("x-requested-with") == "XMLHttpRequest" or not request.accepts("text/html"):
        answer = {"success": False, "error_code": "sign_in", "error_message": said, "address": address}
        return JsonResponse(answer, status=403, json_dumps_params={"ensure_ascii": False})
    return HttpResponseRedirect(address)


def _back(request: HttpRequest) -> str:
    """The page that the person was on."""
    if request.method == "GET":
        return request.get_full_path()
    referrer = request.headers.get("referer", "")
    if url_has_allowed_host_and_scheme(referrer, {request.get_host()}, request.is_secure()):
        return urlsplit(referrer).path or ADMIN
    return reverse("wagtailadmin_home")


def _open(request: HttpRequest, task: str) -> bool:
    names = (*ALWAYS, TASKS[task])
    return any(request.path == reverse(name) for name in names) or request.path.endswith("/sprite/")
