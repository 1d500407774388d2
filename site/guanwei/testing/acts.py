"""Acts of people, short enough for a test's set-up: each fails loudly when it is refused."""

from typing import Any

from guanwei.api import Refusal
from guanwei.approvals.models import RouteStep, Submission
from guanwei.approvals.queries.standing import standing
from guanwei.approvals.services import sign
from guanwei.approvals.services.seating import desk_of
from guanwei.audit.acting import acting
from guanwei.organisations.models import Person
from guanwei.portal.models import Arrangement
from guanwei.publishing.models import Release
from guanwei.publishing.services import release, submit


def no_refusals(refusals: list[Refusal]) -> None:
    """Fail with the sentences."""
    if refusals:
        raise AssertionError([str(each) for each in refusals])


def submitted(obj: Any, by: Person) -> Submission:
    """``obj`` put on its route."""
    submission, refusals = submit(obj, by)
    no_refusals(refusals)
    assert submission is not None
    return submission


def try_to_sign(submission: Submission, by: Person, **kwargs: Any) -> list[Refusal]:
    """Sign what waits for the person, having seen the content as it stands and ticked every box.

    ``at`` names another step than that; it needs not wait.
    """
    now = Submission.objects.get(pk=submission.pk)
    step = step_for(now, by, kwargs.pop("at", ""))
    ticked = {each["id"]: True for each in step.checklist}
    return sign(
        now.pk,
        step.pk,
        by,
        kwargs.pop("seen", now.parts),
        checklist=kwargs.pop("checklist", ticked),
        **kwargs,
    )


def step_for(submission: Submission, by: Person, name: str = "") -> RouteStep:
    """The step called ``name``; else the one that waits for the person, or the first that waits."""
    if name:
        return _step_called(submission, name)
    now = standing(submission)
    waiting = [each.step for each in now.waiting(submission.position)]
    found = desk_of(by, waiting, now)[0] or submission.steps.filter(position=submission.position).first()
    if found is None:
        raise AssertionError("no step waits")
    return found


def _step_called(submission: Submission, name: str) -> RouteStep:
    found = submission.steps.filter(step=name).first()
    if found is None:
        raise AssertionError(f"the route has no step {name}")
    return found


def signed(submission: Submission, *people: Person) -> Submission:
    """Signed by each of ``people`` in turn."""
    for person in people:
        no_refusals(try_to_sign(submission, person))
    return Submission.objects.get(pk=submission.pk)


def arranged(keeper: Person, **changes: Any) -> None:
    """The portal's settings changed by the site's keeper, signed and thereby in force."""
    draft = Arrangement.objects.get().get_latest_revision_as_object()
    for name, value in changes.items():
        setattr(draft, name, value)
    with acting(keeper):
        draft.save_revision(user=keeper)
    signed(submitted(draft, keeper), keeper)


def released(submission: Submission, by: Person | None) -> Release:
    """Released at once."""
    made, refusals = release(submission.pk, by)
    no_refusals(refusals)
    assert made is not None
    return Release.objects.get(pk=made.pk)
