"""From the permit to the public, and ways around."""

from dataclasses import dataclass
from datetime import datetime

from approvals.model.acts.act import Act, Outcome, Stage


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
class GoRound(Act):
    """A way past the engine by somebody with the shell or the database: see ``Office.go_round``."""

    kind = "go round the gate"
    person: int
    item: int
    way: str

    def play(self, stage: Stage) -> Outcome:
        return "nobody may", stage.office.go_round(self.person, self.item, self.way)
