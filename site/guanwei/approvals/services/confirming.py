"""供稿方确认: the supplying unit reads what was changed in review, and stands by it or not."""

from collections.abc import Mapping

from django.db import transaction
from django.utils.translation import gettext as _

from guanwei.api import Duty, Refusal
from guanwei.approvals.models import EditConfirmation, RouteStep, Submission, SubmissionState
from guanwei.approvals.queries.standing import Standing, standing
from guanwei.approvals.services.asking_again import refusals_of_rules
from guanwei.approvals.services.locking import locked, read_as_seen
from guanwei.approvals.services.moving import move_on
from guanwei.approvals.services.seating import holders, refuse
from guanwei.audit import clock
from guanwei.audit.acting import acting
from guanwei.organisations.models import Appointment, Person
from guanwei.organisations.queries.posts import appointments_on, roles_with


def confirm_edits(submission_id: int, by: Person, seen: Mapping[str, str]) -> list[Refusal]:
    """Confirm exactly what the changed parts say now, by a writer of the supplying unit who doesn't review them.

    The signature of the step that edited counts only with this. May be the last thing that a permit wants.
    """
    refusals = refusals_of_rules(submission_id, by, seen)
    if refusals:
        return refusals
    with transaction.atomic(), acting(by):
        submission = locked(submission_id)
        step, parts, refusals = _asked(submission)
        post, more = confirmer_at(submission, step, by)
        reading, of_content = read_as_seen(submission, seen)
        refusals = refusals or more or of_content
        if refusals or step is None or post is None or reading is None:
            return refusals
        EditConfirmation.objects.create(
            submission=submission,
            step=step,
            person=by,
            appointment=post,
            snapshot=reading.keep(),
            decided_at=clock.now(),
            parts={part: reading.parts[part] for part in parts},
        )
        move_on(submission, by, reading)
    return []


def _asked(submission: Submission) -> tuple[RouteStep | None, tuple[str, ...], list[Refusal]]:
    if submission.state != SubmissionState.OPEN:
        said = _("这份稿件%(state)s，不用再确认。") % {"state": submission.get_state_display()}
        return None, (), [Refusal(said)]
    found = to_confirm(submission, standing(submission))
    return (*found, [] if found[0] is not None else [Refusal(_("没有等待供稿单位确认的审改。"))])


def to_confirm(submission: Submission, now: Standing) -> tuple[RouteStep | None, tuple[str, ...]]:
    """The waiting step whose edits want confirming, and the changed parts; None where none does."""
    waiting = now.waiting(submission.position)
    found = next((each for each in waiting if each.unconfirmed), None)
    return (found.step, found.unconfirmed) if found is not None else (None, ())


def confirmer_at(
    submission: Submission, step: RouteStep | None, by: Person
) -> tuple[Appointment | None, list[Refusal]]:
    """The writing post in which ``by`` may speak for the supplying unit, or why not and who can."""
    if step is None:
        return None, []
    if by.pk in {each.person.pk for each in holders(step)}:
        return None, refuse(step, _("审改人不能代供稿单位确认自己的改动；请供稿单位的采编人员确认。"))
    rows = appointments_on(clock.today()).filter(unit=submission.supplier_id, role__in=roles_with(Duty.WRITE))
    mine = rows.filter(person=by).select_related("unit").first()
    if mine is not None:
        return mine, []
    names = _("、").join(dict.fromkeys(str(each.person) for each in rows.select_related("person")))
    said = _("审改的内容由供稿单位%(unit)s的采编人员确认；现在可确认的是：%(names)s。") % {
        "unit": submission.supplier,
        "names": names or _("无人"),
    }
    return None, refuse(step, said)
