"""Anything that can be tried with posts, accounts and rules."""

from datetime import timedelta

from approvals.model import acts
from approvals.model.acts import Act
from approvals.model.books import CATEGORIES, NAMES
from approvals.model.drawing.signatures import Signatures
from approvals.model.organisation import Holding, Lent
from approvals.model.ruling import COUNTY


class Offices(Signatures):
    """Also what is no use."""

    def wait(self) -> Act:
        return acts.Wait(self.random.choice((1, 4, 15, 24, 50)))

    def appoint(self) -> Act:
        """Also backwards, to a contractor, to a role that nobody declares."""
        books = self.model.rules.books.values()
        roles = [each.id for book in books for each in book.roles] + ["nobody.role"]
        units = frozenset(unit for unit in range(self.units) if self.chance(0.3))
        last = self.day() if self.chance(0.5) else None
        unit = self.random.randrange(self.units)
        subjects = frozenset(each for each in CATEGORIES if self.chance(0.4))
        role = self.random.choice(roles)
        return acts.Appoint(Holding(self.anybody(), role, unit, self.day(), last, units, subjects))

    def end_post(self) -> Act:
        return acts.EndPost(self.random.randrange(len(self.model.people.holdings)), self.day())

    def lend(self) -> Act:
        """Mostly a post of the item's steps; to anybody: the holder, a contractor, somebody who was lent one."""
        holdings = self.model.people.holdings
        asked = {
            step.step.role for item in self.model.items if item.submission for step in item.submission.steps
        }
        posts = [number for number, each in enumerate(holdings) if each.role in asked]
        post = (
            self.random.choice(posts) if posts and self.chance(0.8) else self.random.randrange(len(holdings))
        )
        first, last = self.day(), self.day() + timedelta(days=self.random.choice((3, 3, 0)))
        return acts.Lend(Lent(post, self.anybody(), first, last, "授权书" if self.chance(0.85) else " "))

    def take_back(self) -> Act:
        lent = self.model.people.lent
        return acts.TakeBack(self.random.randrange(len(lent)), self.day()) if lent else self.lend()

    def switch_person(self) -> Act:
        return acts.SwitchPerson(self.anybody())

    def close_account(self) -> Act:
        return acts.CloseAccount(self.random.randrange(self.units))

    def switch_on(self) -> Act:
        reason = "试行" if self.chance(0.8) else " "
        unit, book = self.random.randrange(self.units), self.random.choice((*NAMES, "nobody"))
        return acts.SwitchOn(unit, book, self.chance(0.25), reason)

    def switch_off(self) -> Act:
        unit, book = self.random.randrange(self.units), self.random.choice((*NAMES, *NAMES, COUNTY))
        return acts.SwitchOff(unit, book, "停用" if self.chance(0.8) else "")

    def install(self) -> Act:
        return acts.Install(self.random.choice(NAMES))
