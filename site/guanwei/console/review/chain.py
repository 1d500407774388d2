"""How far a submission has come: each step, who signed in which post, who may sign what waits."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from guanwei.api import Citation, StepKind
from guanwei.approvals.models import PaperSignature, RouteStep, SignOff, Submission, SubmissionState
from guanwei.approvals.naming import asks_in_words
from guanwei.approvals.queries.standing import Standing, StandingStep
from guanwei.approvals.services.seating import citations, holders, post_of
from guanwei.audit import clock
from guanwei.organisations.models import Delegation
from guanwei.organisations.queries.roles import role_label
from guanwei.organisations.queries.seats import Seat, seats

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
    papers: tuple[PaperSignature, ...] = ()
    asks: str = ""

    @property
    def names(self) -> str:
        return _("、").join(dict.fromkeys(str(each.person) for each in self.able)) or _("目前无人可签")


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
    """The steps of ``submission``. Two queries, two more for each step that waits."""
    signed = list(
        SignOff.objects.filter(submission=submission)
        .select_related("person", "appointment__unit", "delegation")
        .order_by("decided_at", "pk")
    )
    units = {each.pk: each.unit for each in submission.steps.select_related("unit")}
    waiting = {each.step.pk for each in now.waiting(submission.position)}
    found = []
    for each in now.steps:
        each.step.unit, each.step.submission = units[each.step.pk], submission
        counting = {sign_off.pk for sign_off in each.sign_offs}
        mine = tuple(one for one in signed if one.pk in counting)
        for one in mine:
            one.step = each.step
        waits = submission.state in STANDING and each.step.pk in waiting
        found.append(_step(submission, each, mine, now, waits))
    return found


def _step(
    submission: Submission, each: StandingStep, mine: tuple[SignOff, ...], now: Standing, waits: bool
) -> ChainStep:
    step = each.step
    released = step.kind == StepKind.RELEASE and submission.state == SubmissionState.RELEASED
    if waits:
        state = "waiting"
    elif (each.signed and (mine or each.papers)) or released:
        state = "done"
    elif not step.holds:
        state = "silent"
    else:
        state = "later"
    people = able(step, now) if waits else ()
    return ChainStep(step, state, post_of(step), citations(step), mine, people, each.papers, asks_of(each))


def asks_of(each: StandingStep) -> str:
    """What a step asks beyond one signature, and how far that is; empty for an ordinary one."""
    step = each.step
    said = asks_in_words(
        step.group_label, step.quorum, step.signatures, step.on_paper, step.veto, step.may_edit
    )
    if step.signatures > 1:
        said.append(_("已签%(have)d人") % {"have": len({one.person_id for one in each.sign_offs})})
    if each.unconfirmed:
        said.append(_("审改的内容待供稿单位确认"))
    return _("；").join(said)


def able(step: RouteStep, now: Standing) -> tuple[Seat, ...]:
    """Those whom law L2 lets sign here: the same question that the service asks of one person."""
    everybody = holders(step)
    if step.on_paper:
        everybody = seats(step.recorder, step.submission.manager, False, clock.today())
    if step.kind != StepKind.REVIEW or step.on_paper:
        return tuple(everybody)
    barred = now.reviewers(but=step) | now.barred(step)
    done = {one.person_id for one in now.of(step).sign_offs} if step.signatures > 1 else set()
    return tuple(each for each in everybody if each.person.pk not in barred | done)
