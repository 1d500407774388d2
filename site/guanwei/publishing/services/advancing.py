"""A release's plan goes on: each part waits for its predecessor's receipt."""

from django.db import transaction
from django.utils.translation import gettext_lazy

from guanwei.approvals.services.emergencies import open_second_review
from guanwei.audit import clock
from guanwei.audit.acting import acting
from guanwei.audit.wording import on_record
from guanwei.organisations.models import Person
from guanwei.organisations.queries.rules import not_loaded
from guanwei.publishing.models import Release, ReleaseHistory, ReleasePart
from guanwei.publishing.models.releases import OVER, PartState, ReleaseState
from guanwei.publishing.services.going_live import go_live
from guanwei.publishing.services.push_places import join, waits_for_push
from guanwei.publishing.signals import part_due

REVOKED = gettext_lazy("许可已撤销或被新的许可取代，发布停止")


def advance(made: Release) -> bool:
    """Do what can be done now; True where that was anything. Doing it twice does nothing twice."""
    with transaction.atomic():
        plan = Release.objects.select_for_update().get(pk=made.pk)
        if plan.state != ReleaseState.RUNNING or plan.due_at > clock.now():
            return False
        parts = list(plan.parts.select_for_update().all())
        unstarted = any(each.state == PartState.WAITING for each in parts)
        if unstarted and plan.permit.revoked_at is not None:
            _hold(plan)
            return True
        submission = plan.permit.submission
        if unstarted and submission is not None and not_loaded(submission.supplier, submission.manager):
            return False
        moved = _go_on(plan, parts)
        if all(each.state in OVER for each in parts):
            plan.state, moved = ReleaseState.DONE, True
        if moved:
            plan.problem, plan.try_at = "", None
            plan.save()
    return moved


def _hold(plan: Release) -> None:
    """A permit revoked on the way stops the rest; what went out stays in the record."""
    plan.state, plan.reason = ReleaseState.HELD, on_record(REVOKED)
    plan.save()


def _go_on(plan: Release, parts: list[ReleasePart]) -> bool:
    moved = False
    while turn := _turn(parts):
        for part in turn:
            _start(plan, part)
        moved = True
    if moved and plan.permit.submission is not None:
        # With the first part that goes out, in its own transaction: a crash leaves neither or both.
        open_second_review(plan.permit.submission)
    return moved


def _turn(parts: list[ReleasePart]) -> list[ReleasePart]:
    """Waiting parts of the lowest rank that isn't over; none while that rank waits for receipts."""
    open_ones = [each for each in parts if each.state not in OVER]
    if not open_ones:
        return []
    rank = min(each.rank for each in open_ones)
    return [each for each in open_ones if each.rank == rank and each.state == PartState.WAITING]


def _start(plan: Release, part: ReleasePart) -> None:
    if part.variant and waits_for_push(part):
        join(part)
        return
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
        # The plan first, as everybody who needs both does: two workers then can't wait for each other.
        plan = Release.objects.select_for_update().get(pk=part.release_id)
        locked = ReleasePart.objects.select_for_update().get(pk=part.pk)
        if locked.state in OVER:
            return
        locked.state, locked.address, locked.done_at = PartState.DONE, address, clock.now()
        locked.save()
        advance(plan)


def take_back(part: ReleasePart) -> None:
    """A variant was surely not handed over and won't be on this plan: a later release may carry it."""
    with transaction.atomic():
        locked = ReleasePart.objects.select_for_update().get(pk=part.pk)
        if locked.state not in OVER:
            locked.state = PartState.HELD
            locked.save()


def recall(part: ReleasePart) -> None:
    """A variant that was out is gone from its platform. It stays closed: what follows is a new variant."""
    with transaction.atomic():
        locked = ReleasePart.objects.select_for_update().get(pk=part.pk)
        if locked.state != PartState.RECALLED:
            locked.state = PartState.RECALLED
            locked.save()
