"""Rules switched on and off, installed and removed; time that passes."""

from datetime import timedelta

from approvals.model.laws.staffing import Staffing
from approvals.model.ruling import COUNTY, Say


class Switching(Staffing):
    """Acts of administrators on rules."""

    def switch_on(self, unit: int, book: str, mandatory: bool, reason: str) -> str:
        if book not in self.rules.loaded or not reason.strip():
            return "no"
        self.rules.says[unit, book] = Say(on=True, mandatory=mandatory)
        return ""

    def switch_off(self, unit: int, book: str, reason: str) -> str:
        if book == COUNTY or not reason.strip():
            return "no"
        above = [self.rules.says.get((each, book)) for each in self.people.line(unit)][1:]
        if any(each and each.on and each.mandatory for each in above):
            return "mandatory above"
        self.rules.says[unit, book] = Say(on=False, mandatory=False)
        return ""

    def install(self, book: str) -> str:
        self.rules.loaded ^= {book}
        return ""

    def wait(self, hours: int) -> str:
        self.now += timedelta(hours=hours)
        return ""
