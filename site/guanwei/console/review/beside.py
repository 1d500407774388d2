"""What may be done beside signing: papers, the supplying unit's word, vetoes. Read for one person."""

from dataclasses import dataclass

from guanwei.approvals.models import PaperSignature, RouteStep, Submission, SubmissionState, Veto
from guanwei.approvals.queries.standing import Standing
from guanwei.approvals.services.confirming import confirmer_at, to_confirm
from guanwei.approvals.services.paper_checks import checker_at, print_code, waiting_paper
from guanwei.approvals.services.seating import held_by, holders, seat_around
from guanwei.organisations.models import Person

STANDING = (SubmissionState.OPEN, SubmissionState.PERMITTED)


@dataclass(frozen=True, slots=True)
class Beside:
    """``on_paper`` waits for a paper; ``record`` and ``check`` say whether this person may bring or check it.

    ``confirm`` is the step whose edits this person may confirm, ``veto`` the one at which they may veto,
    ``lift`` the vetoes that they may lift.
    """

    on_paper: RouteStep | None = None
    code: str = ""
    signers: tuple[str, ...] = ()
    record: bool = False
    paper: PaperSignature | None = None
    check: bool = False
    confirm: RouteStep | None = None
    edited: tuple[str, ...] = ()
    veto: RouteStep | None = None
    may_pass: bool = False
    lift: tuple[Veto, ...] = ()

    @property
    def waits(self) -> bool:
        """Something here is this person's to do, although they sign nothing."""
        return self.record or self.check or self.confirm is not None or self.may_pass

    @property
    def step(self) -> RouteStep | None:
        """The step that the form of this person is about."""
        return self.on_paper if self.record or self.check else self.confirm or self.veto


def beside(submission: Submission, person: Person, now: Standing) -> Beside:
    """No query where the route has none of it."""
    if submission.state == SubmissionState.VETOED:
        return Beside(lift=_liftable(submission, person))
    if submission.state not in STANDING:
        return Beside()
    found = {**_veto(submission, person, now)}
    if submission.state == SubmissionState.OPEN:
        found |= _on_paper(submission, person, now) | _confirming(submission, person, now)
    return Beside(**found)  # type: ignore[arg-type]


def _on_paper(submission: Submission, person: Person, now: Standing) -> dict[str, object]:
    waiting = now.waiting(submission.position)
    step = next((each.step for each in waiting if each.step.on_paper), None)
    if step is None:
        return {}
    paper = waiting_paper(step)
    found: dict[str, object] = {"on_paper": step, "code": print_code(submission.parts), "paper": paper}
    if paper is not None:
        return {**found, "check": not checker_at(step, person, now)[2]}
    names = tuple(dict.fromkeys(str(each.person) for each in holders(step)))
    return {**found, "signers": names, "record": seat_around(step, step.recorder, person)[0] is not None}


def _confirming(submission: Submission, person: Person, now: Standing) -> dict[str, object]:
    step, edited = to_confirm(submission, now)
    if step is None or confirmer_at(submission, step, person)[0] is None:
        return {}
    return {"confirm": step, "edited": edited}


def _veto(submission: Submission, person: Person, now: Standing) -> dict[str, object]:
    for each in now.steps:
        if each.step.veto and held_by(each.step, person)[0] is not None:
            waits = bool(each.unsigned) and not each.step.holds
            return {"veto": each.step, "may_pass": waits and submission.state == SubmissionState.OPEN}
    return {}


def _liftable(submission: Submission, person: Person) -> tuple[Veto, ...]:
    rows = Veto.objects.filter(submission=submission, lifted_at__isnull=True)
    rows = rows.select_related("step__unit", "step__submission__manager", "person")
    return tuple(each for each in rows if held_by(each.step, person)[0] is not None)
