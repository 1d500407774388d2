"""Public pages that are no pages of the tree."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from guanwei.portal.queries import directory


@require_safe
def accounts(request: HttpRequest) -> HttpResponse:
    """政务新媒体: all open accounts and their newest posts, by unit."""
    return render(request, "portal/accounts.html", {"directory": directory()})


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """What crawlers may read."""
    return render(request, "portal/robots.txt", content_type="text/plain; charset=utf-8")
