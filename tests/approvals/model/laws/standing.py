"""Law L2 as questions: who signed, what still waits, who may."""

from approvals.model.laws.state import State
from approvals.model.laws.words import confirmers, holds, is_closed
from approvals.model.manuscripts import (
    Item,
    Parts,
    Submission,
)
from guanwei.api import Step, StepKind


class Standing(State):
    """How a try stands."""

    def barred(self, item: Item, submission: Submission, step: Step) -> set[int]:
        """L2: whoever contributed doesn't review, unless the step is open to it. What a reviewer changes on
        the way, where the step lets them, the supplying unit confirms.
        """
        if not is_closed(step):
            return set()
        return self.contributors(item, submission.after, submission.upto if step.may_edit else None)

    def changed_in_review(self, item: Item, submission: Submission) -> Parts:
        submitted = submission.content.parts()
        return {name: said for name, said in item.draft.parts().items() if submitted.get(name) != said}

    def unsigned(self, item: Item, submission: Submission, at: int) -> Parts:
        """Parts that lack a signature of step ``at`` as they stand."""
        wanted = submission.steps[at].step.signatures
        parts = item.draft.parts()
        signers = {name: self.signers_of(item, submission, at, name) for name in parts}
        return {name: said for name, said in parts.items() if len(signers[name]) < wanted}

    def signers_of(self, item: Item, submission: Submission, at: int, part: str) -> set[int]:
        """Different people who signed the part as it stands, and whose signature counts."""
        step, said = submission.steps[at].step, item.draft.parts()[part]
        out = self.barred(item, submission, step)
        out = out | (self.confirmed_alone(item, submission) if step.may_edit else set())
        return {
            each.person
            for each in submission.signed
            if each.at == at and each.person not in out and each.parts.get(part) == said
        }

    def unconfirmed(self, item: Item, submission: Submission, at: int) -> Parts:
        """Parts changed in review for which the supplying unit hasn't spoken, at a step that may edit."""
        if not submission.steps[at].step.may_edit:
            return {}
        changed = self.changed_in_review(item, submission)
        return {name: said for name, said in changed.items() if not confirmers(submission, name, said)}

    def confirmed_alone(self, item: Item, submission: Submission) -> set[int]:
        """Whoever alone stood by a change can't be the one who reviews it."""
        changed = self.changed_in_review(item, submission)
        spoke = [confirmers(submission, name, said) for name, said in changed.items()]
        return {person for people in spoke if len(people) == 1 for person in people}

    def signed(self, item: Item, submission: Submission, at: int) -> bool:
        return not self.unsigned(item, submission, at) and not self.unconfirmed(item, submission, at)

    def waits_at(self, item: Item, submission: Submission) -> int:
        """The turn that acts next: the first whose quorum isn't reached, or the release."""
        for each in submission.steps:
            turn = [
                number
                for number, one in enumerate(submission.steps)
                if one.turn == each.turn and holds(one.step)
            ]
            done = sum(self.signed(item, submission, number) for number in turn)
            if each.step.kind is StepKind.RELEASE or (turn and done < each.quorum):
                return each.turn
        return len(submission.steps)

    def position(self, item: Item, submission: Submission) -> int:
        """Where a try that stands waits: a permitted one at its release, which is the last."""
        permitted = submission.state == "permitted"
        return len(submission.steps) - 1 if permitted else self.waits_at(item, submission)

    def waiting(self, item: Item, submission: Submission) -> list[int]:
        """The steps that wait together now."""
        turn = self.position(item, submission)
        return [
            number
            for number, each in enumerate(submission.steps)
            if each.turn == turn
            and (each.step.kind is StepKind.RELEASE or not self.signed(item, submission, number))
        ]

    def able(self, item: Item, submission: Submission, at: int) -> set[int]:
        """Who may decide at step ``at`` now (law L2)."""
        frozen = submission.steps[at]
        people = self.seated(frozen) - self.barred(item, submission, frozen.step)
        if frozen.step.kind is StepKind.REVIEW:
            people -= {
                each.person
                for each in submission.signed
                if each.at != at and submission.steps[each.at].step.kind is StepKind.REVIEW
            }
        return people

    def missing_rules(self, submission: Submission) -> bool:
        units = (submission.content.supplier, submission.content.manager)
        return self.rules.missing(*(list(self.people.line(unit)) for unit in units))

    def unheard(self, item: Item, submission: Submission) -> bool:
        """A text changed in review is judged by the books that were asked before: are they all there?"""
        return item.draft != submission.content and not submission.books <= self.rules.loaded
