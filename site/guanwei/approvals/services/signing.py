"""Sign: a person, in a post, on the parts that they saw."""

from collections.abc import Mapping

from django.db import transaction
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from guanwei.api import Refusal
from guanwei.approvals.calls import CallRecord
from guanwei.approvals.models import RouteStep, SignOff, Submission
from guanwei.approvals.queries.standing import Standing, standing
from guanwei.approvals.services.asking_again import refusals_of_rules
from guanwei.approvals.services.locking import locked, read_as_seen
from guanwei.approvals.services.moving import move_on
from guanwei.approvals.services.seating import decides_late, refuse, seat_at
from guanwei.approvals.services.sign_checks import done_with, open_boxes, unsignable
from guanwei.approvals.subjects import Reading
from guanwei.audit import clock
from guanwei.audit.acting import acting
from guanwei.audit.wording import on_record
from guanwei.organisations.models import Person
from guanwei.organisations.queries.seats import Seat

AGREED = gettext_lazy("同意")
NO_OBJECTION = gettext_lazy("不否决")
CONFIRMED = gettext_lazy("确认")


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
    waiting, the content moved on, the person may not sign, or a binding box is open. Where the text was
    changed in review the rules are asked again first, before the transaction.
    """
    refusals = refusals_of_rules(submission_id, by, seen)
    if refusals:
        return refusals
    with transaction.atomic(), acting(by):
        return sign_held(locked(submission_id), step_id, by, seen, opinion, checklist or {})


def sign_held(
    submission: Submission,
    step_id: int,
    by: Person,
    seen: Mapping[str, str],
    opinion: str,
    checklist: Mapping[str, bool],
    call: CallRecord | None = None,
) -> list[Refusal]:
    """The same where the caller has asked the rules about ``seen`` and holds the submission.

    ``call`` is kept beside a signature that was given by telephone.
    """
    step = submission.steps.select_related("unit").filter(pk=step_id).first()
    refusals = unsignable(submission, step, opinion)
    reading, more = read_as_seen(submission, seen) if not refusals else (None, [])
    refusals = refusals or more
    if refusals or step is None or reading is None:
        return refusals
    now = standing(submission)
    seat, refusals = seat_at(step, by, now)
    refusals = refusals or done_with(step, by, now, submission) or open_boxes(step, checklist)
    if refusals or seat is None:
        return refusals
    late = decides_late(step, by)
    if late and not opinion.strip():
        return refuse(step, _("“%(step)s”由您逾期代为决定；请写明决定的理由。") % {"step": step})
    sign_off = write_sign_off(submission, step, seat, reading, now, opinion, checklist, late)
    if call is not None:
        call.keep(sign_off)
    move_on(submission, by, reading)
    return []


def write_sign_off(
    submission: Submission,
    step: RouteStep,
    seat: Seat,
    reading: Reading,
    now: Standing,
    opinion: str,
    checklist: Mapping[str, bool],
    late: bool = False,
) -> SignOff:
    """The record of one signature: who, in which post, on which digests. The caller has asked everything."""
    agreed = on_record(_agreed(step))
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
        late=late,
    )


def _agreed(step: RouteStep) -> Promise:
    if step.confirms:
        return CONFIRMED
    return AGREED if step.holds else NO_OBJECTION
