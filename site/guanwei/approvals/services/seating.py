"""Whether a person may decide at a step, and in which post."""

from django.utils.translation import gettext as _

from guanwei.api import Citation, Refusal, StepKind
from guanwei.approvals.models import RouteStep
from guanwei.approvals.queries.standing import Standing
from guanwei.audit import clock
from guanwei.organisations.models import Person
from guanwei.organisations.queries.posts import Seat, seats
from guanwei.organisations.queries.roles import role_label


def citations(step: RouteStep) -> tuple[Citation, ...]:
    """The articles that ask for the step, as frozen."""
    return tuple(Citation(each["document"], each["article"], tuple(each["clauses"])) for each in step.cites)


def _refuse(step: RouteStep, sentence: str) -> list[Refusal]:
    return [Refusal(sentence, citations(step), step.rule, step.plugin, step.plugin_version)]


def _post(step: RouteStep) -> str:
    place = _("分管%(unit)s的") if step.overseer else "%(unit)s"
    return place % {"unit": step.unit} + role_label(step.role)


def seat_at(step: RouteStep | None, by: Person, now: Standing) -> tuple[Seat | None, list[Refusal]]:
    """The post in which ``by`` may decide at ``step`` today, or why not and who can (law L2)."""
    if step is None:
        return None, [Refusal(_("这份稿件没有等待签署的环节。"))]
    everybody = seats(step.role, step.unit, step.overseer, clock.today())
    mine = next((each for each in everybody if each.person.pk == by.pk), None)
    if mine is None:
        names = _("、").join(dict.fromkeys(str(each.person) for each in everybody)) or _("无人")
        return None, _refuse(
            step,
            _("“%(step)s”由%(post)s签署，您目前没有这个职务或其代签授权；现在可签的是：%(names)s。")
            % {"step": step.label, "post": _post(step), "names": names},
        )
    if step.kind == StepKind.REVIEW:
        if by.pk in now.contributors and not step.open_to_contributor:
            return None, _refuse(
                step,
                _("您参与写过这份稿件，不能自己审核；请%(post)s的其他任职人或受托人签署“%(step)s”。")
                % {"post": _post(step), "step": step.label},
            )
        if by.pk in now.reviewers(but=step):
            return None, _refuse(
                step,
                _("您已审过这份稿件的另一环节，一人只审一次；请%(post)s的其他任职人或受托人签署。")
                % {"post": _post(step)},
            )
    return mine, []
