"""What is signed on a submission as it stands now."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from guanwei.api import StepKind
from guanwei.approvals.models import PaperSignature, RouteStep, SignOff, Submission
from guanwei.approvals.queries.contributions import first_contributions
from guanwei.approvals.queries.outside import confirmed_by, counting_papers, papers_of

OPEN_OR_PERMITTED = ("open", "permitted")


@dataclass(frozen=True, slots=True)
class StandingStep:
    """A frozen step, the signatures that count on the current parts, and the parts still unsigned.

    ``unconfirmed`` are the parts changed in review that the supplying unit hasn't confirmed yet.
    """

    step: RouteStep
    sign_offs: tuple[SignOff, ...]
    unsigned: tuple[str, ...]
    papers: tuple[PaperSignature, ...] = ()
    unconfirmed: tuple[str, ...] = ()

    @property
    def signed(self) -> bool:
        return not self.unsigned and not self.unconfirmed

    def unsigned_by(self, person_id: int, parts: dict[str, str]) -> tuple[str, ...]:
        """The parts that wait for a signature and that this person hasn't signed as they are."""
        mine = [each for each in self.sign_offs if each.person_id == person_id]
        return tuple(
            part for part in self.unsigned if not any(each.parts.get(part) == parts[part] for each in mine)
        )


@dataclass(frozen=True, slots=True)
class Standing:
    """The whole chain, with the people who contributed to the content.

    ``writers`` are those who did before it was submitted.
    """

    steps: tuple[StandingStep, ...]
    contributors: frozenset[int]
    writers: frozenset[int] = frozenset()

    def turns(self) -> Iterator[tuple[StandingStep, ...]]:
        """Steps that wait together: those of a group, and each other step alone."""
        for _turn, together in groupby(self.steps, key=lambda each: each.step.turn):
            yield tuple(together)

    def position(self) -> int:
        """Where the chain waits: the first turn that isn't done, the release, or the end."""
        for turn in self.turns():
            if turn[0].step.kind == StepKind.RELEASE or not is_done(turn):
                return turn[0].step.turn
        return len(self.steps)

    def waiting(self, position: int) -> tuple[StandingStep, ...]:
        """The steps at which it waits at ``position``: several where a group does; none at the end."""
        return tuple(
            each
            for each in self.steps
            if each.step.turn == position and (each.step.kind == StepKind.RELEASE or not each.signed)
        )

    def of(self, step: RouteStep) -> StandingStep:
        """How ``step`` stands."""
        return next(each for each in self.steps if each.step.pk == step.pk)

    def barred(self, step: RouteStep) -> frozenset[int]:
        """People whose own contribution keeps them from ``step`` (law L2).

        What a reviewer changes on the way doesn't, where the step lets them edit: the supplying unit
        confirms it.
        """
        if not step.closed_to_contributors:
            return frozenset()
        return self.writers if step.may_edit else self.contributors

    def reviewers(self, but: RouteStep) -> set[int]:
        """People who signed any other review of this submission, whether or not it still counts."""
        return {
            person
            for each in self.steps
            if each.step.kind == StepKind.REVIEW and each.step.pk != but.pk
            for person in (
                *(one.person_id for one in each.step.sign_offs.all()),
                *(one.signer_person_id for one in each.papers if one.signer_person_id),
            )
        }


def is_done(turn: tuple[StandingStep, ...]) -> bool:
    """Whether the chain may go past these steps: the quorum, and whatever must be signed besides."""
    held = [each for each in turn if each.step.holds]
    needed = (held[0].step.quorum or len(held)) if held else 0
    required = all(each.signed for each in held if each.step.required and each.step.quorum)
    return required and sum(each.signed for each in held) >= needed


def standing(submission: Submission, parts: dict[str, str] | None = None) -> Standing:
    """The chain of ``submission`` on ``parts`` (its own where not given).

    Three queries; one more where a step is on paper, two where one may edit. A sign-off counts for a part
    as long as the part's digest is the one signed. At a step closed to contributors, those of somebody
    who changed the content don't count at all (law L2).
    """
    parts = submission.parts if parts is None else parts
    first = first_contributions(submission.family, submission.object_id, submission.contributions_after)
    writers = frozenset(person for person, pk in first.items() if pk <= submission.written_upto)
    steps = list(submission.steps.prefetch_related("sign_offs").all())
    papers = papers_of(submission, steps)
    confirmed = confirmed_by(submission, steps, parts)
    chain = Standing((), frozenset(first), writers)
    found = []
    for step in steps:
        barred = chain.barred(step)
        counting = [each for each in step.sign_offs.all() if each.person_id not in barred]
        if step.may_edit:
            counting = [each for each in counting if not _confirmed_alone(each, confirmed)]
        on_paper = counting_papers(papers, step, barred)
        unsigned = tuple(
            part
            for part, digest in sorted(parts.items())
            if len(_signers(counting, part, digest)) + _on_paper(on_paper, part, digest) < step.signatures
        )
        unconfirmed = tuple(part for part, by in confirmed.items() if not by) if step.may_edit else ()
        found.append(StandingStep(step, tuple(counting), unsigned, on_paper, unconfirmed))
    return Standing(tuple(found), frozenset(first), writers)


def _confirmed_alone(sign_off: SignOff, confirmed: dict[str, set[int]]) -> bool:
    """The supplying unit's word for an edit isn't the reviewer's own."""
    return any(by == {sign_off.person_id} for by in confirmed.values())


def _signers(sign_offs: list[SignOff], part: str, digest: str) -> set[int]:
    """Several signatures of one person count once."""
    return {each.person_id for each in sign_offs if each.parts.get(part) == digest}


def _on_paper(papers: tuple[PaperSignature, ...], part: str, digest: str) -> bool:
    return any(each.parts.get(part) == digest for each in papers)


def submission_of(family: str, object_id: int) -> Submission | None:
    """The submission that stands (open or permitted), else the latest one.

    Latest by number: a clock may jump back.
    """
    rows = Submission.objects.filter(family=family, object_id=object_id).select_related("supplier", "manager")
    return rows.filter(state__in=OPEN_OR_PERMITTED).first() or rows.order_by("-pk").first()
