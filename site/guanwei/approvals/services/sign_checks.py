"""What keeps a person from signing a step, beyond the post: the step's turn, their own signature, open boxes."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from guanwei.api import Refusal, StepKind
from guanwei.approvals.models import RouteStep, Submission, SubmissionState
from guanwei.approvals.queries.standing import Standing, standing
from guanwei.approvals.services.seating import cited, refuse, seat_at
from guanwei.organisations.models import Person

OPINION_CHARS = 300


def unsignable(submission: Submission, step: RouteStep | None, opinion: str) -> list[Refusal]:
    """Why nobody signs ``step`` now, whoever asks."""
    if submission.state != SubmissionState.OPEN:
        return [Refusal(_("这份稿件%(state)s，不再等待签署。") % {"state": submission.get_state_display()})]
    silent = step is not None and not step.holds
    if step is None or step.kind == StepKind.RELEASE or (step.turn != submission.position and not silent):
        waiting = standing(submission).waiting(submission.position)
        steps = _("、").join(_("“%(step)s”") % {"step": each.step.label} for each in waiting)
        return [Refusal(_("现在等待的是%(steps)s，请按次序签署。") % {"steps": steps})]
    if len(opinion) > OPINION_CHARS:
        return [Refusal(_("意见请控制在%(limit)d字以内。") % {"limit": OPINION_CHARS})]
    return []


def done_with(step: RouteStep, by: Person, now: Standing, submission: Submission) -> list[Refusal]:
    """The step has this person's signature, or all that it needs."""
    stands = now.of(step)
    if not stands.unsigned and stands.unconfirmed:
        return refuse(
            step, _("“%(step)s”已签，正等供稿单位确认审改的内容；确认后自动进入下一环节。") % {"step": step}
        )
    if not stands.unsigned:
        return refuse(step, _("“%(step)s”已经签过，正等同组的其他环节签署。") % {"step": step})
    if not stands.unsigned_by(by.pk, submission.parts):
        return refuse(
            step,
            _("您已签过“%(step)s”，一人签署只计一次；还须由另外的任职人或受托人签署（共须%(count)d人）。")
            % {"step": step, "count": step.signatures},
        )
    return []


def refusals_at(step: RouteStep, by: Person, now: Standing, submission: Submission) -> list[Refusal]:
    """Why ``by`` has nothing to sign or release at ``step``: the question that a screen asks before."""
    refusals = seat_at(step, by, now)[1]
    return refusals if refusals or step.kind == StepKind.RELEASE else done_with(step, by, now, submission)


def open_boxes(step: RouteStep, ticked: Mapping[str, bool]) -> list[Refusal]:
    """The binding boxes of the checklist that aren't ticked."""
    open_ones = [each for each in step.checklist if each["binding"] and not ticked.get(each["id"])]
    return [
        Refusal(
            _("请逐项核对后勾选“%(item)s”再签。") % {"item": each["label"]},
            cited(each["cites"]),
            step.rule,
            step.plugin,
            step.plugin_version,
        )
        for each in open_ones
    ]
