"""启用双重验证: the code to photograph, the first six digits, the recovery codes."""

from base64 import b32encode
from typing import Any
from urllib.parse import quote, urlencode

import segno
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from guanwei.console.doors import sessions
from guanwei.console.doors.arrivals import came
from guanwei.console.doors.forms import CodeForm
from guanwei.console.review.answers import crumbs, person_of
from guanwei.organisations.doors import factors
from guanwei.organisations.models import Authenticator

ISSUER = "官微"


@never_cache
@sensitive_post_parameters("code")
def factor(request: HttpRequest) -> HttpResponse:
    """Show the secret once more until its first code is right; then the recovery codes, once."""
    person = person_of(request)
    owed = sessions.owed(request) == "factor"
    device = factors.begun(person) or (factors.begin(person) if owed else None)
    if device is None:
        return redirect("doors:own")
    form, codes, refusals = CodeForm(request.POST or None), [], []
    form.fields["code"].help_text = _("手机身份验证器里出现的六位数。")
    if request.method == "POST" and form.is_valid():
        codes, refusals = factors.confirm(person, form.cleaned_data["code"].strip(), came(request))
        if codes and owed:
            sessions.settle(request, person)
    context = {
        "form": form,
        "codes": codes,
        "refusals": refusals,
        "owed": owed,
        "picture": picture_of(device),
        "secret": spelled(device),
        "header_title": _("启用双重验证"),
        "breadcrumbs_items": crumbs((_("登录安全"), "")),
    }
    return render(request, "console/doors/factor.html", context, status=409 if refusals else 200)


def address_of(device: Authenticator) -> str:
    """What authenticator apps read: ``otpauth://totp/…``."""
    name: Any = device.user
    label = quote(f"{ISSUER}:{name.get_username()}")
    asked = urlencode(
        {"secret": b32encode(device.secret()).decode(), "issuer": ISSUER, "digits": 6, "period": 30}
    )
    return f"otpauth://totp/{label}?{asked}"


def picture_of(device: Authenticator) -> SafeString:
    """The QR code as SVG inside the page: nothing is asked from another machine, nothing is stored."""
    drawn = segno.make(address_of(device), error="m").svg_inline(scale=4, border=4, dark="#000", light="#fff")
    return mark_safe(drawn)  # noqa: S308 - drawn by segno from our own string


def spelled(device: Authenticator) -> str:
    """The secret for those who can't photograph: groups of four."""
    letters = b32encode(device.secret()).decode()
    return " ".join(letters[at : at + 4] for at in range(0, len(letters), 4))
