"""What can be asked of official forms: the sheet of a day as it stands."""

from datetime import date, datetime, time, timedelta

from django.db.models import QuerySet
from django.utils import timezone

from guanwei.api import OfficialForm
from guanwei.audit import clock
from guanwei.organisations.models import Unit
from guanwei.organisations.queries.tree import agency_of
from guanwei.publishing.forms.sheet import Line, Sheet
from guanwei.publishing.forms.signatures import Signatures, signatures_for, signatures_on
from guanwei.publishing.forms.values import SheetFacts, item_text, platform_cells, sheet_text, title_of
from guanwei.publishing.models import FormSheet, Release


def title_for(form: OfficialForm, unit: Unit) -> str:
    """The printed title, with the name of the agency that uses the form where the book leaves room for it."""
    return form.title.replace("{agency}", str(agency_of(unit)))


def draft_sheet(form: OfficialForm, unit: Unit, day: date) -> Sheet:
    """The sheet that would be archived now; nothing is stored. Seven queries at any length.

    Its lines are the items of the form's routes that the unit released on ``day`` and that no archived
    sheet carries.
    """
    archived = list(archived_sheets(form, unit, day))
    done = {line["release"] for sheet in archived for line in sheet.lines}
    releases = [each for each in _released(form, unit, day) if each.pk not in done and _belongs(form, each)]
    signed = signatures_for(form, releases)
    lines = tuple(_line(form, each, signed) for each in releases)
    platforms = tuple(sorted({platform for line in lines for platform in line.platforms}))
    facts = SheetFacts(unit.name, day, platforms)
    return Sheet(
        form=form.id,
        title=title_for(form, unit),
        unit=unit.name,
        day=day,
        number=len(archived) + 1,
        platforms=platforms,
        header=tuple((cell.label, sheet_text(cell, facts)) for cell in form.header),
        columns=tuple(cell.label for cell in form.row),
        signature_labels=tuple(each.label for each in form.signatures),
        lines=lines,
        note=form.note,
        least_rows=form.least_rows,
    )


def archived_sheets(form: OfficialForm, unit: Unit, day: date) -> QuerySet[FormSheet]:
    """The day's archived sheets, first to last, without their files."""
    rows = FormSheet.objects.filter(form=form.id, unit=unit, day=day).defer("file")
    return rows.select_related("archived_by").order_by("number")


def _released(form: OfficialForm, unit: Unit, day: date) -> QuerySet[Release]:
    """Releases that came due on ``day``; one that is still to come isn't on the paper yet."""
    routes = (form.route, *form.other_routes)
    begins = timezone.make_aware(datetime.combine(day, time.min))
    return (
        Release.objects.filter(permit__submission__route__in=routes, permit__submission__manager=unit)
        .filter(due_at__gte=begins, due_at__lt=begins + timedelta(days=1), due_at__lte=clock.now())
        .select_related(
            "permit__snapshot", "permit__submission__supplier", "permit__submission__submitted_by"
        )
        .defer("permit__snapshot__source", "permit__snapshot__rendered")
        .prefetch_related("parts__account")
        .order_by("due_at", "pk")
    )


def _platforms(release: Release) -> tuple[str, ...]:
    return tuple(sorted({part.account.platform for part in release.parts.all() if part.account}))


def _belongs(form: OfficialForm, release: Release) -> bool:
    """A form that asks for platforms is about accounts: a page without posts isn't on it."""
    return not platform_cells(form.header) or bool(_platforms(release))


def _line(form: OfficialForm, release: Release, signed: Signatures) -> Line:
    return Line(
        release=release.pk,
        submission=release.permit.submission_id,
        title=title_of(release),
        submitted_by=str(release.permit.submission.submitted_by),
        platforms=_platforms(release),
        cells=tuple(item_text(cell, release) for cell in form.row),
        signatures=tuple(signatures_on(each, release, signed) for each in form.signatures),
    )
