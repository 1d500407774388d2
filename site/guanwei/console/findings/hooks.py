"""Puts the screen of findings under the admin's address."""

from django.urls import URLPattern, URLResolver, include, path
from wagtail import hooks


@hooks.register("register_admin_urls")
def register_urls() -> list[URLPattern | URLResolver]:
    """``console/findings/…``."""
    return [path("console/", include("guanwei.console.findings.urls"))]
