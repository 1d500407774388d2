"""Readers who come by an older portal's address are led on, where the signed settings say so."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from wagtail.models import Site

from guanwei.portal.queries.moved import new_address

READING = frozenset({"GET", "HEAD"})


class MovedMiddleware:
    """Asks only where nothing stands at the address: a page is never hidden by an entry."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code != 404 or request.method not in READING:
            return response
        site = Site.find_for_request(request)
        target = new_address(site, request.get_full_path()) if site else None
        return HttpResponsePermanentRedirect(target) if target else response
