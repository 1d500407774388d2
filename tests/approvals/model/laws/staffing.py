"""Who holds what, what is lent, whose account is closed."""

from dataclasses import replace
from datetime import date

from approvals.model.laws.stopping import Stopping
from approvals.model.organisation import Holding, Lent
from guanwei.api import Duty

DECIDING = {Duty.REVIEW, Duty.RELEASE, Duty.TAKE_DOWN, Duty.ADMINISTER}


class Staffing(Stopping):
    """Acts of administrators on posts."""

    def appoint(self, holding: Holding) -> str:
        role = self.rules.roles().get(holding.role)
        if role is None or (holding.last is not None and holding.last < holding.first):
            return "no"
        outsider = holding.person in self.people.contractors
        if outsider and role.duties & DECIDING and not role.open_to_contractors:
            return "a contractor decides nothing"
        self.people.holdings.append(holding)
        return ""

    def end_post(self, number: int, last: date) -> str:
        self.people.holdings[number] = replace(self.people.holdings[number], last=last)
        return ""

    def lend(self, lent: Lent) -> str:
        holder = self.people.holdings[lent.holding].person
        if not lent.document.strip() or lent.last < lent.first:
            return "no"
        if lent.to == holder or lent.to in self.people.contractors:
            return "not to that person"
        self.people.lent.append(lent)
        return ""

    def take_back(self, number: int, day: date) -> str:
        self.people.lent[number] = replace(self.people.lent[number], revoked=day)
        return ""

    def switch_person(self, person: int) -> str:
        self.people.away ^= {person}
        return ""

    def close_account(self, unit: int) -> str:
        self.closed_accounts ^= {unit}
        return ""
