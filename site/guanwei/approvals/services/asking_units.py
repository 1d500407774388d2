"""Ask the units concerned: the clock runs from the moment at which their step's turn comes."""

from datetime import datetime, timedelta

from guanwei.approvals.models import Asking, AskingTurn, RouteStep, Submission
from guanwei.approvals.models.askings import TurnKind
from guanwei.approvals.queries.askings import open_askings
from guanwei.approvals.queries.standing import Standing
from guanwei.approvals.signals import step_waits
from guanwei.audit import clock


def keep_askings(submission: Submission, now: Standing, moved: bool) -> None:
    """Ask whoever is to confirm now and isn't asked yet; end the asking of whoever isn't any more.

    A confirmation that an edit voided is asked for anew: with a whole term, and a notice of its own where the
    chain hasn't ``moved`` and tells nobody else.
    """
    steps = [each.step for each in now.steps if each.step.confirms]
    if not steps:
        return
    waiting = {each.step.pk for each in now.waiting(submission.position)}
    running = open_askings(steps)
    for step in steps:
        if step.pk in waiting and step.pk not in running:
            again = step.askings.exists()
            _ask(step)
            if again and not moved:
                step_waits.send(Submission, submission=submission, step=step)
        elif step.pk not in waiting and step.pk in running:
            _end(running[step.pk])


def end_askings(submission: Submission) -> None:
    """Nobody is asked about a submission that ended."""
    for each in open_askings(submission.steps.filter(confirms=True)).values():
        _end(each)


def _ask(step: RouteStep) -> None:
    now = clock.now()
    due = now + timedelta(hours=step.within_hours) if step.within_hours else None
    Asking.objects.create(
        step=step,
        at=now,
        due_at=due,
        remind_at=_before(due, step.reminds_hours) if step.reminds_hours else None,
        decides_at=_before(due, step.decider_hours) if step.decider else None,
    )


def _before(due: datetime | None, hours: int) -> datetime | None:
    return due - timedelta(hours=hours) if due is not None else None


def _end(asking: Asking) -> None:
    AskingTurn.objects.create(asking=asking, kind=TurnKind.ENDED)
