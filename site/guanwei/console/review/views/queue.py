"""等我处理."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from guanwei.console.review.answers import crumbs, person_of
from guanwei.console.review.queue import PER_PAGE, waiting


def queue(request: HttpRequest) -> HttpResponse:
    """What waits for the signed-in person, 25 a page."""
    found = waiting(person_of(request))
    asked = request.GET.get("p", "")
    number = max(1, int(asked)) if asked.isascii() and asked.isdigit() and len(asked) < 6 else 1
    rows = found.rows((number - 1) * PER_PAGE, number * PER_PAGE)
    page = Paginator(range(len(found)), PER_PAGE).get_page(number)
    if page.number != number:
        rows = found.rows((page.number - 1) * PER_PAGE, page.number * PER_PAGE)
    title = _("等我处理")
    return render(
        request,
        "console/review/queue.html",
        {
            "page": page,
            "rows": rows,
            "total": len(found),
            "header_title": title,
            "breadcrumbs_items": crumbs((title, "")),
        },
    )
