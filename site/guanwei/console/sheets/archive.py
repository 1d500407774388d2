"""The archived sheets of one form and unit, each checked against its seal."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Q

from guanwei.console.sheets.asking import Asked
from guanwei.publishing.models import FormSheet

LATEST = 10


@dataclass(frozen=True, slots=True)
class Archived:
    """``verified``: file and printed content are the ones that were archived."""

    sheet: FormSheet
    verified: bool


def archived(asked: Asked) -> Sequence[Archived]:
    """Those of the day and the latest ones before and after, newest first. One query."""
    rows = FormSheet.objects.filter(form=asked.form.id, unit=asked.desk.unit).order_by("-day", "-number")
    shown = rows.filter(Q(day=asked.day) | Q(pk__in=rows.values("pk")[:LATEST]))
    return [Archived(each, each.verify()) for each in shown.select_related("archived_by")]
