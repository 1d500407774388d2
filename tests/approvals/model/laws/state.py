"""What the model knows, and what can be asked of it without a manuscript on its way."""

from dataclasses import dataclass, field
from datetime import date, datetime

from approvals.model.manuscripts import (
    Content,
    FrozenStep,
    Item,
)
from approvals.model.organisation import Organisation
from approvals.model.ruling import Asked, Rules
from guanwei.api import Duty, Whose


@dataclass
class State:
    """The world as it ought to be."""

    people: Organisation
    rules: Rules
    now: datetime
    items: list[Item] = field(default_factory=list)
    closed_accounts: set[int] = field(default_factory=set)
    """Units whose account is closed."""

    @property
    def today(self) -> date:
        return self.now.date()

    def writes(self, person: int, units: set[int]) -> bool:
        return self.people.has_duty(person, Duty.WRITE, units, self.rules.roles(), self.today)

    def takes_down(self, person: int, manager: int) -> bool:
        above = set(self.people.line(manager))
        return self.people.has_duty(person, Duty.TAKE_DOWN, above, self.rules.roles(), self.today)

    def writes_somewhere(self, person: int) -> bool:
        if person in self.people.away:
            return False
        return person == self.people.root or self.writes(person, set(range(len(self.people.parents))))

    def asked_of(self, content: Content) -> tuple[tuple[Asked, ...] | None, str]:
        lines = [list(self.people.line(unit)) for unit in (content.supplier, content.manager)]
        return self.rules.steps(content, *lines)

    def frozen(self, steps: tuple[Asked, ...], content: Content) -> tuple[FrozenStep, ...]:
        """Where each post is held, and which steps wait together."""
        found: list[FrozenStep] = []
        for number, each in enumerate(steps):
            group = [one.step.group for one in steps]
            turn = group.index(each.step.group) if each.step.group else number
            size = group.count(each.step.group) if each.step.group else 1
            place = self.people.place(each.step.whose, content.supplier, content.manager)
            subject = content.category if each.step.whose is Whose.OVERSEER_OF_SUBJECT else ""
            found.append(FrozenStep(each.step, *place, turn, each.quorum or size, subject))
        return tuple(found)

    def contributors(self, item: Item, after: int, upto: int | None = None) -> set[int]:
        return set(item.contributions[after:upto])

    def seated(self, step: FrozenStep) -> set[int]:
        return self.people.signers(step.step.role, step.unit, step.overseer, self.today, step.subject)

    def unfit(self, content: Content) -> bool:
        """What stands against the content itself."""
        return content.manager in self.closed_accounts or any(
            not text.strip() for _number, text in content.texts
        )

    def vetoed(self, item: Item, content: Content) -> bool:
        return any(each.content == content and not each.lifted for each in item.vetoes)
