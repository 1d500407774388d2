"""Whether a person may decide at a step, and in which post."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from guanwei.api import Citation, Refusal, StepKind
from guanwei.approvals.models import RouteStep
from guanwei.approvals.naming import organ_in_words, post_in_words
from guanwei.approvals.queries.askings import may_be_decided
from guanwei.approvals.queries.standing import Standing
from guanwei.audit import clock
from guanwei.organisations.models import Person
from guanwei.organisations.queries.seats import AskedPost, Seat, seat_of, seats

Seated = tuple[Seat | None, list[Refusal]]
Desk = tuple[RouteStep | None, Seat | None, list[Refusal]]


def citations(step: RouteStep) -> tuple[Citation, ...]:
    """The articles that ask for the step, as frozen."""
    return cited(step.cites)


def cited(frozen: list[dict[str, Any]]) -> tuple[Citation, ...]:
    """Citations as they were frozen."""
    return tuple(Citation(each["document"], each["article"], tuple(each["clauses"])) for each in frozen)


def refuse(step: RouteStep, sentence: str) -> list[Refusal]:
    """A refusal in the name of the rule that asks for the step."""
    return [Refusal(sentence, citations(step), step.rule, step.plugin, step.plugin_version)]


def post_of(step: RouteStep) -> str:
    """The post that the step asks for, in the office's words."""
    if step.organ:
        return organ_in_words(step.organ)
    return post_in_words(step.role, step.unit, step.overseer, step.subject)


def holders(step: RouteStep) -> list[Seat]:
    """Everybody who holds the step's post today or signs for its holder; nobody of an organ outside."""
    return held_on(step, clock.today())


def held_on(step: RouteStep, day: date) -> list[Seat]:
    """The same on ``day``."""
    return [] if step.organ else seats(step.role, step.unit, step.overseer, day, step.subject)


def deciders(step: RouteStep) -> list[Seat]:
    """Everybody in the post that decides when a unit concerned is late; nobody where the rule names none."""
    unit = step.decider_unit
    return seats(step.decider, unit, step.decider_overseer, clock.today()) if unit is not None else []


def seat_to_decide(step: RouteStep, by: Person) -> Seat | None:
    """The post in which ``by`` decides in the place of a unit that is late; None before that, and for others."""
    unit = step.decider_unit if may_be_decided(step) else None
    post = AskedPost(step.decider, unit, step.decider_overseer) if unit is not None else None
    return seat_of(by, post, clock.today()) if post is not None else None


def held_by(step: RouteStep, by: Person) -> Seated:
    """The step's post as ``by`` holds it today, or why not and who does."""
    mine = seat_of(by, AskedPost(step.role, step.unit, step.overseer, step.subject), clock.today())
    if mine is not None:
        return mine, []
    everybody = holders(step)
    names = _("、").join(dict.fromkeys(str(each.person) for each in everybody)) or _("无人")
    return None, refuse(
        step,
        _("“%(step)s”由%(post)s签署，您目前没有这个职务或其代签授权；现在可签的是：%(names)s。")
        % {"step": step.label, "post": post_of(step), "names": names},
    )


def decides_late(step: RouteStep, by: Person) -> bool:
    """Whether ``by`` would sign in the place of a unit that is late, holding no post in it."""
    return seat_to_decide(step, by) is not None and by.pk not in {each.person.pk for each in holders(step)}


def seat_at(step: RouteStep | None, by: Person, now: Standing) -> Seated:
    """The post in which ``by`` may decide at ``step`` today, or why not and who can (law L2)."""
    if step is None:
        return None, [Refusal(_("这份稿件没有等待签署的环节。"))]
    deciding = seat_to_decide(step, by)
    if step.on_paper:
        on_paper = _("“%(step)s”在纸上签署；请登记签好的扫描件。") % {"step": step.label}
        return (deciding, []) if deciding else (None, refuse(step, on_paper))
    mine, refusals = held_by(step, by)
    if mine is None and deciding is not None:
        return deciding, []
    if mine is None or step.kind != StepKind.REVIEW:
        return mine, refusals
    if by.pk in now.barred(step):
        return None, refuse(
            step,
            _("您参与写过这份稿件，不能自己审核；请%(post)s的其他任职人或受托人签署“%(step)s”。")
            % {"post": post_of(step), "step": step.label},
        )
    if by.pk in now.reviewers(but=step):
        return None, refuse(
            step,
            _("您已审过这份稿件的另一环节，一人只审一次；请%(post)s的其他任职人或受托人签署。")
            % {"post": post_of(step)},
        )
    return mine, []


def seat_around(step: RouteStep, role: str, by: Person) -> Seated:
    """The post in which ``by`` brings in or checks the paper of ``step``: held in the managing unit."""
    manager = step.submission.manager
    everybody = seats(role, manager, False, clock.today())
    mine = next((each for each in everybody if each.person.pk == by.pk), None)
    if mine is not None:
        return mine, []
    names = _("、").join(dict.fromkeys(str(each.person) for each in everybody)) or _("无人")
    return None, refuse(
        step,
        _("“%(step)s”的纸质件由%(post)s办理，您目前没有这个职务；现在可办的是：%(names)s。")
        % {"step": step.label, "post": post_in_words(role, manager, False), "names": names},
    )


def desk_of(by: Person, waiting: Sequence[RouteStep], now: Standing) -> Desk:
    """Of the steps that wait, the one at which ``by`` may decide; else the first, and why not.

    For one that is signed on paper, whoever may bring the paper in.
    """
    tried: list[Desk] = []
    for step in waiting:
        seated = seat_at(step, by, now)
        if step.on_paper and seated[0] is None:
            seated = seat_around(step, step.recorder, by)
        tried.append((step, *seated))
    mine = next((each for each in tried if each[1] is not None), None)
    return mine or (tried[0] if tried else (None, *seat_at(None, by, now)))
