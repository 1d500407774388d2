"""On the way to the permit."""

from dataclasses import dataclass

from approvals.model.acts.act import Act, Outcome, Stage
from approvals.model.laws import Model
from approvals.model.manuscripts import Content


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
