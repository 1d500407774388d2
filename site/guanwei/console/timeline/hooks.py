"""Puts the timeline under the admin's address."""

from django.urls import URLPattern, URLResolver, include, path
from wagtail import hooks


@hooks.register("register_admin_urls")
def register_urls() -> list[URLPattern | URLResolver]:
    """``console/timeline/…`` and ``console/compare/``."""
    return [path("console/", include("guanwei.console.timeline.urls"))]
