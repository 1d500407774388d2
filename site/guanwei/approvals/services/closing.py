"""Ends of a submission other than release: sent back, withdrawn, lapsed."""

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from guanwei.api import Refusal, StepKind
from guanwei.approvals.models import Return, Submission, SubmissionState
from guanwei.approvals.queries.standing import standing
from guanwei.approvals.services.seating import seat_at
from guanwei.approvals.signals import closed
from guanwei.approvals.subjects import draft_of, snapshot_of
from guanwei.audit import clock
from guanwei.audit.acting import acting
from guanwei.audit.wording import on_record
from guanwei.organisations.models import Person

REASON_CHARS = 500
FACTS_CHANGED = gettext_lazy("送审后改动了稿件的基本事实，流程须重新判定；请重新提交。")


def close(submission: Submission, state: SubmissionState, reason: str) -> None:
    """Move ``submission`` to an end state and tell who listens."""
    submission.state = state
    submission.closed_at = clock.now()
    submission.closing_reason = reason[:300]
    submission.save()
    closed.send(Submission, submission=submission, reason=reason)


def lapse(submission: Submission) -> None:
    """A changed fact voids every signature: other rules may ask for other steps."""
    close(submission, SubmissionState.LAPSED, on_record(FACTS_CHANGED))


def _reason_refusal(reason: str) -> list[Refusal]:
    if not reason.strip():
        return [Refusal(_("请写明理由，编辑要据此修改。"))]
    if len(reason) > REASON_CHARS:
        return [Refusal(_("理由请控制在%(limit)d字以内。") % {"limit": REASON_CHARS})]
    return []


def send_back(submission_id: int, by: Person, reason: str) -> list[Refusal]:
    """退回修改: by whoever may sign the step at which the submission waits."""
    refusals = _reason_refusal(reason)
    if refusals:
        return refusals
    with transaction.atomic(), acting(by, reason):
        submission = Submission.objects.select_for_update().get(pk=submission_id)
        if submission.state not in (SubmissionState.OPEN, SubmissionState.PERMITTED):
            return [
                Refusal(
                    _("这份稿件已不在审核中（%(state)s），不用退回。")
                    % {"state": submission.get_state_display()}
                )
            ]
        now = standing(submission)
        step = submission.steps.filter(position=submission.position).first()
        seat, refusals = seat_at(step, by, now)
        if refusals or seat is None or step is None:
            return refusals
        draft = draft_of(submission.family, submission.object_id)
        Return.objects.create(
            submission=submission,
            step=step,
            person=by,
            appointment=seat.appointment,
            delegation=seat.delegation,
            snapshot=snapshot_of(draft) if draft is not None else submission.snapshot,
            decided_at=clock.now(),
            reason=reason.strip(),
        )
        if step.kind == StepKind.RELEASE:
            from guanwei.approvals.services.permits import revoke

            revoke(submission.permit, by, reason)
        close(submission, SubmissionState.RETURNED, reason.strip())
    return []


def withdraw(submission_id: int, by: Person, reason: str) -> list[Refusal]:
    """撤回送审: by whoever submitted it."""
    refusals = _reason_refusal(reason)
    if refusals:
        return refusals
    with transaction.atomic(), acting(by, reason):
        submission = Submission.objects.select_for_update().get(pk=submission_id)
        if submission.state not in (SubmissionState.OPEN, SubmissionState.PERMITTED):
            return [
                Refusal(
                    _("这份稿件已不在审核中（%(state)s），不用撤回。")
                    % {"state": submission.get_state_display()}
                )
            ]
        if submission.submitted_by_id != by.pk:
            return [
                Refusal(
                    _("只有提交人%(person)s可以撤回；需要停下来，请审核人退回。")
                    % {"person": submission.submitted_by}
                )
            ]
        if submission.state == SubmissionState.PERMITTED:
            from guanwei.approvals.services.permits import revoke

            revoke(submission.permit, by, reason)
        close(submission, SubmissionState.WITHDRAWN, reason.strip())
    return []
