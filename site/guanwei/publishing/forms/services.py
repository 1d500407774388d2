"""What can be done with official forms: archive the sheet of a day."""

from datetime import date

from django.db import transaction

from guanwei.api import OfficialForm, Refusal
from guanwei.audit import clock
from guanwei.audit.acting import acting
from guanwei.organisations.models import Person, Unit
from guanwei.publishing.forms.document import render
from guanwei.publishing.forms.queries import draft_sheet
from guanwei.publishing.forms.refusals import refusals_of, unseen
from guanwei.publishing.forms.sheet import Sheet
from guanwei.publishing.models import FormSheet
from guanwei.registry import catalogue


def archive_sheet(
    form: OfficialForm, unit: Unit, day: date, by: Person, seen: str | None = None
) -> tuple[FormSheet | None, list[Refusal]]:
    """Print and keep the sheet of ``day`` for good. With any refusal nothing is kept.

    ``seen`` is the seal of the sheet that the person looked at; another one is not archived unread.
    Items released on ``day`` after this make a sheet of their own, with the next number.
    """
    with transaction.atomic(), acting(by):
        # Two people at once: the second sees the first one's sheet.
        Unit.objects.select_for_update().get(pk=unit.pk)
        sheet = draft_sheet(form, unit, day)
        refusals = refusals_of(form, unit, sheet, by) or unseen(sheet, seen)
        if refusals:
            return None, refusals
        return _keep(sheet, unit, by), []


def _keep(sheet: Sheet, unit: Unit, by: Person) -> FormSheet:
    owner, now = catalogue().owner_of(sheet.form), clock.now()
    return FormSheet.objects.create(
        form=sheet.form,
        title=sheet.title,
        unit=unit,
        day=sheet.day,
        number=sheet.number,
        platforms=list(sheet.platforms),
        header=[list(pair) for pair in sheet.header],
        lines=[line.plain() for line in sheet.lines],
        note=sheet.note,
        plugin=owner.name if owner else "",
        plugin_version=owner.version if owner else "",
        file=render(sheet, now),
        archived_at=now,
        archived_by=by,
    )
