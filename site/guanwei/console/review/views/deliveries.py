"""The delivery screen: what is known, the package, and the address that comes back."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from guanwei.api import Refusal
from guanwei.console.review.answers import crumbs, person_of, refused
from guanwei.console.review.reading import refusals_to_read, submissions_of
from guanwei.delivery import services
from guanwei.delivery.addresses import LONGEST
from guanwei.delivery.models import Delivery, DeliveryState
from guanwei.delivery.packages import NotPermittedError, PackagePage, package, package_page
from guanwei.delivery.queries import is_manual, journal_of, refusals_to_handle, sentence_of, takes_address
from guanwei.publishing.models import Picture


def _found(delivery_id: int) -> Delivery:
    rows = Delivery.objects.select_related("account__unit", "part__release__permit", "done_by")
    return get_object_or_404(rows, pk=delivery_id)


def _refusals(request: HttpRequest, delivery: Delivery) -> list[Refusal]:
    """Those who handle the delivery may look, and those who may read its manuscript."""
    person = person_of(request)
    if not refusals_to_handle(person, delivery):
        return []
    release = delivery.part.release
    return refusals_to_read(person, submissions_of(release.family, release.object_id))


def delivery(request: HttpRequest, delivery_id: int) -> HttpResponse:
    """Show one delivery, or do what its form says."""
    row = _found(delivery_id)
    reading = _refusals(request, row)
    if reading:
        return refused(request, reading)
    if request.method != "POST":
        return _show(request, row)
    refusals = _acts(request, row)
    if refusals:
        return _show(request, _found(delivery_id), refusals, 409)
    return redirect("review:delivery", delivery_id)


def _acts(request: HttpRequest, row: Delivery) -> list[Refusal]:
    person, action = person_of(request), request.POST.get("action", "")
    if action == "address":
        refusals = services.record_address(row, _addresses(request, row), person)
        if not refusals:
            messages.success(request, _("公开地址已记下，这一项已办完。"))
        return refusals
    if action == "retry":
        return services.retry(row, person)
    if action == "ask":
        return services.reconcile(row, person)
    if action == "absent":
        return services.say_absent(row, request.POST.get("reason", ""), person)
    return [Refusal(_("没有看懂这个操作；请刷新后重试。"))]


def _addresses(request: HttpRequest, row: Delivery) -> object:
    """One address, or of a push its articles' in order."""
    if "articles" in row.payload:
        return [each[: LONGEST + 1] for each in request.POST.getlist("addresses")]
    return request.POST.get("address", "")


def _articles(request: HttpRequest, row: Delivery) -> list[dict[str, str]]:
    """The articles of a push with what was typed for each, for the form; none for a variant."""
    typed = request.POST.getlist("addresses")
    return [
        {"title": each["title"], "typed": typed[number] if number < len(typed) else ""}
        for number, each in enumerate(row.payload.get("articles", ()))
    ]


def _show(
    request: HttpRequest, row: Delivery, refusals: list[Refusal] | None = None, status: int = 200
) -> HttpResponse:
    release = row.part.release
    page, held = _page(row)
    title = f"{row.account} {row.title}"
    context: dict[str, Any] = {
        "delivery": row,
        "page": page,
        "pictures": _pictures(page) if page else [],
        "refusals": [*(refusals or []), *held],
        "posted": request.POST,
        "articles": _articles(request, row),
        "sentence": sentence_of(row),
        "takes_address": takes_address(row.channel),
        "journal": journal_of(row),
        "manual": is_manual(row.channel),
        "may_handle": not refusals_to_handle(person_of(request), row),
        "states": DeliveryState,
        "header_title": title,
        "breadcrumbs_items": crumbs((_("等我处理"), reverse("review:queue")), (str(row.account), "")),
        "timeline_url": reverse("timeline:timeline", args=[release.family, release.object_id]),
    }
    return render(request, "console/review/delivery.html", context, status=status)


def _page(row: Delivery) -> tuple[PackagePage | None, list[Refusal]]:
    """What the package holds; the reasons where it may not leave any more."""
    if row.state == DeliveryState.SENT:
        return None, []
    try:
        return package_page(row), []
    except NotPermittedError as error:
        return None, error.refusals


def _pictures(page: PackagePage) -> list[dict[str, Any]]:
    entries = [*page.pictures, *([page.cover] if page.cover else [])]
    rows = Picture.objects.in_bulk([entry["picture"] for entry in entries])
    return [{**entry, "image": rows.get(entry["picture"])} for entry in entries]


@require_POST
def download(request: HttpRequest, delivery_id: int) -> HttpResponse:
    """The package as a zip, and a line in the journal that this person took it."""
    row = _found(delivery_id)
    try:
        content = package(row)
    except NotPermittedError as error:
        return _denied(request, row, error.refusals)
    refusals = services.hand_over(row, person_of(request))
    if refusals:
        return _denied(request, row, refusals)
    answer = HttpResponse(content, content_type="application/zip")
    name = slugify(row.account.slug) or "package"
    answer["Content-Disposition"] = f'attachment; filename="{name}-{row.pk}.zip"'
    return answer


def _denied(request: HttpRequest, row: Delivery, refusals: list[Refusal]) -> HttpResponse:
    reading = _refusals(request, row)
    return refused(request, reading) if reading else _show(request, row, refusals, 409)
