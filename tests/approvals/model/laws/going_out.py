"""From the permit to the public, and back."""

from datetime import datetime

from approvals.model.laws.writing import Writing
from approvals.model.manuscripts import (
    Item,
    Release,
    Submission,
)


class GoingOut(Writing):
    """Acts of publishers, and of the worker."""

    def release(self, person: int | None, item: Item, due: datetime | None) -> str:
        submission = item.submission
        if submission is None or submission.state != "permitted" or submission.permit is None:
            return "no permit"
        if due is not None and due <= self.now:
            return "in the past"
        if person is None or person not in self.able(item, submission, len(submission.steps) - 1):
            return "may not"
        if self.missing_rules(submission):
            return "a book isn't loaded"
        self._decide_release(item, submission, due or self.now)
        return ""

    def _decide_release(self, item: Item, submission: Submission, due: datetime) -> None:
        permit = submission.permit
        assert permit is not None
        for older in item.releases:
            # Nobody took its package in these counties, so the new plan carries what it would have sent.
            older.carries = {}
        carries = {number: text for number, text in permit.content.texts if number not in item.sent()}
        submission.state = "released"
        made = Release(submission, permit, due, carries)
        item.releases.append(made)
        self._advance(item, made)

    def _advance(self, item: Item, made: Release) -> bool:
        if made.state != "running" or made.out or made.due > self.now:
            return False
        if made.permit.revoked:
            made.state = "held"
            return True
        if self.missing_rules(made.submission):
            return False
        made.out, item.live = True, made.permit.content
        item.published_upto = max(item.published_upto, made.permit.upto)
        return True

    def release_due(self) -> str:
        """The worker's round: what is timed and due goes out, or is held because its permit fell."""
        moved = [self._advance(item, each) for item in self.items for each in item.releases]
        return "" if any(moved) else "nothing due"

    def take_down(self, person: int, item: Item, reason: str) -> str:
        if not reason.strip() or not self.takes_down(person, item.draft.manager):
            return "may not"
        if item.live is None and not item.going_out:
            return "not public"
        item.live = None
        if item.standing_permit:
            item.standing_permit.revoked = True
        if item.submission and item.submission.state == "permitted":
            item.submission.state = "withdrawn"
        for each in item.releases:
            each.state = "taken down"
        return ""
