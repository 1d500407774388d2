"""一票否决: end a submission by a step's veto, and lift it. The same content stays out until then."""

from django.db import transaction
from django.utils.translation import gettext as _

from guanwei.api import Refusal
from guanwei.approvals.models import SubmissionState, Veto
from guanwei.approvals.queries.vetoes import vetoes_on
from guanwei.approvals.services.closing import refusals_of_reason, said_now, standing_one, stop
from guanwei.approvals.services.seating import citations, held_by
from guanwei.audit import clock
from guanwei.audit.acting import acting
from guanwei.audit.canonical import whole
from guanwei.organisations.models import Person


def veto(submission_id: int, step_id: int, by: Person, reason: str) -> list[Refusal]:
    """否决: by a holder of the step's post, from submission until release, whether or not the step waits.

    Having written or reviewed the content is no bar: refusing is no review. A permit falls with it.
    """
    refusals = refusals_of_reason(reason)
    if refusals:
        return refusals
    with transaction.atomic(), acting(by, reason):
        submission, refusals = standing_one(submission_id)
        step = submission.steps.select_related("unit").filter(pk=step_id, veto=True).first()
        if refusals or step is None:
            return refusals or [Refusal(_("这个环节没有否决权；不同意请退回修改。"))]
        seat, refusals = held_by(step, by)
        if refusals or seat is None:
            return refusals
        Veto.objects.create(
            submission=submission,
            step=step,
            person=by,
            appointment=seat.appointment,
            delegation=seat.delegation,
            snapshot=said_now(submission),
            decided_at=clock.now(),
            reason=reason.strip(),
            family=submission.family,
            object_id=submission.object_id,
            digest=whole(submission.parts),
        )
        stop(submission, SubmissionState.VETOED, by, reason)
    return []


def lift_veto(veto_id: int, by: Person, reason: str) -> list[Refusal]:
    """解除否决: by whoever holds the same post now. The content may then be submitted as it is."""
    refusals = refusals_of_reason(reason)
    if refusals:
        return refusals
    with transaction.atomic(), acting(by, reason):
        stands = Veto.objects.select_for_update(of=("self",)).select_related("step__unit").get(pk=veto_id)
        if stands.lifted_at is not None:
            return [Refusal(_("这项否决已经解除。"))]
        seat, refusals = held_by(stands.step, by)
        if refusals or seat is None:
            return refusals
        stands.lifted_at, stands.lifted_by = clock.now(), by
        stands.lifted_as, stands.lifted_reason = seat.appointment, reason.strip()
        stands.save()
    return []


def refusals_of_vetoes(family: str, object_id: int, parts: dict[str, str]) -> list[Refusal]:
    """Why exactly this content may not be submitted again. One query."""
    rows = vetoes_on(family, object_id, parts).select_related("step__unit", "person")
    return [
        Refusal(
            _(
                "这份稿件已被%(person)s在“%(step)s”否决（%(reason)s），内容没有改动，不能再次提交；"
                "请修改内容，或请担任同一职务的人解除否决。"
            )
            % {"person": each.person, "step": each.step, "reason": each.reason},
            citations(each.step),
            each.step.rule,
            each.step.plugin,
            each.step.plugin_version,
        )
        for each in rows
    ]
