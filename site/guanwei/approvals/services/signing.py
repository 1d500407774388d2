"""Sign: a person, in a post, on the parts that they saw."""

from collections.abc import Mapping

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from guanwei.api import Refusal, StepKind
from guanwei.approvals.calls import CallRecord
from guanwei.approvals.models import RouteStep, SignOff, Submission, SubmissionState
from guanwei.approvals.queries.standing import Standing, standing
from guanwei.approvals.services.asking_again import refusals_of_rules
from guanwei.approvals.services.moving import move_on
from guanwei.approvals.services.seating import citations, refuse, seat_at
from guanwei.approvals.subjects import Reading, draft_of, reading_of, refusals_against
from guanwei.audit import clock
from guanwei.audit.acting import acting
from guanwei.audit.wording import on_record
from guanwei.organisations.models import Person
from guanwei.organisations.queries.posts import Seat
from guanwei.organisations.queries.rules import not_loaded

OPINION_CHARS = 300
AGREED = gettext_lazy("同意")
NO_OBJECTION = gettext_lazy("不否决")


def sign(
    submission_id: int,
    step_id: int,
    by: Person,
    seen: Mapping[str, str],
    opinion: str = "",
    checklist: Mapping[str, bool] | None = None,
    *,
    call: CallRecord | None = None,
) -> list[Refusal]:
    """同意: sign all parts that this step hasn't signed yet.

    ``seen`` are the part digests shown on the signer's screen, ``checklist`` the ticked boxes by id.
    The last signature before release issues the permit. Refused without any write when the step isn't
    waiting, the content moved on, the person may not sign, or a binding box is open. Where the text was
    changed in review the rules are asked again first, before the transaction.
    ``call`` is kept beside a signature that was given by telephone.
    """
    refusals = refusals_of_rules(submission_id, by, seen)
    if refusals:
        return refusals
    # Of a call the recorder is at the keyboard: the record says who acted, the sign-off who signed.
    with transaction.atomic(), acting(call.recorder.person if call else by):
        submission = locked(submission_id)
        step = submission.steps.select_related("unit").filter(pk=step_id).first()
        refusals = _unsignable(submission, step, opinion)
        reading, more = read_as_seen(submission, seen) if not refusals else (None, [])
        refusals = refusals or more
        if refusals or step is None or reading is None:
            return refusals
        now = standing(submission)
        seat, refusals = seat_at(step, by, now)
        refusals = refusals or _done_with(step, by, now, submission) or _open_boxes(step, checklist or {})
        if refusals or seat is None:
            return refusals
        sign_off = write_sign_off(submission, step, seat, reading, now, opinion, checklist or {})
        if call is not None:
            call.keep(sign_off)
        move_on(submission, by, reading)
    return []


def locked(submission_id: int) -> Submission:
    """The submission, held for this transaction: a save of its draft and other decisions wait."""
    return (
        Submission.objects.select_for_update(of=("self",))
        .select_related("supplier", "manager")
        .get(pk=submission_id)
    )


def read_as_seen(submission: Submission, seen: Mapping[str, str]) -> tuple[Reading | None, list[Refusal]]:
    """The draft, if it says what the person saw and nothing stands against the content itself."""
    refusals = not_loaded(submission.supplier, submission.manager)
    if refusals:
        return None, refusals
    reading = reading_of(draft_of(submission.family, submission.object_id))
    if reading.parts != dict(seen) or reading.parts != submission.parts:
        return None, [Refusal(_("您打开之后稿件有改动；请刷新，看过改动再签。"))]
    return reading, refusals_against(reading.draft)


def _unsignable(submission: Submission, step: RouteStep | None, opinion: str) -> list[Refusal]:
    if submission.state != SubmissionState.OPEN:
        return [Refusal(_("这份稿件%(state)s，不再等待签署。") % {"state": submission.get_state_display()})]
    silent = step is not None and not step.holds
    if step is None or step.kind == StepKind.RELEASE or (step.turn != submission.position and not silent):
        waiting = submission.steps.filter(position=submission.position).first()
        return [Refusal(_("现在等待的是“%(step)s”，请按次序签署。") % {"step": waiting})]
    if len(opinion) > OPINION_CHARS:
        return [Refusal(_("意见请控制在%(limit)d字以内。") % {"limit": OPINION_CHARS})]
    return []


def _done_with(step: RouteStep, by: Person, now: Standing, submission: Submission) -> list[Refusal]:
    """The step has this person's signature, or all that it needs."""
    stands = now.of(step)
    if not stands.unsigned and stands.unconfirmed:
        return refuse(
            step, _("“%(step)s”已签，正等供稿单位确认审改的内容；确认后自动进入下一环节。") % {"step": step}
        )
    if not stands.unsigned:
        return refuse(step, _("“%(step)s”已经签过，正等同组的其他环节签署。") % {"step": step})
    if not stands.unsigned_by(by.pk, submission.parts):
        return refuse(
            step,
            _("您已签过“%(step)s”，一人签署只计一次；还须由另外的任职人或受托人签署（共须%(count)d人）。")
            % {"step": step, "count": step.signatures},
        )
    return []


def refusals_at(step: RouteStep, by: Person, now: Standing, submission: Submission) -> list[Refusal]:
    """Why ``by`` has nothing to sign or release at ``step``: the question that a screen asks before."""
    refusals = seat_at(step, by, now)[1]
    return refusals if refusals or step.kind == StepKind.RELEASE else _done_with(step, by, now, submission)


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


def write_sign_off(
    submission: Submission,
    step: RouteStep,
    seat: Seat,
    reading: Reading,
    now: Standing,
    opinion: str,
    checklist: Mapping[str, bool],
) -> SignOff:
    """The record of one signature: who, in which post, on which digests. The caller has asked everything."""
    agreed = on_record(AGREED if step.holds else NO_OBJECTION)
    unsigned = now.of(step).unsigned_by(seat.person.pk, submission.parts)
    return SignOff.objects.create(
        submission=submission,
        step=step,
        person=seat.person,
        appointment=seat.appointment,
        delegation=seat.delegation,
        snapshot=reading.keep(),
        decided_at=clock.now(),
        parts={part: submission.parts[part] for part in unsigned},
        opinion=opinion.strip() or agreed,
        checklist={each["id"]: bool(checklist.get(each["id"])) for each in step.checklist},
    )
