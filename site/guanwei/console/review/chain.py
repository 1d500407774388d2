"""How far a submission has come: each step, who signed in which post, who may sign what waits."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from guanwei.api import Citation, StepKind
from guanwei.approvals.models import RouteStep, SignOff, Submission, SubmissionState
from guanwei.approvals.queries.standing import Standing
from guanwei.approvals.services.seating import citations
from guanwei.audit import clock
from guanwei.organisations.models import Delegation
from guanwei.organisations.queries.posts import Seat, seats
from guanwei.organisations.queries.roles import role_label

STANDING = (SubmissionState.OPEN, SubmissionState.PERMITTED)


@dataclass(frozen=True, slots=True)
class ChainStep:
    """One step. ``state``: done, waiting, later. ``able`` are those who may sign now, where it waits."""

    step: RouteStep
    state: str
    post: str
    cites: tuple[Citation, ...]
    signatures: tuple[SignOff, ...] = ()
    able: tuple[Seat, ...] = ()

    @property
    def names(self) -> str:
        return _("、").join(dict.fromkeys(str(each.person) for each in self.able)) or _("目前无人可签")


def post_of(step: RouteStep) -> str:
    """The post that the step asks for, in the office's words."""
    place = _("分管%(unit)s的") if step.overseer else "%(unit)s"
    return place % {"unit": step.unit} + role_label(step.role)


def held_post(decision: SignOff) -> str:
    """The post in which a decision was made, with the written authority where it was lent."""
    post = f"{decision.appointment.unit}{role_label(decision.appointment.role)}"
    lent: Delegation | None = decision.delegation
    return (
        _("%(post)s（代签，依据：%(document)s）") % {"post": post, "document": lent.document}
        if lent
        else post
    )


def chain_of(submission: Submission, now: Standing) -> list[ChainStep]:
    """The steps of ``submission``. Two queries, two more where a step waits."""
    signed = list(
        SignOff.objects.filter(submission=submission)
        .select_related("person", "appointment__unit", "delegation")
        .order_by("decided_at", "pk")
    )
    units = {each.pk: each.unit for each in submission.steps.select_related("unit")}
    found = []
    for each in now.steps:
        each.step.unit = units[each.step.pk]
        counting = {sign_off.pk for sign_off in each.sign_offs}
        mine = tuple(one for one in signed if one.pk in counting)
        found.append(_step(submission, each.step, each.signed, mine, now))
    return found


def _step(
    submission: Submission, step: RouteStep, is_signed: bool, mine: tuple[SignOff, ...], now: Standing
) -> ChainStep:
    waits = submission.state in STANDING and step.position == submission.position
    if waits:
        state = "waiting"
    elif (is_signed and mine) or (
        step.kind == StepKind.RELEASE and submission.state == SubmissionState.RELEASED
    ):
        state = "done"
    else:
        state = "later"
    return ChainStep(step, state, post_of(step), citations(step), mine, able(step, now) if waits else ())


def able(step: RouteStep, now: Standing) -> tuple[Seat, ...]:
    """Those whom law L2 lets sign here: the same question that the service asks of one person."""
    everybody = seats(step.role, step.unit, step.overseer, clock.today())
    if step.kind != StepKind.REVIEW:
        return tuple(everybody)
    barred = now.reviewers(but=step) | (set() if step.open_to_contributor else now.contributors)
    return tuple(each for each in everybody if each.person.pk not in barred)
