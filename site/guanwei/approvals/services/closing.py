"""Ends of a submission other than release: sent back, withdrawn, lapsed."""

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from guanwei.api import Refusal
from guanwei.approvals.models import Return, Submission, SubmissionState
from guanwei.approvals.queries.standing import standing
from guanwei.approvals.services.asking_units import end_askings
from guanwei.approvals.services.permits import revoke
from guanwei.approvals.services.seating import desk_of
from guanwei.approvals.signals import closed
from guanwei.approvals.subjects import draft_of, snapshot_of
from guanwei.audit import clock
from guanwei.audit.acting import acting
from guanwei.audit.models import Snapshot
from guanwei.audit.wording import on_record
from guanwei.organisations.models import Person

REASON_CHARS = 500
FACTS_CHANGED = gettext_lazy("送审后改动了稿件的基本事实，流程须重新判定；请重新提交。")
STANDING = (SubmissionState.OPEN, SubmissionState.PERMITTED)


def close(submission: Submission, state: SubmissionState, reason: str) -> None:
    """Move ``submission`` to an end state and tell who listens."""
    submission.state = state
    submission.closed_at = clock.now()
    submission.closing_reason = reason[:300]
    submission.save()
    end_askings(submission)
    closed.send(Submission, submission=submission, reason=reason)


def stop(submission: Submission, state: SubmissionState, by: Person | None, reason: str) -> None:
    """Close a submission that stands; a permit that it has already falls with it."""
    if submission.state == SubmissionState.PERMITTED:
        revoke(submission.permit, by, reason)
    close(submission, state, reason.strip())


def lapse(submission: Submission) -> None:
    """A changed fact voids every signature: other rules may ask for other steps."""
    close(submission, SubmissionState.LAPSED, on_record(FACTS_CHANGED))


def refusals_of_reason(reason: str) -> list[Refusal]:
    """None is no reason, nor is one that fits no form."""
    if not reason.strip():
        return [Refusal(_("请写明理由，编辑要据此修改。"))]
    if len(reason) > REASON_CHARS:
        return [Refusal(_("理由请控制在%(limit)d字以内。") % {"limit": REASON_CHARS})]
    return []


def standing_one(submission_id: int) -> tuple[Submission, list[Refusal]]:
    """The submission, locked, and why nobody can stop it any more."""
    submission = Submission.objects.select_for_update().get(pk=submission_id)
    if submission.state in STANDING:
        return submission, []
    said = _("这份稿件已不在审核中（%(state)s），不能再停下。") % {"state": submission.get_state_display()}
    return submission, [Refusal(said)]


def said_now(submission: Submission) -> Snapshot:
    """What the draft says at this moment; what was submitted where it is gone."""
    draft = draft_of(submission.family, submission.object_id)
    return snapshot_of(draft) if draft is not None else submission.snapshot


def send_back(submission_id: int, by: Person, reason: str) -> list[Refusal]:
    """退回修改: by whoever may sign a step at which the submission waits."""
    refusals = refusals_of_reason(reason)
    if refusals:
        return refusals
    with transaction.atomic(), acting(by, reason):
        submission, refusals = standing_one(submission_id)
        if refusals:
            return refusals
        now = standing(submission)
        waiting = [each.step for each in now.waiting(submission.position)]
        step, seat, refusals = desk_of(by, waiting, now)
        if refusals or seat is None or step is None:
            return refusals
        Return.objects.create(
            submission=submission,
            step=step,
            person=by,
            appointment=seat.appointment,
            delegation=seat.delegation,
            snapshot=said_now(submission),
            decided_at=clock.now(),
            reason=reason.strip(),
        )
        stop(submission, SubmissionState.RETURNED, by, reason)
    return []


def withdraw(submission_id: int, by: Person, reason: str) -> list[Refusal]:
    """撤回送审: by whoever submitted it."""
    refusals = refusals_of_reason(reason)
    if refusals:
        return refusals
    with transaction.atomic(), acting(by, reason):
        submission, refusals = standing_one(submission_id)
        if refusals:
            return refusals
        if submission.submitted_by_id != by.pk:
            return [
                Refusal(
                    _("只有提交人%(person)s可以撤回；需要停下来，请审核人退回。")
                    % {"person": submission.submitted_by}
                )
            ]
        stop(submission, SubmissionState.WITHDRAWN, by, reason)
    return []
