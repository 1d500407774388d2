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
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("p"))  # type: ignore[arg-type]
    title = _("等我处理")
    return render(
        request,
        "console/review/queue.html",
        {
            "page": page,
            "rows": list(page),
            "total": len(found),
            "header_title": title,
            "breadcrumbs_items": crumbs((title, "")),
        },
    )
