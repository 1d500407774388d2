"""Release: one recorded act on one permit, then its plan. Each part waits for its predecessor's receipt."""

import logging
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from guanwei.api import Refusal, StepKind
from guanwei.approvals.models import Submission, SubmissionState
from guanwei.approvals.queries.standing import standing
from guanwei.approvals.services.seating import seat_at
from guanwei.audit import clock
from guanwei.audit.acting import acting
from guanwei.audit.wording import on_record
from guanwei.organisations.models import Person
from guanwei.organisations.queries.posts import Seat
from guanwei.organisations.queries.rules import not_loaded
from guanwei.publishing.models import Release, ReleaseHistory, ReleasePart
from guanwei.publishing.models.releases import PartState, ReleaseState
from guanwei.publishing.services.going_live import go_live
from guanwei.publishing.services.planning import write_plan
from guanwei.publishing.signals import part_due, released, superseding

logger = logging.getLogger(__name__)
REVOKED = gettext_lazy("许可已撤销或被新的许可取代，发布停止")


def release(
    submission_id: int, by: Person | None, due_at: datetime | None = None
) -> tuple[Release | None, list[Refusal]]:
    """Decide the release, at once or at ``due_at``, by whoever the route's release step names.

    A route without a release step is released by nobody in particular: whoever calls this with None.
    """
    with transaction.atomic(), acting(by):
        submission = Submission.objects.select_for_update().get(pk=submission_id)
        if submission.state != SubmissionState.PERMITTED:
            return None, [
                Refusal(
                    _("这份稿件%(state)s，不能发布；须先走完审核。")
                    % {"state": submission.get_state_display()}
                )
            ]
        if submission.permit.revoked_at is not None:
            return None, [Refusal(_("这份稿件的许可已撤销，不能发布；请编辑重新提交。"))]
        seat, refusals = _seat(submission, by)
        refusals = refusals or not_loaded(submission.supplier, submission.manager)
        if refusals:
            return None, refusals
        superseding.send(Release, family=submission.family, object_id=submission.object_id)
        made = write_plan(submission, submission.permit, by, seat, due_at or clock.now())
        submission.state = SubmissionState.RELEASED
        submission.closed_at = clock.now()
        submission.save()
        released.send(Release, release=made)
        advance(made)
    return made, []


def _seat(submission: Submission, by: Person | None) -> tuple[Seat | None, list[Refusal]]:
    step = submission.steps.filter(kind=StepKind.RELEASE).select_related("unit").first()
    if step is None and by is None:
        return None, []
    if step is None:
        return None, [Refusal(_("这类稿件签完自动发布，不由人操作。"))]
    if by is None:
        return None, [Refusal(_("“%(step)s”须由担任该职务的人操作。") % {"step": step})]
    return seat_at(step, by, standing(submission))


def advance(made: Release) -> None:
    """Do what can be done now. Called again after every receipt; doing it twice does nothing twice."""
    with transaction.atomic():
        plan = Release.objects.select_for_update().get(pk=made.pk)
        if plan.state != ReleaseState.RUNNING or plan.due_at > clock.now():
            return
        parts = list(plan.parts.select_for_update().all())
        unstarted = any(each.state == PartState.WAITING for each in parts)
        if unstarted and plan.permit.revoked_at is not None:
            _hold(plan)
            return
        submission = plan.permit.submission
        if unstarted and submission is not None and not_loaded(submission.supplier, submission.manager):
            return
        while turn := _turn(parts):
            for part in turn:
                _start(plan, part)
        if all(each.state == PartState.DONE for each in parts):
            plan.state = ReleaseState.DONE
            plan.save()


def _hold(plan: Release) -> None:
    """A permit revoked on the way stops the rest; what went out stays in the record."""
    plan.state, plan.reason = ReleaseState.HELD, on_record(REVOKED)
    plan.save()


def _turn(parts: list[ReleasePart]) -> list[ReleasePart]:
    """Waiting parts of the lowest rank that isn't done; none while that rank waits for receipts."""
    open_ones = [each for each in parts if each.state != PartState.DONE]
    if not open_ones:
        return []
    rank = min(each.rank for each in open_ones)
    return [each for each in open_ones if each.rank == rank and each.state == PartState.WAITING]


def _start(plan: Release, part: ReleasePart) -> None:
    if part.variant:
        part.state = PartState.DUE
        part.save()
        part_due.send(ReleasePart, part=part)
        return
    with acting(plan.by):
        part.address = go_live(plan.permit, plan.by)[:500]
        part.state, part.done_at = PartState.DONE, clock.now()
        part.save()
        ReleaseHistory.objects.create(
            release=plan,
            family=plan.family,
            object_id=plan.object_id,
            title=plan.title,
            snapshot=plan.permit.snapshot,
            person=plan.by,
        )


def record_receipt(part: ReleasePart, address: str, by: Person | None = None) -> None:
    """A variant is out, at ``address``: close its part and let the next ones go."""
    with transaction.atomic(), acting(by):
        locked = ReleasePart.objects.select_for_update().get(pk=part.pk)
        if locked.state == PartState.DONE:
            return
        locked.state, locked.address, locked.done_at = PartState.DONE, address, clock.now()
        locked.save()
        advance(locked.release)


def take_back(part: ReleasePart) -> None:
    """A variant was surely not handed over and won't be on this plan: a later release may carry it."""
    with transaction.atomic():
        locked = ReleasePart.objects.select_for_update().get(pk=part.pk)
        if locked.state != PartState.DONE:
            locked.state = PartState.HELD
            locked.save()


def release_due() -> int:
    """Advance every timed release whose time has come; one that fails doesn't stop the others."""
    due = Release.objects.filter(
        state=ReleaseState.RUNNING, due_at__lte=clock.now(), parts__state=PartState.WAITING
    ).distinct()
    done = 0
    for each in due:
        if _waits_for_receipt(each):
            continue
        try:
            advance(each)
            done += 1
        except Exception:
            logger.exception("release %s could not advance", each.pk)
    return done


def _waits_for_receipt(made: Release) -> bool:
    return made.parts.filter(state=PartState.DUE).exists()
