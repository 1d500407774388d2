"""The acts, as plain data with concrete persons and items, so that a failing row of them can be shortened.

An act that has lost what it acts on, because the acts before it were left out, is void.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from approvals.model.laws import Model
from approvals.model.manuscripts import Content
from approvals.model.office import Office
from approvals.model.organisation import Holding, Lent

Outcome = tuple[str, bool]
"""Why the model refuses (empty: it does it), and whether the product refused."""


@dataclass
class Stage:
    """Both sides of one county."""

    model: Model
    office: Office


class Act:
    """Something done, by both sides."""

    kind: ClassVar[str]
    about_items: ClassVar[bool] = True
    """Whether it can change an item at once; what the others change shows in the acts that follow."""

    def possible(self, model: Model) -> bool:
        """Whether there still is what it acts on."""
        return getattr(self, "item", -1) < len(model.items)

    def play(self, stage: Stage) -> Outcome:
        raise NotImplementedError


@dataclass(frozen=True)
class Write(Act):
    """At the desk, where rights are asked, or with the shell, where they aren't."""

    kind = "write"
    person: int
    content: Content
    desk: bool = True

    def play(self, stage: Stage) -> Outcome:
        refused = stage.office.write(self.person, self.content, self.desk)
        return stage.model.write(self.person, self.content, self.desk), refused


@dataclass(frozen=True)
class Edit(Act):
    kind = "edit"
    person: int
    item: int
    content: Content
    desk: bool

    def play(self, stage: Stage) -> Outcome:
        refused = stage.office.edit(self.person, self.item, self.content, self.desk)
        return stage.model.edit(self.person, stage.model.items[self.item], self.content, self.desk), refused


@dataclass(frozen=True)
class Submit(Act):
    kind = "submit"
    person: int
    item: int

    def play(self, stage: Stage) -> Outcome:
        refused = stage.office.submit(self.person, self.item)
        return stage.model.submit(self.person, stage.model.items[self.item]), refused


@dataclass(frozen=True)
class Sign(Act):
    """``seen`` is what stood on the signer's screen."""

    kind = "sign"
    person: int
    item: int
    at: int
    seen: Content
    ticked: bool = True
    opinion: str = ""

    def possible(self, model: Model) -> bool:
        known = super().possible(model) and model.items[self.item].submission
        return bool(known) and self.at < len(known.steps) and self.seen in model.items[self.item].shown

    def play(self, stage: Stage) -> Outcome:
        said = (self.at, self.seen, self.ticked, self.opinion)
        refused = stage.office.sign(self.person, self.item, *said)
        return stage.model.sign(self.person, stage.model.items[self.item], *said), refused


@dataclass(frozen=True)
class Confirm(Act):
    """For the supplying unit, of what was changed in review."""

    kind = "confirm"
    person: int
    item: int
    seen: Content

    def possible(self, model: Model) -> bool:
        return super().possible(model) and self.seen in model.items[self.item].shown

    def play(self, stage: Stage) -> Outcome:
        refused = stage.office.confirm(self.person, self.item, self.seen)
        return stage.model.confirm(self.person, stage.model.items[self.item], self.seen), refused


@dataclass(frozen=True)
class VetoIt(Act):
    kind = "veto"
    person: int
    item: int
    at: int
    reason: str = "不宜公开"

    def possible(self, model: Model) -> bool:
        known = super().possible(model) and model.items[self.item].submission
        return bool(known) and self.at < len(known.steps)

    def play(self, stage: Stage) -> Outcome:
        refused = stage.office.veto(self.person, self.item, self.at, self.reason)
        return stage.model.veto(self.person, stage.model.items[self.item], self.at, self.reason), refused


@dataclass(frozen=True)
class LiftVeto(Act):
    kind = "lift a veto"
    person: int
    item: int
    number: int
    reason: str = "情况已核实"

    def possible(self, model: Model) -> bool:
        return super().possible(model) and self.number < len(model.items[self.item].vetoes)

    def play(self, stage: Stage) -> Outcome:
        refused = stage.office.lift_veto(self.person, self.item, self.number, self.reason)
        item = stage.model.items[self.item]
        return stage.model.lift_veto(self.person, item, self.number, self.reason), refused


@dataclass(frozen=True)
class SendBack(Act):
    kind = "send back"
    person: int
    item: int
    reason: str = "请补充出处"

    def play(self, stage: Stage) -> Outcome:
        refused = stage.office.send_back(self.person, self.item, self.reason)
        return stage.model.send_back(self.person, stage.model.items[self.item], self.reason), refused


@dataclass(frozen=True)
class Withdraw(Act):
    kind = "withdraw"
    person: int
    item: int
    reason: str = "再改一稿"

    def play(self, stage: Stage) -> Outcome:
        refused = stage.office.withdraw(self.person, self.item, self.reason)
        return stage.model.withdraw(self.person, stage.model.items[self.item], self.reason), refused


@dataclass(frozen=True)
class Release(Act):
    """By nobody (``person`` None), or by somebody; at once or at a time."""

    kind = "release"
    person: int | None
    item: int
    due: datetime | None = None

    def play(self, stage: Stage) -> Outcome:
        refused = stage.office.release(self.person, self.item, self.due)
        return stage.model.release(self.person, stage.model.items[self.item], self.due), refused


@dataclass(frozen=True)
class TakeDown(Act):
    kind = "take down"
    person: int
    item: int
    reason: str = "内容有误"

    def play(self, stage: Stage) -> Outcome:
        refused = stage.office.take_down(self.person, self.item, self.reason)
        return stage.model.take_down(self.person, stage.model.items[self.item], self.reason), refused


@dataclass(frozen=True)
class Round(Act):
    """The worker looks for timed releases; with none due it does nothing."""

    kind = "round of the worker"

    def play(self, stage: Stage) -> Outcome:
        refused = stage.office.release_due()
        return stage.model.release_due(), refused


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


@dataclass(frozen=True)
class SwitchOn(Act):
    kind = "switch on"
    about_items = False
    unit: int
    book: str
    mandatory: bool = False
    reason: str = "试行"

    def play(self, stage: Stage) -> Outcome:
        said = (self.unit, self.book, self.mandatory, self.reason)
        return stage.model.switch_on(*said), stage.office.switch_on(*said)


@dataclass(frozen=True)
class SwitchOff(Act):
    kind = "switch off"
    about_items = False
    unit: int
    book: str
    reason: str = "停用"

    def play(self, stage: Stage) -> Outcome:
        said = (self.unit, self.book, self.reason)
        return stage.model.switch_off(*said), stage.office.switch_off(*said)


@dataclass(frozen=True)
class Install(Act):
    """A plugin vanishes, or comes back."""

    kind = "install or remove a plugin"
    about_items = False
    book: str

    def play(self, stage: Stage) -> Outcome:
        said = stage.model.install(self.book)
        return said, stage.office.install(stage.model.rules.books.values(), stage.model.rules.loaded)


@dataclass(frozen=True)
class GoRound(Act):
    """A way past the engine by somebody with the shell or the database: see ``Office.go_round``."""

    kind = "go round the gate"
    person: int
    item: int
    way: str

    def play(self, stage: Stage) -> Outcome:
        return "nobody may", stage.office.go_round(self.person, self.item, self.way)


# What no law stands against, and what no law allows; all the others occur on both sides.
ALWAYS_DONE = (EndPost, TakeBack, SwitchPerson, CloseAccount, Install, Wait)
NEVER_DONE = (GoRound,)
