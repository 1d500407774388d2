"""What somebody may do with a manuscript that is not in review."""

from dataclasses import replace

from approvals.model import acts
from approvals.model.acts import Act
from approvals.model.books import CATEGORIES, NAMES
from approvals.model.drawing.articles import TEXTS
from approvals.model.drawing.offices import Offices
from approvals.model.manuscripts import FrozenStep, Item
from approvals.model.organisation import Holding
from approvals.model.ruling import COUNTY


class Beginning(Offices):
    """Submit, or mend what stands in the way."""

    def begin(self, number: int) -> Act:
        """Out of review: submit, or mend what stands in its way; or take down what is live."""
        item = self.model.items[number]
        due = [each for each in item.releases if each.state == "running" and not each.out]
        if due and self.chance(0.6):
            return acts.Round() if due[0].due <= self.model.now else acts.Wait(24)
        if (item.live or item.going_out) and self.chance(0.3):
            return self.take_down(number)
        stand = [at for at, each in enumerate(item.vetoes) if not each.lifted and each.content == item.draft]
        if stand and self.chance(0.5):
            return acts.LiftVeto(self.one_of(self.model.seated(item.vetoes[stand[0]].step)), number, stand[0])
        if stand and self.chance(0.6):
            # As if nobody had refused it.
            return acts.Submit(self.one_of(self.writers(item)), number)
        if self.model.unfit(item.draft):
            return acts.Edit(
                self.one_of(self.writers(item)), number, item.draft.said(1, TEXTS[0]).said(2, TEXTS[1]), True
            )
        if item.tries and self.chance(0.4):
            return self.edit(number)
        if self.chance(0.8):
            return self.smooth(number) or acts.Submit(self.one_of(self.writers(item)), number)
        return acts.Submit(self.one_of(self.writers(item)), number)

    def smooth(self, number: int) -> Act | None:
        """What takes a hindrance out of the way: a writer, a signer, a switch, the old text."""
        item = self.model.items[number]
        _steps, why = self.model.asked_of(item.draft)
        if not self.writers(item):
            unit = item.draft.supplier
            return acts.Appoint(Holding(self.anybody(), f"{COUNTY}.editor", unit, self.day()))
        if why and self.chance(0.5):
            return acts.SwitchOff(self.random.randrange(self.units), self.random.choice(NAMES))
        if why:
            return acts.Edit(0, number, replace(item.draft, category=self.random.choice(CATEGORIES)), False)
        changed = [each for each in item.sent().items() if each not in item.draft.texts]
        if changed:
            return acts.Edit(self.one_of(self.writers(item)), number, item.draft.said(*changed[0]), True)
        return self.fill_a_post(item)

    def fill_a_post(self, item: Item) -> Act | None:
        """Appoint somebody where nobody could sign."""
        steps, _why = self.model.asked_of(item.draft)
        frozen = self.model.frozen(steps or (), item.draft)
        if not frozen or self.model.can_be_walked(item, frozen) or self.chance(0.3):
            return None
        step = self.random.choice(frozen)
        return self.appoint_to(step)

    def appoint_to(self, step: FrozenStep) -> Act:
        """Mostly for the subject that the step asks for."""
        oversees = frozenset({step.unit}) if step.overseer else frozenset[int]()
        subjects = frozenset({step.subject if self.chance(0.8) else self.random.choice(CATEGORIES)})
        if not step.subject:
            subjects = frozenset()
        role = step.step.role
        return acts.Appoint(Holding(self.anybody(), role, step.unit, self.day(), None, oversees, subjects))
