"""Which sheet a request asks for: unit, form and day, or one sentence about what is wrong with them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from guanwei.api import OfficialForm, Refusal
from guanwei.audit import clock
from guanwei.console.sheets.reach import Desk

# Earlier days hold nothing, and the calendar's ends can't be reckoned with.
FIRST_DAY = date(2000, 1, 1)


@dataclass(frozen=True, slots=True)
class Asked:
    """One form of one unit on one day."""

    desk: Desk
    form: OfficialForm
    day: date

    def query(self) -> str:
        """The same as an address's query."""
        return urlencode({"unit": self.desk.unit.slug, "form": self.form.id, "day": self.day.isoformat()})


def asked(said: Mapping[str, str], desks: Sequence[Desk]) -> tuple[Asked | None, list[Refusal]]:
    """What ``said`` (the request's fields) asks for. Without a word: the first unit's first form, today."""
    desk = next((each for each in desks if said.get("unit", desks[0].unit.slug) == each.unit.slug), None)
    if desk is None:
        names = _("、").join(str(each.unit) for each in desks)
        return None, [Refusal(_("您只能办理%(names)s的审批表；请从列表里选择单位。") % {"names": names})]
    form = next((each for each in desk.forms if said.get("form") in (each.id, None, "")), None)
    if form is None:
        return None, [Refusal(_("%(unit)s没有这种表格；请从列表里选择。") % {"unit": desk.unit})]
    day = _day(said.get("day", ""))
    if day is None:
        return None, [Refusal(_("发布日期没有填对；请填今天或以前的日期，例如2026-03-05。"))]
    return Asked(desk, form, day), []


def _day(text: str) -> date | None:
    """The day; today where nothing is said; None where it is no day or still to come."""
    if not text:
        return clock.today()
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if FIRST_DAY <= day <= clock.today() else None
