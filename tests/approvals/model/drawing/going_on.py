"""What somebody may do with a manuscript in review."""

from dataclasses import replace

from approvals.model import acts
from approvals.model.acts import Act
from approvals.model.drawing.articles import TEXTS, TITLES
from approvals.model.drawing.beginning import Beginning
from approvals.model.manuscripts import Submission
from approvals.model.worlds import PEOPLE


class GoingOn(Beginning):
    """Sign or release, more often than not."""

    def go_on(self, number: int, submission: Submission) -> Act:
        """In review or permitted: sign or release, more often than not."""
        item = self.model.items[number]
        edits = any(submission.steps[at].step.may_edit for at in self.model.waiting(item, submission))
        if submission.state == "open" and self.chance(0.3 if edits else 0.1):
            return self.edit_in_review(number, submission)
        waiting = self.model.waiting(item, submission)
        at = self.random.choice(waiting)
        unconfirmed = self.model.unconfirmed(item, submission, at)
        if unconfirmed and (self.chance(0.4) or not self.model.unsigned(item, submission, at)):
            units = {submission.content.supplier}
            able = {each for each in range(PEOPLE) if self.model.writes(each, units)}
            return acts.Confirm(self.one_of(able), number, item.draft)
        able = self.model.able(item, submission, at)
        if self.chance(0.6):
            able -= self._signed_at(submission, at)
        if not able and self.chance(0.5):
            return self.appoint_to(submission.steps[at])
        vetoes = [each for each, one in enumerate(submission.steps) if one.step.veto]
        if vetoes and self.chance(0.2):
            return acts.VetoIt(self.one_of(self.model.seated(submission.steps[vetoes[0]])), number, vetoes[0])
        if self.chance(0.06):
            return acts.SendBack(self.one_of(able), number)
        if submission.state == "permitted":
            return self.release(number)
        return acts.Sign(self.one_of(able), number, at, item.draft)

    def _signed_at(self, submission: Submission, at: int) -> set[int]:
        """Where several must sign, mostly somebody who didn't yet."""
        several = submission.steps[at].step.signatures > 1
        return {each.person for each in submission.signed if each.at == at} if several else set()

    def edit_in_review(self, number: int, submission: Submission) -> Act:
        """Where a step may edit, mostly by its reviewer; of the text, not of the facts."""
        item = self.model.items[number]
        may = [at for at in self.model.waiting(item, submission) if submission.steps[at].step.may_edit]
        if not may or self.chance(0.3):
            return self.edit(number)
        said = item.draft.said(1, self.random.choice(TEXTS[:3]))
        changed = self.random.choice((said, replace(item.draft, title=self.random.choice(TITLES))))
        return acts.Edit(self.one_of(self.model.able(item, submission, may[0])), number, changed, False)
