"""The sign-in page, the page of the second factor, and what somebody reads who is kept out."""

from typing import Any

from axes.handlers.proxy import AxesProxyHandler
from django.contrib.auth.signals import user_login_failed
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from wagtail.admin.views.account import LoginView

from guanwei.audit import clock
from guanwei.console.doors import sessions, signing_in
from guanwei.console.doors.arrivals import came
from guanwei.console.doors.attempts import locked_until
from guanwei.console.doors.forms import CodeForm
from guanwei.console.home.login import LoginForm
from guanwei.organisations.doors import factors

TOO_MANY = 429


@method_decorator(sensitive_post_parameters("password"), name="dispatch")
class SignInView(LoginView):
    """Wagtail's own page; the second factor follows where the person has one."""

    def form_valid(self, form: Any) -> HttpResponse:
        person = form.get_user()
        weak = signing_in.is_weak(form.cleaned_data["password"], person)
        if factors.enrolled(person) is not None:
            signing_in.hold(self.request, person, self.get_success_url(), weak=weak)
            return redirect("doors_code")
        signing_in.let_in(self.request, person, weak=weak)
        return redirect(self.get_success_url())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        notice = sessions.sentence(self.request.GET.get("ended", ""))
        return super().get_context_data(notice=notice, **kwargs)


@never_cache
@sensitive_post_parameters("code")
def code(request: HttpRequest) -> HttpResponse:
    """Six digits, or a recovery code. A wrong one counts like a wrong password."""
    person, held = signing_in.held(request)
    if person is None:
        return redirect("wagtailadmin_login")
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        credentials = {"username": person.get_username()}
        end = _locked(request, credentials)
        if end is not None:
            return kept_out(request, None, credentials)
        if factors.verify(person, form.cleaned_data["code"], came(request)):
            signing_in.let_in(request, person, weak=held["weak"])
            return redirect(held["next"])
        user_login_failed.send(sender=__name__, credentials=credentials, request=request)
        form.add_error("code", _("验证码不对，或已经用过。请等出现新的六位数后再填；也可填备用码。"))
    return render(request, "console/doors/code.html", {"form": form})


def _locked(request: Any, credentials: dict[str, Any]) -> Any:
    AxesProxyHandler.update_request(request)
    return locked_until(request, credentials)


def kept_out(request: Any, _response: Any, credentials: dict[str, Any] | None) -> HttpResponse:
    """What axes answers while a door is closed: the sentence with the time, on the sign-in page."""
    end = _locked(request, credentials or {}) or clock.now()
    context = {
        "form": LoginForm(request),
        "next": request.POST.get("next") or reverse("wagtailadmin_home"),
        "refused": signing_in.when(end),
    }
    response = render(request, "wagtailadmin/login.html", context, status=TOO_MANY)
    response.headers["Retry-After"] = str(max(1, int((end - clock.now()).total_seconds())))
    return response
