"""Law L2 once more before a permit: every kind of signature, on exactly this content, by different people."""

from guanwei.api import StepKind
from guanwei.approvals.models import RouteStep, SignOff, Submission, SubmissionState
from guanwei.approvals.queries.standing import Standing, StandingStep, is_done, standing
from guanwei.approvals.queries.vetoes import vetoes_on
from guanwei.screening.marks import standing_marks


class NotSigned(Exception):
    """A permit was asked for that law L2 doesn't allow. Never shown: services refuse before."""


def prove(submission: Submission, parts: dict[str, str]) -> None:
    """Raise ``NotSigned`` unless ``submission`` has all that its route asks on ``parts``."""
    now = standing(submission, parts)
    for turn in now.turns():
        if turn[0].step.kind != StepKind.RELEASE and not is_done(turn):
            raise NotSigned(f"{turn[0].step.label}: {[each.unsigned for each in turn]}")
    for each in now.steps:
        _prove_step(each, now, parts)
    _prove_one_review_each(now)
    if parts != submission.parts:
        raise NotSigned("the draft moved on")
    if submission.state != SubmissionState.OPEN:
        raise NotSigned(f"the submission is {submission.state}")
    if vetoes_on(submission.family, submission.object_id, parts).exists():
        raise NotSigned("vetoed")
    if standing_marks(submission.family, submission.object_id).exists():
        raise NotSigned("marked")


def _prove_step(each: StandingStep, now: Standing, parts: dict[str, str]) -> None:
    """What counted must count for its own reasons, not only because ``standing`` said so."""
    barred = now.barred(each.step)
    for sign_off in each.sign_offs:
        if (sign_off.late or each.step.on_paper) and not _was_late(each.step, sign_off):
            raise NotSigned(f"{each.step.label}: {sign_off.person} decided too early")
        if sign_off.person_id in barred:
            raise NotSigned(f"{sign_off.person} contributed")
    for paper in each.papers:
        people = [paper.person_id, paper.confirmed_by_id, paper.signer_person_id]
        known = [one for one in people if one is not None]
        if not paper.confirmed_by_id or len(set(known)) != len(known) or paper.signer_person_id in barred:
            raise NotSigned(f"{each.step.label}: paper {paper.pk}")
    if each.signed and not each.step.on_paper:
        for part, digest in parts.items():
            signers = {one.person_id for one in each.sign_offs if one.parts.get(part) == digest}
            if len(signers) < each.step.signatures:
                raise NotSigned(f"{each.step.label}: {part} has {len(signers)} signatures")


def _was_late(step: RouteStep, sign_off: SignOff) -> bool:
    """The unit was asked, and its time was up enough, when another decided in its place."""
    return step.askings.filter(decides_at__lte=sign_off.decided_at).exists()


def _prove_one_review_each(now: Standing) -> None:
    reviewers: dict[int, int] = {}
    for each in now.steps:
        if each.step.kind != StepKind.REVIEW:
            continue
        signers = [one.person_id for one in each.sign_offs]
        signers += [one.signer_person_id for one in each.papers if one.signer_person_id]
        for person in signers:
            if reviewers.setdefault(person, each.step.pk) != each.step.pk:
                raise NotSigned(f"person {person} reviewed twice")
