"""Ends of a try other than release: sent back, withdrawn, vetoed."""

from approvals.model.laws.signing import Signing
from approvals.model.manuscripts import (
    Item,
    Submission,
    Veto,
)


class Stopping(Signing):
    """Acts of those who sign, and of the submitter."""

    def veto(self, person: int, item: Item, at: int, reason: str) -> str:
        """By a holder of the post, from submission to release; having written it is no bar to refusing it."""
        submission = item.submission
        if not reason.strip() or submission is None or not submission.stands:
            return "no"
        if not submission.steps[at].step.veto:
            return "no veto"
        if person not in self.seated(submission.steps[at]):
            return "may not"
        content = submission.permit.content if submission.permit else item.draft
        item.vetoes.append(Veto(submission.steps[at], content))
        self._end(submission, "vetoed")
        return ""

    def lift_veto(self, person: int, item: Item, number: int, reason: str) -> str:
        stands = item.vetoes[number]
        if not reason.strip() or stands.lifted:
            return "no"
        if person not in self.seated(stands.step):
            return "may not"
        stands.lifted = True
        return ""

    def send_back(self, person: int, item: Item, reason: str) -> str:
        submission = item.submission
        if not reason.strip() or submission is None or not submission.stands:
            return "no"
        if not any(person in self.able(item, submission, at) for at in self.waiting(item, submission)):
            return "may not"
        self._end(submission, "returned")
        return ""

    def withdraw(self, person: int, item: Item, reason: str) -> str:
        submission = item.submission
        if not reason.strip() or submission is None or not submission.stands:
            return "no"
        if submission.by != person:
            return "not the submitter"
        self._end(submission, "withdrawn")
        return ""

    def _end(self, submission: Submission, state: str) -> None:
        submission.state = state
        if submission.permit:
            submission.permit.revoked = True
