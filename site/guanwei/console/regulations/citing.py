"""依据: what a citation cites, in our words and in the print's."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from guanwei.api import RuleBook
from guanwei.audit import clock
from guanwei.console.review.answers import crumbs, person_of
from guanwei.portal.queries import is_shown
from guanwei.registry import catalogue
from guanwei.regulations.queries import may_load, standing_original
from guanwei.regulations.wording import book_of, public_passages, summaries_of, wording_at


@require_safe
def citation(request: HttpRequest) -> HttpResponse:
    """``?document=`` the title, ``&article=`` the locator as it was cited."""
    document, article = request.GET.get("document", ""), request.GET.get("article", "")
    book = book_of(document, clock.today())
    title = _("《%(document)s》%(article)s") % {"document": document, "article": article}
    context: dict[str, Any] = {
        "document": document,
        "article": article,
        "book": book,
        "header_title": title,
        "breadcrumbs_items": crumbs((_("依据"), "")),
        **(_both_sides(request, book, document, article) if book is not None else {}),
    }
    status = 200 if book is not None else 404
    return render(request, "console/regulations/citation.html", context, status=status)


def _both_sides(request: HttpRequest, book: RuleBook, document: str, article: str) -> dict[str, Any]:
    summaries = summaries_of(book, document, article)
    original = standing_original(book.id)
    fragments = [each.fragment for each in reversed(summaries)]
    plugin = catalogue().owner_of(book.id)
    return {
        "plugin": plugin,
        "summaries": summaries,
        "original": original,
        "wording": wording_at(public_passages(original), document, article, fragments),
        "may_load": plugin is not None and may_load(person_of(request), plugin.name),
        "page": reverse("portal:rule_book", args=[book.id]) if is_shown(book.id) else "",
    }
