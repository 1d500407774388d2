"""Sign: a person, in a post, on the parts that they saw."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from guanwei.api import Refusal, StepKind
from guanwei.approvals.models import RouteStep, SignOff, Submission, SubmissionState
from guanwei.approvals.queries.standing import Standing, standing
from guanwei.approvals.services.permits import issue_permit
from guanwei.approvals.services.seating import citations, seat_at
from guanwei.approvals.signals import step_waits
from guanwei.approvals.subjects import draft_of, parts_of, refusals_against, snapshot_of
from guanwei.audit import clock
from guanwei.audit.acting import acting
from guanwei.audit.wording import on_record
from guanwei.organisations.models import Person
from guanwei.organisations.queries.posts import Seat
from guanwei.organisations.queries.rules import not_loaded

OPINION_CHARS = 300
AGREED = gettext_lazy("同意")


def sign(
    submission_id: int,
    step_id: int,
    by: Person,
    seen: Mapping[str, str],
    opinion: str = "",
    checklist: Mapping[str, bool] | None = None,
) -> list[Refusal]:
    """同意: sign all parts that this step hasn't signed yet.

    ``seen`` are the part digests shown on the signer's screen, ``checklist`` the ticked boxes by id.
    The last signature before release issues the permit. Refused without any write when the step isn't
    waiting, the content moved on, the person may not sign, or a binding box is open.
    """
    with transaction.atomic(), acting(by):
        submission = (
            Submission.objects.select_for_update(of=("self",))
            .select_related("supplier", "manager")
            .get(pk=submission_id)
        )
        step = submission.steps.select_related("unit").filter(pk=step_id).first()
        refusals = _unsignable(submission, step, opinion) or not_loaded(
            submission.supplier, submission.manager
        )
        if refusals or step is None:
            return refusals
        draft = draft_of(submission.family, submission.object_id)
        parts = parts_of(draft)
        if parts != dict(seen) or parts != submission.parts:
            return [Refusal(_("您打开之后稿件有改动；请刷新，看过改动再签。"))]
        refusals = refusals_against(draft)
        if refusals:
            return refusals
        now = standing(submission)
        seat, refusals = seat_at(step, by, now)
        refusals = refusals or _open_boxes(step, checklist or {})
        if refusals or seat is None:
            return refusals
        _write(submission, step, seat, draft, now, opinion, checklist or {})
        _move_on(submission, by)
    return []


def _unsignable(submission: Submission, step: RouteStep | None, opinion: str) -> list[Refusal]:
    if submission.state != SubmissionState.OPEN:
        return [Refusal(_("这份稿件%(state)s，不再等待签署。") % {"state": submission.get_state_display()})]
    if step is None or step.position != submission.position or step.kind == StepKind.RELEASE:
        waiting = submission.steps.filter(position=submission.position).first()
        return [Refusal(_("现在等待的是“%(step)s”，请按次序签署。") % {"step": waiting})]
    if len(opinion) > OPINION_CHARS:
        return [Refusal(_("意见请控制在%(limit)d字以内。") % {"limit": OPINION_CHARS})]
    return []


def _open_boxes(step: RouteStep, ticked: Mapping[str, bool]) -> list[Refusal]:
    open_ones = [each for each in step.checklist if each["binding"] and not ticked.get(each["id"])]
    return [
        Refusal(
            _("请逐项核对后勾选“%(item)s”再签。") % {"item": each["label"]},
            citations(step),
            step.rule,
            step.plugin,
            step.plugin_version,
        )
        for each in open_ones
    ]


def _write(
    submission: Submission,
    step: RouteStep,
    seat: Seat,
    draft: Any,
    now: Standing,
    opinion: str,
    checklist: Mapping[str, bool],
) -> None:
    unsigned = next(each.unsigned for each in now.steps if each.step.pk == step.pk)
    SignOff.objects.create(
        submission=submission,
        step=step,
        person=seat.person,
        appointment=seat.appointment,
        delegation=seat.delegation,
        snapshot=snapshot_of(draft),
        decided_at=clock.now(),
        parts={part: submission.parts[part] for part in unsigned},
        opinion=opinion.strip() or on_record(AGREED),
        checklist={each["id"]: bool(checklist.get(each["id"])) for each in step.checklist},
    )


def _move_on(submission: Submission, by: Person) -> None:
    now = standing(submission)
    submission.position = now.position()
    waiting = next((each.step for each in now.steps if each.step.position == submission.position), None)
    if waiting is None or waiting.kind == StepKind.RELEASE:
        issue_permit(submission, by)
    else:
        submission.save(update_fields=["position"])
    if waiting is not None:
        step_waits.send(Submission, submission=submission, step=waiting)
