"""Acts of people, short enough for a test's set-up: each fails loudly when it is refused."""

from typing import Any

from guanwei.api import Refusal
from guanwei.approvals.models import Submission
from guanwei.approvals.services import sign
from guanwei.organisations.models import Person
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
    """Sign whatever step waits, having seen the content as it stands and ticked every box."""
    now = Submission.objects.get(pk=submission.pk)
    step = now.steps.filter(position=now.position).first()
    if step is None:
        raise AssertionError("no step waits")
    ticked = {each["id"]: True for each in step.checklist}
    return sign(
        now.pk,
        step.pk,
        by,
        kwargs.pop("seen", now.parts),
        checklist=kwargs.pop("checklist", ticked),
        **kwargs,
    )


def signed(submission: Submission, *people: Person) -> Submission:
    """Signed by each of ``people`` in turn."""
    for person in people:
        no_refusals(try_to_sign(submission, person))
    return Submission.objects.get(pk=submission.pk)


def released(submission: Submission, by: Person | None) -> Release:
    """Released at once."""
    made, refusals = release(submission.pk, by)
    no_refusals(refusals)
    assert made is not None
    return Release.objects.get(pk=made.pk)
