"""Send what is due: claim, recompute, announce, call, write down. At most one call a try (law L7)."""

import logging

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from guanwei.api import Channel
from guanwei.audit import clock
from guanwei.audit.acting import acting
from guanwei.delivery import journal
from guanwei.delivery.messages import message_of
from guanwei.delivery.models import Delivery, DeliveryState, Event
from guanwei.delivery.queries.channels import channel_named
from guanwei.delivery.services.claims import ClaimLostError, claim, holding, let_go, new_owner, prolong
from guanwei.delivery.services.preparing import wait_for_person
from guanwei.delivery.services.receipts import try_hand_in_receipt
from guanwei.delivery.transports import NotSent, Outcome, Sent, Transport, Unknown, transport_of
from guanwei.delivery.verification import refusals_to_send

logger = logging.getLogger(__name__)


def send(delivery_id: int) -> None:
    """Try once to send one due delivery. Does nothing where somebody else has it or its time isn't come."""
    owner = new_owner()
    with acting(None, "delivery.send"):
        delivery = claim(delivery_id, owner, DeliveryState.PREPARED, DeliveryState.IN_FLIGHT)
        if delivery is None:
            return
        try:
            _work(delivery, owner)
        except ClaimLostError:
            logger.warning("delivery %s was taken over by another worker", delivery_id)


def _work(delivery: Delivery, owner: str) -> None:
    channel = channel_named(delivery.channel)
    if channel is None:
        _hold(delivery, owner, _no_channel(delivery))
    elif not channel.transport:
        with holding(delivery.pk, owner) as row:
            wait_for_person(row)
    else:
        _send_through(delivery, owner, channel)


def _send_through(delivery: Delivery, owner: str, channel: Channel) -> None:
    refusals = refusals_to_send(delivery)
    if refusals:
        _hold(delivery, owner, str(refusals[0]))
        return
    try:
        transport = transport_of(channel)
    except ImportError:
        _hold(delivery, owner, _no_channel(delivery))
        return
    message = message_of(delivery)
    with holding(delivery.pk, owner) as row:
        prolong(row)
        journal.write(
            row,
            Event.ABOUT_TO_SEND,
            payload_digest=row.payload_digest,
            link=message["source_url"],
            owner=owner,
        )
    # From here on the platform may have it, whatever happens to this process.
    conclude(delivery.pk, owner, _called(transport, delivery.key, message))


def _called(transport: Transport, key: str, message: dict[str, object]) -> Outcome:
    try:
        return transport.send(key, message)
    except Exception as error:
        logger.exception("the transport of %s raised", key)
        return Unknown(_("发送程序出错（%(error)s）") % {"error": type(error).__name__})


def _hold(delivery: Delivery, owner: str, sentence: str) -> None:
    with holding(delivery.pk, owner) as row:
        journal.write(row, Event.HELD, reason=sentence)
        let_go(row, DeliveryState.HELD, sentence)


def _no_channel(delivery: Delivery) -> str:
    return _("渠道“%(channel)s”没有装载，不能发出；请系统管理员装好后，由有发布职责的人点“重新发送”。") % {
        "channel": delivery.channel
    }


def conclude(delivery_id: int, owner: str, outcome: Outcome) -> None:
    """Write down what came of the call, then hand in the receipt."""
    with holding(delivery_id, owner) as row:
        settle(row, outcome)
    if row.state == DeliveryState.SENT:
        try_hand_in_receipt(row)


def settle(row: Delivery, outcome: Outcome, by: object = None) -> None:
    """Put the outcome on the row and in its journal. Inside a transaction."""
    match outcome:
        case Sent(address):
            _note_sent(row, address, by)
        case NotSent(reason):
            sentence = _("没有发出：%(reason)s。排除原因后，请有发布职责的人点“重新发送”。")
            journal.write(row, Event.REFUSED, reason=reason)
            let_go(row, DeliveryState.FAILED, sentence % {"reason": reason})
        case Unknown(reason):
            _note_unknown(row, reason)


def _note_sent(row: Delivery, address: str, by: object) -> None:
    row.address, row.done_at, row.done_by = address, clock.now(), by
    try:
        with transaction.atomic():
            let_go(row, DeliveryState.SENT)
    except IntegrityError:
        row.address, row.done_at, row.done_by = "", None, None
        _note_unknown(row, _("对方给的地址已属于另一条投放"))
    else:
        journal.write(row, Event.SENT, by=by, address=address)


def _note_unknown(row: Delivery, reason: str) -> None:
    journal.write(row, Event.UNKNOWN, reason=reason)
    sentence = _("结果不明：%(reason)s。系统会向对方查询，不会直接重发；也可由有发布职责的人点“查询结果”。")
    let_go(row, DeliveryState.UNKNOWN, sentence % {"reason": reason})
