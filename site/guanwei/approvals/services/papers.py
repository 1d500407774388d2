"""Steps signed on paper: one person brings in the scan, a second compares it with the content.

The file itself is kept by a higher room; here it is named by its digest.
"""

from collections.abc import Mapping

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from guanwei.api import Refusal
from guanwei.approvals.models import PaperSignature, RouteStep, Submission, SubmissionState
from guanwei.approvals.queries.standing import standing
from guanwei.approvals.services.asking_again import refusals_of_rules
from guanwei.approvals.services.locking import locked, read_as_seen
from guanwei.approvals.services.moving import move_on
from guanwei.approvals.services.paper_checks import (
    Paper,
    checker_at,
    refusals_of_paper,
    signer_among,
    waiting_paper,
)
from guanwei.approvals.services.seating import refuse, seat_around
from guanwei.audit import clock
from guanwei.audit.acting import acting
from guanwei.audit.wording import on_record
from guanwei.organisations.models import Person

MOVED_ON = gettext_lazy("稿件已改动，原打印件作废")
REASON_CHARS = 300
__all__ = ["Paper", "confirm_paper", "record_paper", "refuse_paper", "void_waiting_papers"]


def record_paper(
    submission_id: int, step_id: int, by: Person, seen: Mapping[str, str], paper: Paper
) -> list[Refusal]:
    """登记: bring in the scan of a print that was signed. It counts once another person confirmed it."""
    with transaction.atomic(), acting(by):
        submission, step, refusals = _paper_step(submission_id, step_id)
        if refusals or step is None:
            return refusals
        if waiting_paper(step) is not None:
            return refuse(step, _("“%(step)s”已登记了扫描件，正等另一人核对。") % {"step": step})
        reading, refusals = read_as_seen(submission, seen)
        seat, more = seat_around(step, step.recorder, by)
        refusals = refusals or more
        if refusals or seat is None or reading is None:
            return refusals
        refusals = refusals_of_paper(submission, step, standing(submission), by, paper)
        if refusals:
            return refusals
        PaperSignature.objects.create(
            submission=submission,
            step=step,
            person=by,
            appointment=seat.appointment,
            delegation=seat.delegation,
            snapshot=reading.keep(),
            decided_at=clock.now(),
            signer=paper.signer.strip(),
            signer_person=signer_among(step, paper),
            signed_on=paper.signed_on,
            document=paper.document.strip(),
            scan=paper.scan,
            parts=reading.parts,
        )
    return []


def confirm_paper(submission_id: int, step_id: int, by: Person, seen: Mapping[str, str]) -> list[Refusal]:
    """核对相符: somebody other than recorder and signer compared scan and content. Then the step is signed."""
    refusals = refusals_of_rules(submission_id, by, seen)
    if refusals:
        return refusals
    with transaction.atomic(), acting(by):
        submission, step, refusals = _paper_step(submission_id, step_id)
        if refusals or step is None:
            return refusals
        paper, seat, refusals = checker_at(step, by, standing(submission))
        reading, more = read_as_seen(submission, seen)
        refusals = refusals or more
        if refusals or paper is None or seat is None:
            return refusals
        paper.confirmed_by, paper.confirmed_as = by, seat.appointment
        paper.confirmed_at = clock.now()
        paper.save()
        move_on(submission, by, reading)
    return []


def refuse_paper(submission_id: int, step_id: int, by: Person, reason: str) -> list[Refusal]:
    """核对不符: the paper says something else; the recorder brings another."""
    if not reason.strip() or len(reason) > REASON_CHARS:
        return [Refusal(_("请写明哪里不符，%(limit)d字以内。") % {"limit": REASON_CHARS})]
    with transaction.atomic(), acting(by, reason):
        submission, step, refusals = _paper_step(submission_id, step_id)
        if refusals or step is None:
            return refusals
        paper, _seat, refusals = checker_at(step, by, standing(submission))
        if refusals or paper is None:
            return refusals
        paper.refused_reason = reason.strip()
        paper.confirmed_by, paper.confirmed_at = by, clock.now()
        paper.save()
    return []


def void_waiting_papers(submission: Submission) -> None:
    """The draft moved on: a paper that nobody has checked yet was printed from another text."""
    for paper in PaperSignature.objects.filter(
        submission=submission, confirmed_at__isnull=True, refused_reason=""
    ):
        paper.refused_reason = on_record(MOVED_ON)
        paper.save()


def _paper_step(submission_id: int, step_id: int) -> tuple[Submission, RouteStep | None, list[Refusal]]:
    """The locked submission and its step on paper, or why no paper is asked for."""
    submission = locked(submission_id)
    step = submission.steps.select_related("unit", "submission__manager").filter(pk=step_id).first()
    if submission.state != SubmissionState.OPEN:
        said = _("这份稿件%(state)s，不再等待签署。") % {"state": submission.get_state_display()}
        return submission, None, [Refusal(said)]
    if step is None or not step.on_paper or step.turn != submission.position:
        return submission, None, [Refusal(_("现在没有等待纸质签署的环节；请刷新后再看。"))]
    if standing(submission).of(step).signed:
        return submission, None, refuse(step, _("“%(step)s”已经签过，不用再登记。") % {"step": step})
    return submission, step, []
