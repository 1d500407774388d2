"""What a ``FormCell.value`` may name, and how it is printed (docs/reference/forms.md)."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import timezone

from guanwei.api import FormCell, OfficialForm
from guanwei.publishing.models import Release
from guanwei.registry import catalogue

FIELD = "item.field:"
TICKED, BLANK = "☑", "□"


@dataclass(frozen=True, slots=True)
class SheetFacts:
    """What header cells are filled from."""

    unit: str
    day: date
    platforms: tuple[str, ...]


def printed_day(day: date) -> str:
    """2026年3月5日, whatever language the screen speaks: the paper is Chinese."""
    return f"{day.year}年{day.month}月{day.day}日"


def _facts(release: Release) -> dict[str, Any]:
    """The facts that the steps froze with: later edits of the draft don't reach the paper."""
    return release.permit.submission.facts


def title_of(release: Release) -> str:
    """The title that was permitted; the submission's own may be older than an edit under review."""
    return str(release.permit.snapshot.content.get("page", {}).get("title") or release.title)


def _category(release: Release) -> str:
    chosen = str(_facts(release).get("category", ""))
    declared = catalogue().category(chosen)
    return declared.label if declared else chosen


def _kind(release: Release) -> str:
    kinds = {"original": "原创", "repost": "转载", "reply": "回复"}
    return kinds.get(str(_facts(release).get("kind", "")), "")


def _accounts(release: Release) -> str:
    return "、".join(part.account.name for part in release.parts.all() if part.account)


ITEM: dict[str, Callable[[Release], str]] = {
    "item.title": title_of,
    "item.kind": _kind,
    "item.category": _category,
    "item.supplier": lambda release: release.permit.submission.supplier.name,
    "item.source_name": lambda release: str(_facts(release).get("source_name", "")),
    "item.permission": lambda release: str(_facts(release).get("permission", "")),
    "item.original_title": lambda release: str(_facts(release).get("original_title", "")),
    "item.accounts": _accounts,
    "item.time": lambda release: f"{timezone.localtime(release.due_at):%H:%M}",
}
SHEET: dict[str, Callable[[SheetFacts], str]] = {
    "sheet.unit": lambda sheet: sheet.unit,
    "sheet.date": lambda sheet: printed_day(sheet.day),
    "sheet.platforms": lambda sheet: "、".join(sheet.platforms),
}


def item_text(cell: FormCell, release: Release) -> str:
    """One cell of an item's row. A choice's value is printed as its label; an unknown name as nothing."""
    if cell.value.startswith(FIELD):
        value = str(dict(_facts(release).get("fields", ())).get(cell.value.removeprefix(FIELD), ""))
    else:
        value = ITEM.get(cell.value, lambda _release: "")(release)
    return dict(cell.choices).get(value, value).strip()


def sheet_text(cell: FormCell, sheet: SheetFacts) -> str:
    """One cell of the header; with choices, a box for each."""
    if cell.value == "sheet.platforms" and cell.choices:
        return "　　".join(
            f"{TICKED if value in sheet.platforms else BLANK}{label}" for value, label in cell.choices
        )
    return SHEET.get(cell.value, lambda _sheet: "")(sheet).strip()


def unknown_values(form: OfficialForm) -> list[FormCell]:
    """Cells that name nothing we can print: a mistake of the plugin's author."""
    rows = [cell for cell in form.row if not cell.value.startswith(FIELD) and cell.value not in ITEM]
    return [cell for cell in form.header if cell.value not in SHEET] + rows


def platform_cells(cells: Iterable[FormCell]) -> list[FormCell]:
    """Header cells with a box per platform."""
    return [cell for cell in cells if cell.value == "sheet.platforms" and cell.choices]
