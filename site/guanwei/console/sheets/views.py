"""The day's sheet: look, print, archive, download."""

from collections.abc import Callable
from dataclasses import replace
from functools import wraps

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from guanwei.api import Refusal
from guanwei.audit import clock
from guanwei.console.registers.duties import reads_registers
from guanwei.console.registers.sheets import handed_out, word_file
from guanwei.console.review.answers import crumbs, person_of, refused
from guanwei.console.sheets.archive import archived
from guanwei.console.sheets.asking import Asked, asked
from guanwei.console.sheets.reach import desks_of, units_of
from guanwei.publishing.forms.document import render as as_document
from guanwei.publishing.forms.printing import printed_rows
from guanwei.publishing.forms.queries import draft_sheet
from guanwei.publishing.forms.refusals import refusals_of
from guanwei.publishing.forms.services import archive_sheet
from guanwei.publishing.models import FormSheet

View = Callable[[HttpRequest, Asked], HttpResponse]


def _not_yours() -> list[Refusal]:
    return [
        Refusal(
            _(
                "审批表由填表单位负责审核或发布的人员办理，您没有这样的职务，或您的单位没有要填的表；"
                "请与该单位负责审核或发布的人员联系。"
            )
        )
    ]


def _for_what_is_asked(view: View) -> Callable[[HttpRequest], HttpResponse]:
    """The view with the unit, form and day that the request names, or a page that says what is wrong."""

    @wraps(view)
    def answer(request: HttpRequest) -> HttpResponse:
        desks = desks_of(person_of(request))
        if not desks:
            return refused(request, _not_yours())
        found, refusals = asked(request.POST if request.method == "POST" else request.GET, desks)
        return view(request, found) if found is not None else refused(request, refusals, 400)

    return answer


@_for_what_is_asked
def sheet(request: HttpRequest, wanted: Asked) -> HttpResponse:
    """The sheet as it stands; posted, it is archived as it was seen."""
    if request.method != "POST":
        return _show(request, wanted, [])
    kept, refusals = archive_sheet(
        wanted.form, wanted.desk.unit, wanted.day, person_of(request), request.POST.get("seen", "")
    )
    if kept is None:
        return _show(request, wanted, refusals)
    messages.success(
        request, _("已归档：%(title)s，第%(number)d张。") % {"title": kept.title, "number": kept.number}
    )
    return redirect(f"{reverse('sheets:sheet')}?{wanted.query()}")


def _once(refusals: list[Refusal]) -> list[Refusal]:
    return list({each.sentence: each for each in refusals}.values())


def _show(request: HttpRequest, wanted: Asked, refusals: list[Refusal]) -> HttpResponse:
    person = person_of(request)
    draft = draft_sheet(wanted.form, wanted.desk.unit, wanted.day)
    missing = refusals_of(wanted.form, wanted.desk.unit, draft, person)
    title = _("审批表")
    context = {
        "desks": desks_of(person),
        "wanted": wanted,
        "today": clock.today(),
        "draft": draft,
        "rows": printed_rows(draft),
        "seal": draft.seal(),
        "may_archive": not missing,
        "refusals": _once([*refusals, *missing] if draft.lines else refusals),
        # An empty day is nothing to be alarmed about.
        "nothing_waits": [] if draft.lines or refusals else missing,
        "archived": archived(wanted),
        "header_title": title,
        "breadcrumbs_items": crumbs((title, "")),
    }
    return render(request, "console/sheets/sheet.html", context, status=409 if refusals else 200)


@require_GET
@_for_what_is_asked
def draft(request: HttpRequest, wanted: Asked) -> HttpResponse:
    """The Word document as it would be archived now, marked as a draft."""
    found = draft_sheet(wanted.form, wanted.desk.unit, wanted.day)
    marked = replace(found, title=_("%(title)s（草稿，未归档）") % {"title": found.title})
    return word_file(as_document(marked, clock.now()), f"{marked.title}_{wanted.day:%Y%m%d}.docx")


@require_GET
def archived_file(request: HttpRequest, sheet_id: int) -> HttpResponse:
    """An archived sheet, for those whose unit archived it and for those who read the registers."""
    person = person_of(request)
    kept = get_object_or_404(FormSheet, pk=sheet_id)
    if kept.unit_id not in units_of(person) and not reads_registers(person):
        return refused(request, _not_yours())
    return handed_out(request, kept)
