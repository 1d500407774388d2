"""What is signed on a submission as it stands now."""

from dataclasses import dataclass

from guanwei.api import StepKind
from guanwei.approvals.models import RouteStep, SignOff, Submission
from guanwei.approvals.queries.contributions import contributors


@dataclass(frozen=True, slots=True)
class StandingStep:
    """A frozen step, the sign-offs that count on the current parts, and the parts still unsigned."""

    step: RouteStep
    sign_offs: tuple[SignOff, ...]
    unsigned: tuple[str, ...]

    @property
    def signed(self) -> bool:
        return not self.unsigned


@dataclass(frozen=True, slots=True)
class Standing:
    """The whole chain, with the people who contributed to the content."""

    steps: tuple[StandingStep, ...]
    contributors: frozenset[int]

    def position(self) -> int:
        """Where the chain waits: the first unsigned step before release, else the release or the end."""
        for each in self.steps:
            if each.step.kind == StepKind.RELEASE or not each.signed:
                return each.step.position
        return len(self.steps)

    def reviewers(self, but: RouteStep) -> set[int]:
        """People who signed any other review of this submission, whether or not it still counts."""
        return {
            sign_off.person_id
            for each in self.steps
            if each.step.kind == StepKind.REVIEW and each.step.pk != but.pk
            for sign_off in each.step.sign_offs.all()
        }


def standing(submission: Submission, parts: dict[str, str] | None = None) -> Standing:
    """The chain of ``submission`` on ``parts`` (its own where not given). Three queries.

    A sign-off counts for a part as long as the part's digest is the one signed. At a step closed to
    contributors, those of somebody who changed the content don't count at all (law L2).
    """
    parts = submission.parts if parts is None else parts
    people = contributors(submission.family, submission.object_id, submission.contributions_after)
    found = []
    for step in submission.steps.prefetch_related("sign_offs").all():
        closed = step.kind == StepKind.REVIEW and not step.open_to_contributor
        counting = [each for each in step.sign_offs.all() if not (closed and each.person_id in people)]
        unsigned = tuple(
            part
            for part, digest in sorted(parts.items())
            if not any(each.parts.get(part) == digest for each in counting)
        )
        found.append(StandingStep(step, tuple(counting), unsigned))
    return Standing(tuple(found), frozenset(people))


def submission_of(family: str, object_id: int) -> Submission | None:
    """The submission that stands (open or permitted), else the latest one."""
    rows = Submission.objects.filter(family=family, object_id=object_id).select_related("supplier", "manager")
    return (
        rows.filter(state__in=["open", "permitted"]).first() or rows.order_by("-submitted_at", "-pk").first()
    )
