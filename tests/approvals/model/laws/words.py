"""Words of the laws."""

from approvals.model.manuscripts import Submission
from guanwei.api import Step, StepKind


def confirmers(submission: Submission, part: str, said: object) -> set[int]:
    """Who confirmed the part exactly as it is."""
    return {each.person for each in submission.confirmed if each.parts.get(part) == said}


def holds(step: Step) -> bool:
    """Whether the chain waits for the step: a veto that isn't binding may pass in silence."""
    return step.binding or not step.veto


def is_closed(step: Step) -> bool:
    """Whether the step is a review that its contributors may not give."""
    return step.kind is StepKind.REVIEW and not step.open_to_contributor
