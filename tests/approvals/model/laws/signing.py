"""The way to the permit: signatures, and the supplying unit's word for what was changed in review."""

from approvals.model.laws.submitting import Submitting
from approvals.model.laws.words import holds
from approvals.model.manuscripts import (
    Confirmed,
    Content,
    Item,
    Permit,
    SignedOff,
    Submission,
)
from guanwei.api import StepKind


class Signing(Submitting):
    """Acts of those who sign."""

    def sign(self, person: int, item: Item, at: int, seen: Content, ticked: bool, opinion: str) -> str:
        submission = item.submission
        if submission is None or submission.state != "open":
            return "not open"
        step = submission.steps[at].step
        its_turn = submission.steps[at].turn == self.waits_at(item, submission) or not holds(step)
        if not its_turn or len(opinion) > 300:
            return "not its turn"
        if step.kind is StepKind.RELEASE:
            return "a release isn't signed"
        why = self._unreadable(item, submission, seen)
        if why:
            return why
        if person not in self.able(item, submission, at):
            return "may not"
        fresh = {
            name: said
            for name, said in self.unsigned(item, submission, at).items()
            if person not in self.signers_of(item, submission, at, name)
        }
        if not fresh:
            return "signed already"
        if not ticked and any(each.binding for each in step.checklist):
            return "open box"
        submission.signed.append(SignedOff(at, person, fresh))
        self._move_on(item, submission)
        return ""

    def _unreadable(self, item: Item, submission: Submission, seen: Content) -> str:
        if self.missing_rules(submission) or self.unheard(item, submission):
            return "a book isn't loaded"
        if seen != item.draft:
            return "stale"
        if self.vetoed(item, seen):
            return "edited back into what was vetoed"
        return "unfit" if self.unfit(item.draft) else ""

    def _move_on(self, item: Item, submission: Submission) -> None:
        waits = self.waits_at(item, submission)
        if waits == len(submission.steps) or submission.steps[waits].step.kind is StepKind.RELEASE:
            self._permit(item, submission)

    def _permit(self, item: Item, submission: Submission) -> None:
        if item.standing_permit:
            item.standing_permit.revoked = True
        submission.permit = Permit(item.draft, len(item.contributions))
        submission.state = "permitted"
        if all(each.step.kind is not StepKind.RELEASE for each in submission.steps):
            self._decide_release(item, submission, self.now)

    def confirm(self, person: int, item: Item, seen: Content) -> str:
        """The supplying unit stands by what was changed in review."""
        submission = item.submission
        if submission is None or submission.state != "open":
            return "not open"
        asked = [at for at in self.waiting(item, submission) if self.unconfirmed(item, submission, at)]
        if not asked:
            return "nothing to confirm"
        why = self._unreadable(item, submission, seen)
        if why:
            return why
        if person in self.seated(submission.steps[asked[0]]):
            return "reviews it"
        if not self.writes(person, {submission.content.supplier}):
            return "no writer"
        submission.confirmed.append(Confirmed(person, self.unconfirmed(item, submission, asked[0])))
        self._move_on(item, submission)
        return ""
