"""``api/v3/``: Wagtail's endpoints, each behind the door."""

from django.urls import URLPattern, URLResolver
from wagtail.api.v3.urls import api
from wagtail.utils.urlpatterns import decorate_urlpatterns

from guanwei.console.programs.answers import connect as speak_our_words
from guanwei.console.programs.door import guarded


def behind_the_door() -> tuple[list[URLPattern | URLResolver], str, str]:
    """What ``path("api/v3/", …)`` takes: patterns, application and namespace."""
    speak_our_words()
    patterns, application, namespace = api.urls
    return decorate_urlpatterns(patterns, guarded), application, namespace
