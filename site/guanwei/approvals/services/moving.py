"""What follows a signature: the chain moves on, desks are cleared, the last one issues the permit."""

from guanwei.api import StepKind
from guanwei.approvals.models import ClearedDesk, Submission
from guanwei.approvals.queries.standing import Standing, StandingStep, standing
from guanwei.approvals.services.asking_units import keep_askings
from guanwei.approvals.services.permits import issue_permit
from guanwei.approvals.signals import step_waits
from guanwei.approvals.subjects import Reading
from guanwei.organisations.models import Person

Desk = tuple[int, int | None]


def move_on(submission: Submission, by: Person, reading: Reading | None = None) -> None:
    """To where the chain now waits; to a permit where it waits for nobody's review any more."""
    before = submission.position
    now = standing(submission)
    place(submission, now)
    waiting = now.waiting(submission.position)
    if not waiting or waiting[0].step.kind == StepKind.RELEASE:
        issue_permit(submission, by, reading)
    else:
        submission.save(update_fields=["position", "unconfirmed"])
    if submission.position != before:
        tell(submission, waiting)


def place(submission: Submission, now: Standing) -> None:
    """Set the projections by which lists find what waits for whom. The caller saves ``submission``."""
    before, submission.position = submission.position, now.position()
    submission.unconfirmed = any(each.unconfirmed for each in now.waiting(submission.position))
    keep_askings(submission, now, moved=submission.position != before)
    special = [each for each in now.steps if _waits_beside(each)]
    if special:
        _clear(submission, {desk for each in special for desk in _cleared(each, submission.parts)})


def tell(submission: Submission, waiting: tuple[StandingStep, ...]) -> None:
    """Each step that begins to wait, to who listens."""
    for each in waiting:
        step_waits.send(Submission, submission=submission, step=each.step)


def _waits_beside(each: StandingStep) -> bool:
    """Steps that may be done, or done by one of several, while the submission still waits at them."""
    step = each.step
    return step.turn_at is not None or step.signatures > 1 or step.may_edit or not step.holds


def _cleared(each: StandingStep, parts: dict[str, str]) -> set[Desk]:
    if not each.unsigned:
        return {(each.step.pk, None)}
    signers = {one.person_id for one in each.sign_offs}
    return {(each.step.pk, person) for person in signers if not each.unsigned_by(person, parts)}


def _clear(submission: Submission, wanted: set[Desk]) -> None:
    rows = ClearedDesk.objects.filter(step__submission=submission)
    found = {(step, person): pk for pk, step, person in rows.values_list("pk", "step_id", "person_id")}
    gone = [pk for desk, pk in found.items() if desk not in wanted]
    if gone:
        ClearedDesk.objects.filter(pk__in=gone).delete()
    ClearedDesk.objects.bulk_create(
        ClearedDesk(step_id=step, person_id=person) for step, person in wanted - set(found)
    )
