"""Consent by telephone: the post's holder signs by saying yes, another person records the call."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from guanwei.api import Citation, Refusal, Urgency
from guanwei.approvals.calls import CallRecord
from guanwei.approvals.models import Contribution, RouteStep, Submission
from guanwei.approvals.naming import post_in_words
from guanwei.approvals.queries.standing import standing
from guanwei.approvals.services.asking_again import refusals_of_rules
from guanwei.approvals.services.locking import locked
from guanwei.approvals.services.seating import holders
from guanwei.approvals.services.signing import sign_held
from guanwei.approvals.services.telephone_numbers import spelled
from guanwei.audit import clock
from guanwei.audit.acting import acting
from guanwei.organisations.models import Person
from guanwei.organisations.queries.seats import Seat, seats


@dataclass(frozen=True, slots=True)
class Call:
    """What the recorder says of the call. ``read_out`` names the parts that were read to the holder."""

    consenter: Person
    consented_at: datetime | None
    number: str
    read_out: frozenset[str]
    opinion: str = ""


def sign_by_telephone(
    submission_id: int,
    step_id: int,
    by: Person,
    seen: Mapping[str, str],
    call: Call,
    checklist: Mapping[str, bool] | None = None,
) -> list[Refusal]:
    """Record that ``call.consenter`` consented. ``by`` is the recorder, ``seen`` what the recorder read from.

    The record says that ``by`` acted, the sign-off that the consenter signed.
    """
    refusals = refusals_of_rules(submission_id, by, seen)
    if refusals:
        return refusals
    with transaction.atomic(), acting(by, call.opinion):
        submission = locked(submission_id)
        step = submission.steps.select_related("unit", "phone_unit").filter(pk=step_id).first()
        if step is None:
            return [Refusal(_("没有这个环节；请从“等我处理”重新打开。"))]
        number = spelled(call.number)
        refusals = refusals_to_record(submission, step, by)
        refusals = refusals or _of_call(submission, step, by, call, number)
        recorder = next((each for each in _recorders(step) if each.person.pk == by.pk), None)
        if refusals or recorder is None or call.consented_at is None:
            return refusals
        record = CallRecord(recorder, call.consented_at, number, step.phone_cites)
        return sign_held(submission, step.pk, call.consenter, seen, call.opinion, checklist or {}, record)


def refusals_to_record(submission: Submission, step: RouteStep, by: Person) -> list[Refusal]:
    """Why ``by`` may not record a call for the step; empty when they may."""
    if not step.phone_recorder or not submission.second_review:
        return [Refusal(_("“%(step)s”不接受电话同意，须由本人或其受托人签署。") % {"step": step.label})]
    if submission.facts.get("urgency") != Urgency.EMERGENCY:
        return [Refusal(_("电话同意只用于突发事件；这份稿件须由本人或其受托人签署。"))]
    recorders = _recorders(step)
    if by.pk not in {each.person.pk for each in recorders}:
        names = _("、").join(dict.fromkeys(str(each.person) for each in recorders)) or _("无人")
        said = _("电话同意由%(post)s记录；现在可以记录的是：%(names)s。")
        return [_refused(step, said % {"post": recorder_post(step), "names": names})]
    if by.pk in standing(submission).contributors:
        said = _("您参与写过这份稿件，不能记录对它的同意；请%(post)s的其他任职人记录。")
        return [_refused(step, said % {"post": recorder_post(step)})]
    return []


def _of_call(submission: Submission, step: RouteStep, by: Person, call: Call, number: str) -> list[Refusal]:
    if call.consenter.pk == by.pk:
        return [_refused(step, _("同意人和记录人不能是同一人；您自己签署的，请直接在签署页面签。"))]
    if call.consenter not in consenters(step):
        return [_refused(step, _("电话里同意的须是任职人本人，受托代签的请在签署页面签。"))]
    if not number:
        return [Refusal(_("请填写对方的电话号码：5到15位数字，可带区号。"))]
    if call.consented_at is None:
        return [Refusal(_("请填写通话时间，写到分钟。"))]
    return _time_refusals(submission, call.consented_at) or _unread(submission, step, call)


def _time_refusals(submission: Submission, consented_at: datetime) -> list[Refusal]:
    """The call was about this text: after its last change, and not in the future."""
    if consented_at > clock.now():
        return [Refusal(_("通话时间还没有到；请填写实际通话的时间。"))]
    changed = Contribution.objects.filter(family=submission.family, object_id=submission.object_id)
    last = changed.order_by("-pk").values_list("at", flat=True).first()
    since = max(filter(None, [submission.submitted_at, last]))
    # Typed to the minute: the minute in which the text was last changed counts.
    if consented_at < since.replace(second=0, microsecond=0):
        return [Refusal(_("通话在稿件最后一次改动之前；请就现在的内容重新征求同意。"))]
    return []


def _unread(submission: Submission, step: RouteStep, call: Call) -> list[Refusal]:
    now = standing(submission)
    owed = next((each.unsigned for each in now.steps if each.step.pk == step.pk), ())
    if set(owed) <= call.read_out:
        return []
    return [_refused(step, _("还有部分内容没有读给对方听；请全部读过，逐项勾选后再记录。"))]


def consenters(step: RouteStep) -> tuple[Person, ...]:
    """Who may say yes in a call: today's holders of the step's post. A delegate signs on the screen."""
    held = [each.person for each in holders(step) if each.delegation is None]
    return tuple({each.pk: each for each in held}.values())


def recorders(step: RouteStep) -> tuple[Person, ...]:
    """Everybody whose post lets them record calls for the step today."""
    return tuple({each.person.pk: each.person for each in _recorders(step)}.values())


def recorder_post(step: RouteStep) -> str:
    """The recorder's post in the office's words."""
    if step.phone_unit is None:
        return ""
    return post_in_words(step.phone_recorder, step.phone_unit, step.phone_overseer)


def _recorders(step: RouteStep) -> Iterable[Seat]:
    if step.phone_unit is None:
        return []
    return seats(step.phone_recorder, step.phone_unit, step.phone_overseer, clock.today())


def _refused(step: RouteStep, sentence: str) -> Refusal:
    cites = tuple(
        Citation(each["document"], each["article"], tuple(each["clauses"])) for each in step.phone_cites
    )
    return Refusal(sentence, cites, step.rule, step.plugin, step.plugin_version)
