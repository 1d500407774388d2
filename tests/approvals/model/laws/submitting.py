"""Law L9: what nobody could sign isn't submitted."""

from itertools import combinations, product

from approvals.model.laws.going_out import GoingOut
from approvals.model.laws.words import holds, is_closed
from approvals.model.manuscripts import (
    FrozenStep,
    Item,
    Submission,
)
from guanwei.api import StepKind


class Submitting(GoingOut):
    """The beginning of a try."""

    def submit(self, person: int, item: Item) -> str:
        content = item.draft
        if not self.writes(person, {content.supplier, content.manager}):
            return "no writer"
        if self.unfit(content):
            return "unfit"
        if any(item.sent().get(number, text) != text for number, text in content.texts):
            return "changed after sending"
        if item.submission and item.submission.stands:
            return "stands already"
        steps, why = self.asked_of(content)
        if steps is None:
            return why
        frozen = self.frozen(steps, content)
        if not self.can_be_walked(item, frozen):
            return "nobody to sign"
        if self.vetoed(item, content):
            return "vetoed"
        lines = [list(self.people.line(unit)) for unit in (content.supplier, content.manager)]
        books = frozenset(self.rules.over(*lines))
        upto = len(item.contributions)
        item.tries.append(Submission(person, frozen, content, item.published_upto, upto, books))
        return ""

    def can_be_walked(self, item: Item, steps: tuple[FrozenStep, ...]) -> bool:
        """L9: of each turn enough steps can be signed, all reviews by different people."""
        wrote = self.contributors(item, item.published_upto)
        able = [
            self.seated(each) - (wrote if is_closed(each.step) and holds(each.step) else set())
            for each in steps
        ]
        turns = [
            [at for at, each in enumerate(steps) if each.turn == turn] for turn in {s.turn for s in steps}
        ]
        choices = [list(combinations(turn, steps[turn[0]].quorum)) for turn in turns]
        return any(
            self._enough(steps, able, [at for turn in chosen for at in turn]) for chosen in product(*choices)
        )

    def _enough(self, steps: tuple[FrozenStep, ...], able: list[set[int]], chosen: list[int]) -> bool:
        if any(len(able[at]) < steps[at].step.signatures for at in chosen):
            return False
        wanted = [
            combinations(sorted(able[at]), steps[at].step.signatures)
            for at in chosen
            if steps[at].step.kind is StepKind.REVIEW and holds(steps[at].step)
        ]
        people = ([person for some in one for person in some] for one in product(*wanted))
        return any(len(set(one)) == len(one) for one in people)
