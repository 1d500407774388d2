"""Posts, accounts, and days that pass."""

from dataclasses import dataclass
from datetime import date

from approvals.model.acts.act import Act, Outcome, Stage
from approvals.model.laws import Model
from approvals.model.organisation import Holding, Lent


@dataclass(frozen=True)
class Wait(Act):
    kind = "wait"
    about_items = False
    hours: int

    def play(self, stage: Stage) -> Outcome:
        return stage.model.wait(self.hours), False


@dataclass(frozen=True)
class Appoint(Act):
    kind = "appoint"
    about_items = False
    holding: Holding

    def play(self, stage: Stage) -> Outcome:
        refused = stage.office.appoint(self.holding)
        return stage.model.appoint(self.holding), refused


@dataclass(frozen=True)
class EndPost(Act):
    kind = "end a post"
    about_items = False
    holding: int
    last: date

    def possible(self, model: Model) -> bool:
        return self.holding < len(model.people.holdings)

    def play(self, stage: Stage) -> Outcome:
        refused = stage.office.end_post(self.holding, self.last)
        return stage.model.end_post(self.holding, self.last), refused


@dataclass(frozen=True)
class Lend(Act):
    kind = "lend a post"
    about_items = False
    lent: Lent

    def possible(self, model: Model) -> bool:
        return self.lent.holding < len(model.people.holdings)

    def play(self, stage: Stage) -> Outcome:
        refused = stage.office.lend(self.lent)
        return stage.model.lend(self.lent), refused


@dataclass(frozen=True)
class TakeBack(Act):
    kind = "take a post back"
    about_items = False
    lent: int
    day: date

    def possible(self, model: Model) -> bool:
        return self.lent < len(model.people.lent)

    def play(self, stage: Stage) -> Outcome:
        refused = stage.office.take_back(self.lent, self.day)
        return stage.model.take_back(self.lent, self.day), refused


@dataclass(frozen=True)
class SwitchPerson(Act):
    kind = "switch a person's account"
    about_items = False
    person: int

    def play(self, stage: Stage) -> Outcome:
        return stage.model.switch_person(self.person), stage.office.switch_person(self.person)


@dataclass(frozen=True)
class CloseAccount(Act):
    kind = "close or open a channel account"
    about_items = False
    unit: int

    def play(self, stage: Stage) -> Outcome:
        return stage.model.close_account(self.unit), stage.office.close_account(self.unit)
