"""An unknown outcome is asked about, never blindly repeated (law L7)."""

from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from guanwei.api import Refusal
from guanwei.audit import clock
from guanwei.audit.acting import acting
from guanwei.delivery import journal
from guanwei.delivery.models import Delivery, DeliveryState, Event
from guanwei.delivery.queries.channels import channel_named
from guanwei.delivery.queries.rights import refusals_to_handle
from guanwei.delivery.services.claims import ClaimLostError, claim, holding, let_go, new_owner
from guanwei.delivery.services.receipts import try_hand_in_receipt
from guanwei.delivery.services.sending import settle
from guanwei.delivery.transports import NotSent, Outcome, Sent, Unknown, transport_of

# A platform may take in late what it was sent: before this, "not there" proves nothing.
SETTLES_AFTER = timedelta(minutes=2)
WAITS = (timedelta(seconds=15), timedelta(minutes=1), timedelta(minutes=5), timedelta(minutes=30))


def reconcile(delivery: Delivery, by: Any = None) -> list[Refusal]:
    """Ask the platform for the marker: adopt what is found, or say that a person may send again."""
    if by is not None and (refusals := refusals_to_handle(by, delivery)):
        return refusals
    owner = new_owner()
    with acting(by, "delivery.reconcile"):
        row = claim(delivery.pk, owner, DeliveryState.UNKNOWN, DeliveryState.UNKNOWN)
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
    if channel is None or not channel.transport:
        return Unknown(_("渠道没有装载"))
    try:
        return transport_of(channel).find(delivery.key)
    except Exception as error:
        return Unknown(_("查询程序出错（%(error)s）") % {"error": type(error).__name__})


def _conclude(delivery_id: int, owner: str, outcome: Outcome, by: Any) -> None:
    with holding(delivery_id, owner) as row:
        journal.write(row, Event.ASKED, by=by, answer=type(outcome).__name__)
        if isinstance(outcome, Sent):
            journal.write(row, Event.FOUND, by=by, address=outcome.address)
            settle(row, outcome, by)
        elif isinstance(outcome, NotSent) and clock.now() >= _settled_at(row):
            journal.write(row, Event.ABSENT, by=by)
            settle(row, NotSent(_("已向对方查明没有收到")), by)
        else:
            _look_again(row, outcome)
    if row.state == DeliveryState.SENT:
        try_hand_in_receipt(row, by=by)


def _settled_at(row: Delivery) -> datetime:
    tried = journal.last_try(row)
    return (tried.at if tried else clock.now()) + SETTLES_AFTER


def _look_again(row: Delivery, outcome: Outcome) -> None:
    """Stay unknown and ask later, ever less often."""
    asked = journal.asked_since(journal.last_try(row))
    if isinstance(outcome, NotSent):
        row.look_at = _settled_at(row)
        until = timezone.localtime(row.look_at).strftime("%H:%M:%S")
        sentence = _("对方暂时没有这一条，但可能还在处理；%(time)s 后再查，查明没有才可重发。")
        sentence %= {"time": until}
    else:
        row.look_at = clock.now() + WAITS[min(asked, len(WAITS)) - 1]
        sentence = _("还查不到结果：%(reason)s。系统会继续查询；也可登录平台核对。")
        sentence %= {"reason": outcome.reason if isinstance(outcome, Unknown) else ""}
    let_go(row, DeliveryState.UNKNOWN, sentence)
