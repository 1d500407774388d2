"""Registers the addresses and the panel of rules."""

from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, include, path
from wagtail import hooks

from guanwei.console.regulations.panel import RulesPanel
from guanwei.organisations.rights.holdings import holdings_of


@hooks.register("register_admin_urls")
def register_urls() -> list[URLPattern | URLResolver]:
    """``console/citations/`` and ``console/originals/``."""
    return [path("console/", include("guanwei.console.regulations.urls"))]


@hooks.register("construct_homepage_panels", order=210)
def panels(request: HttpRequest, found: list[Any]) -> None:
    """The rules that a person lives by, after the work that waits."""
    if holdings_of(request.user).seated:
        found.append(RulesPanel())
