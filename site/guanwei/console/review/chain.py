"""How far a submission has come: each step, who signed in which post, who may sign what waits."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from guanwei.api import Citation, StepKind
from guanwei.approvals.models import (
    Asking,
    PaperSignature,
    Return,
    RouteStep,
    SignOff,
    Submission,
    SubmissionState,
)
from guanwei.approvals.naming import asks_in_words
from guanwei.approvals.queries.askings import last_askings, may_be_decided
from guanwei.approvals.queries.standing import Standing, StandingStep
from guanwei.approvals.services.seating import citations, deciders, holders, post_of
from guanwei.audit import clock
from guanwei.console.review.confirming import due_in_words, late_in_words
from guanwei.organisations.models import Delegation
from guanwei.organisations.queries.roles import role_label
from guanwei.organisations.queries.seats import Seat, seats

STANDING = (SubmissionState.OPEN, SubmissionState.PERMITTED)


@dataclass(frozen=True, slots=True)
class ChainStep:
    """One step. ``state``: done, waiting, later. ``able`` are those who may sign now, where it waits.

    Of a confirmation, ``asking`` says since when the unit is asked, ``confirming`` how that stands in a word.
    """

    step: RouteStep
    state: str
    post: str
    cites: tuple[Citation, ...]
    signatures: tuple[SignOff, ...] = ()
    able: tuple[Seat, ...] = ()
    papers: tuple[PaperSignature, ...] = ()
    asks: str = ""
    asking: Asking | None = None
    confirming: str = ""

    @property
    def names(self) -> str:
        return _("、").join(dict.fromkeys(str(each.person) for each in self.able)) or _("目前无人可签")

    @property
    def due(self) -> str:
        """Until when the unit has time, with the working; empty without a deadline."""
        return due_in_words(self.step, self.asking) if self.asking is not None else ""

    @property
    def late(self) -> str:
        """Who decides when it is late, and from when on; empty where the rule names nobody."""
        return late_in_words(self.step, self.asking) if self.step.decider else ""


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
    """The steps of ``submission``. Two queries, two more for each step that waits, one where units confirm."""
    signed = list(
        SignOff.objects.filter(submission=submission)
        .select_related("person", "appointment__unit", "delegation")
        .order_by("decided_at", "pk")
    )
    steps = list(submission.steps.select_related("unit", "decider_unit"))
    units = {each.pk: each for each in steps}
    askings, objected = last_askings(steps), _objected(submission)
    waiting = {each.step.pk for each in now.waiting(submission.position)}
    found = []
    for each in now.steps:
        each.step.submission = submission
        each.step.unit, each.step.decider_unit = units[each.step.pk].unit, units[each.step.pk].decider_unit
        counting = {sign_off.pk for sign_off in each.sign_offs}
        mine = tuple(one for one in signed if one.pk in counting)
        for one in mine:
            one.step, one.held = each.step, held_post(one)
        waits = submission.state in STANDING and each.step.pk in waiting
        asking = askings.get(each.step.pk)
        found.append(_step(submission, each, mine, now, waits, asking, each.step.pk in objected))
    return found


def _objected(submission: Submission) -> set[int]:
    """Steps that sent it back: at a confirmation, that is the unit's objection. No query while it goes on."""
    if submission.state != SubmissionState.RETURNED:
        return set()
    return set(Return.objects.filter(submission=submission).values_list("step_id", flat=True))


def _step(
    submission: Submission,
    each: StandingStep,
    mine: tuple[SignOff, ...],
    now: Standing,
    waits: bool,
    asking: Asking | None,
    objected: bool,
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
    word = _confirming(each, mine, asking, objected) if step.confirms else ""
    return ChainStep(
        step, state, post_of(step), citations(step), mine, people, each.papers, asks_of(each), asking, word
    )


def _confirming(each: StandingStep, mine: tuple[SignOff, ...], asking: Asking | None, objected: bool) -> str:
    if objected:
        return _("已提出异议")
    if each.signed:
        return _("逾期代为决定") if any(one.late for one in mine) else _("已确认")
    return _("待确认") if asking is not None else _("尚未征求")


def asks_of(each: StandingStep) -> str:
    """What a step asks beyond one signature, and how far that is; empty for an ordinary one."""
    step = each.step
    said = asks_in_words(
        step.group_label,
        step.quorum,
        step.signatures,
        step.on_paper,
        step.veto,
        step.may_edit,
        step.layout_exempt,
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
    if may_be_decided(step):
        everybody = [*everybody, *deciders(step)]
    if step.kind != StepKind.REVIEW or step.on_paper:
        return tuple(everybody)
    barred = now.reviewers(but=step) | now.barred(step)
    done = {one.person_id for one in now.of(step).sign_offs} if step.signatures > 1 else set()
    return tuple(each for each in everybody if each.person.pk not in barred | done)
