"""Answers that several screens give."""

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from guanwei.api import Refusal
from guanwei.organisations.models import Person


def person_of(request: HttpRequest) -> Person:
    """The signed-in person."""
    person: Any = request.user
    return person


def refused(request: HttpRequest, refusals: Iterable[Refusal], status: int = 403) -> HttpResponse:
    """A page that says why, with the article and what can be done next."""
    context = {
        "refusals": list(refusals),
        "header_title": _("不能查看"),
        "breadcrumbs_items": crumbs((_("不能查看"), "")),
    }
    return render(request, "console/review/refused.html", context, status=status)


def crumbs(*items: tuple[Any, str]) -> list[dict[str, Any]]:
    """Home, the queue, then ``items`` as (label, address)."""
    return [
        {"url": reverse("wagtailadmin_home"), "label": _("首页")},
        *({"url": url, "label": label} for label, url in items),
    ]
