"""Chance, and whom it may fall on."""

from collections.abc import Collection
from datetime import date, timedelta
from random import Random

from approvals.model.laws import Model
from approvals.model.manuscripts import Item
from approvals.model.worlds import PEOPLE


class Choices:
    """What every draw begins with."""

    def __init__(self, random: Random, model: Model, desk: tuple[int, int]) -> None:
        self.random, self.model, self.desk = random, model, desk
        self.units = len(model.people.parents)

    def chance(self, share: float) -> bool:
        return self.random.random() < share

    def anybody(self) -> int:
        return self.random.randrange(PEOPLE)

    def one_of(self, able: Collection[int]) -> int:
        """Somebody who may; anybody where nobody may, and sometimes anyway."""
        return self.random.choice(sorted(able)) if able and self.chance(0.8) else self.anybody()

    def number(self) -> int:
        return self.random.randrange(len(self.model.items))

    def writers(self, item: Item) -> set[int]:
        units = {item.draft.supplier, item.draft.manager}
        return {each for each in range(PEOPLE) if self.model.writes(each, units)}

    def day(self) -> date:
        return self.model.today + timedelta(days=self.random.choice((0, 0, -1, 1, 3)))
