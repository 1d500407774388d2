"""Writing, editing, submitting."""

from dataclasses import dataclass

from approvals.model.acts.act import Act, Outcome, Stage
from approvals.model.manuscripts import Content


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
