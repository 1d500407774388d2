"""The list of pushes."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from guanwei.api import Refusal
from guanwei.console.pushes.listing import pushes_of
from guanwei.console.pushes.reach import accounts_of
from guanwei.console.review.answers import crumbs, person_of, refused


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """The pushes of one's accounts, newest day first, and a button for each account."""
    accounts = accounts_of(person_of(request))
    if not accounts:
        return refused(request, [nobody()])
    title = _("公众号推送")
    context = {
        "accounts": accounts,
        "rows": pushes_of(accounts),
        "header_title": title,
        "breadcrumbs_items": crumbs((title, "")),
    }
    return render(request, "console/pushes/index.html", context)


def nobody() -> Refusal:
    """Why somebody has no pushes to see."""
    return Refusal(_("推送由管理公众号的单位的编辑人员编排，您没有这个职务；请与其编辑人员联系。"))
