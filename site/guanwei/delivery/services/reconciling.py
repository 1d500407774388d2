"""An unknown outcome is asked about, never blindly repeated (law L7)."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from guanwei.api import Refusal
from guanwei.audit import clock
from guanwei.audit.acting import acting
from guanwei.delivery import journal
from guanwei.delivery.models import Delivery, DeliveryState, Event
from guanwei.delivery.queries.channels import channel_named
from guanwei.delivery.queries.rights import refusals_to_handle
from guanwei.delivery.services import waits
from guanwei.delivery.services.asking import asked
from guanwei.delivery.services.claims import ClaimLostError, claim_to_ask, holding, let_go, new_owner
from guanwei.delivery.services.outcomes import note_accepted, settle, wait_for_review
from guanwei.delivery.services.receipts import try_hand_in_receipt
from guanwei.delivery.transports import NotSent, Outcome, Pending, Sent, Unknown, transport_of


def reconcile(delivery: Delivery, by: Any = None) -> list[Refusal]:
    """Ask the platform for the marker: adopt what is found, or say that a person may send again."""
    if by is not None and (refusals := refusals_to_handle(by, delivery)):
        return refusals
    owner = new_owner()
    with acting(by, "delivery.reconcile"):
        row = claim_to_ask(delivery.pk, owner)
        if row is None:
            return [Refusal(_("这条投放现在没有待查的结果，或正在查询；请刷新后再看。"))]
        outcome = _asked(row)
        try:
            _conclude(row.pk, owner, outcome, by)
        except ClaimLostError:
            return [Refusal(_("查询用时过长，已由另一进程接手；请稍后刷新。"))]
    return []


def _asked(delivery: Delivery) -> Outcome:
    channel = channel_named(delivery.channel)
    try:
        transport = transport_of(channel) if channel is not None else None
    except ImportError:
        transport = None
    if transport is None:
        # It may be out: held or sent again it would be without anybody knowing.
        sentence = _("渠道“%(channel)s”没有装载，请系统管理员装好")
        return Unknown(sentence % {"channel": delivery.channel})
    return asked(transport, delivery.key)


def _conclude(delivery_id: int, owner: str, outcome: Outcome, by: Any) -> None:
    with holding(delivery_id, owner) as row:
        journal.write(row, Event.ASKED, by=by, answer=type(outcome).__name__)
        if isinstance(outcome, Sent):
            journal.write(row, Event.FOUND, by=by, address=outcome.address)
            settle(row, outcome, by)
        elif isinstance(outcome, NotSent) and clock.now() >= settled_at(row):
            journal.write(row, Event.ABSENT, by=by)
            settle(row, NotSent(_("已向对方查明没有收到（%(reason)s）") % {"reason": outcome.reason}), by)
        elif isinstance(outcome, Pending) or row.state == DeliveryState.PENDING:
            _review_goes_on(row, outcome)
        else:
            _look_again(row, outcome)
    if row.state == DeliveryState.SENT:
        try_hand_in_receipt(row, by=by)


def settled_at(row: Delivery) -> datetime:
    """From when on the platform's "not there" is believed: some time after the call was surely over."""
    tried = journal.last_try(row)
    over = journal.first_line_after(tried) if tried else None
    return (over.at if over else clock.now()) + waits.SETTLES_AFTER


def _look_again(row: Delivery, outcome: Outcome) -> None:
    """Stay unknown and ask later, ever less often."""
    if isinstance(outcome, NotSent):
        row.look_at = settled_at(row)
        sentence = _("对方暂时没有这一条，但可能还在处理；%(time)s 后再查，查明没有才可重发。")
        sentence %= {"time": waits.shown(row.look_at)}
    else:
        row.look_at = clock.now() + waits.after_unknown(journal.asked_since(journal.last_try(row)))
        sentence = _("还查不到结果：%(reason)s。系统会继续查询；也可登录平台核对。")
        sentence %= {"reason": outcome.reason if isinstance(outcome, Unknown) else ""}
    let_go(row, DeliveryState.UNKNOWN, sentence)


def _review_goes_on(row: Delivery, outcome: Outcome) -> None:
    """The platform hasn't decided yet. After a while it doesn't count as reviewing: a person is asked."""
    accepted = journal.accepted_since(journal.last_try(row))
    reason = outcome.reason if isinstance(outcome, Pending | Unknown) else _("还没有结果")
    if accepted is None:
        note_accepted(row, reason)
    elif clock.now() < accepted.at + waits.REVIEW_ENDS:
        wait_for_review(row, reason)
    else:
        _review_is_over(row, reason)


def _review_is_over(row: Delivery, reason: str) -> None:
    if row.state == DeliveryState.PENDING:
        journal.write(row, Event.UNKNOWN, reason=reason)
    row.look_at = clock.now() + waits.AFTER_UNKNOWN[-1]
    sentence = _(
        "对方收下已久，仍没有结果（%(reason)s）；请有发布职责的人登录平台核对：已发布的填回地址，没有的写明后可重发。"
    )
    let_go(row, DeliveryState.UNKNOWN, sentence % {"reason": reason})
