"""Puts the screens of emergencies under the admin's address."""

from django.urls import URLPattern, URLResolver, include, path
from wagtail import hooks


@hooks.register("register_admin_urls")
def register_urls() -> list[URLPattern | URLResolver]:
    """``console/second-reviews/…``, ``console/telephone/…``."""
    return [path("console/", include("guanwei.console.emergencies.urls"))]
