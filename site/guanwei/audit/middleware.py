"""Puts the signed-in person on the record of what a request writes."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from guanwei.audit.acting import acting


class ActingPersonMiddleware:
    """Wraps each request in ``acting(request.user)``."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        person = request.user if request.user.is_authenticated else None
        with acting(person):
            return self.get_response(request)
