"""Public pages that are no pages of the tree."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from guanwei.portal import services
from guanwei.portal.models import ColumnPage
from guanwei.portal.queries import consultation_of, declared_of, directory, shelves, shown_book


@require_safe
def accounts(request: HttpRequest) -> HttpResponse:
    """政务新媒体: all open accounts and their newest posts, by unit."""
    return render(request, "portal/accounts.html", {"directory": directory()})


@require_http_methods(["GET", "HEAD", "POST"])
def consult(request: HttpRequest, column_id: int) -> HttpResponse:
    """业务咨询: a question to whoever leads the column; what was typed stays when it is refused."""
    column = get_object_or_404(ColumnPage.objects.live().select_related("unit"), pk=column_id)
    service = consultation_of(declared_of(column))
    if service is None:
        raise Http404
    if request.method != "POST":
        return redirect(column.get_url(request) or "/")
    question, contact = request.POST.get("question", ""), request.POST.get("contact", "")
    made, refusals = services.consult(column, question, contact)
    context = {
        "page": column,
        "column": column,
        "service": service,
        "made": made,
        "refusals": refusals,
        "question": question,
        "contact": contact,
    }
    return render(request, "portal/consultation.html", context, status=422 if refusals else 200)


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
