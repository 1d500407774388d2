"""Public pages that are no pages of the tree."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from guanwei.portal.queries import directory, shelves, shown_book


@require_safe
def accounts(request: HttpRequest) -> HttpResponse:
    """政务新媒体: all open accounts and their newest posts, by unit."""
    return render(request, "portal/accounts.html", {"directory": directory()})


@require_safe
def rules(request: HttpRequest) -> HttpResponse:
    """规章制度: the rule books in force, by the unit whose they are."""
    return render(request, "portal/rules.html", {"shelves": shelves()})


@require_safe
def rule_book(request: HttpRequest, book: str) -> HttpResponse:
    """One rule book from header to foot."""
    shown = shown_book(book)
    if shown is None:
        raise Http404(book)
    return render(request, "portal/rule_book.html", {"shown": shown})


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """What crawlers may read."""
    return render(request, "portal/robots.txt", content_type="text/plain; charset=utf-8")
