"""Send what is due: claim, recompute, announce, call, write down. At most one call a try (law L7)."""

import logging
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from guanwei.api import Channel
from guanwei.audit import clock
from guanwei.audit.acting import acting
from guanwei.delivery import journal
from guanwei.delivery.messages import message_of
from guanwei.delivery.models import Delivery, DeliveryState, Event
from guanwei.delivery.pictures import NotPermittedError, files_of
from guanwei.delivery.queries.channels import channel_named
from guanwei.delivery.services import waits
from guanwei.delivery.services.asking import asked, understood
from guanwei.delivery.services.claims import (
    ClaimLostError,
    claim,
    holding,
    let_go,
    new_owner,
    prolong,
    refuse_late_start,
)
from guanwei.delivery.services.preparing import wait_for_person
from guanwei.delivery.services.receipts import try_hand_in_receipt
from guanwei.delivery.transports import NotSent, Outcome, Pending, Sent, Transport, Unknown, transport_of
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
    try:
        transport, message = transport_of(channel), _permitted(delivery)
    except ImportError:
        _hold(delivery, owner, _no_channel(delivery))
        return
    except NotPermittedError as error:
        _hold(delivery, owner, str(error.refusals[0]))
        return
    known = _known_before(transport, delivery)
    if known is not None:
        conclude(delivery.pk, owner, known)
        return
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
    refuse_late_start(row)
    conclude(delivery.pk, owner, _called(transport, delivery.key, message))


def _permitted(delivery: Delivery) -> dict[str, Any]:
    """What goes out, pictures included. Raises NotPermittedError."""
    refusals = refusals_to_send(delivery)
    if refusals:
        raise NotPermittedError(refusals)
    message = message_of(delivery)
    return {**message, "files": files_of(message)}


def _known_before(transport: Transport, delivery: Delivery) -> Outcome | None:
    """What the platform says before a second try; None where it may go out.

    The first one may have arrived after all, later than anybody waits. Only a person's word that it isn't
    there counts as much as the platform's.
    """
    tried = journal.last_try(delivery)
    if tried is None:
        return None
    outcome = asked(transport, delivery.key)
    if isinstance(outcome, Unknown) and not journal.said_absent_since(tried):
        return NotSent(_("重发前先向对方查询，%(reason)s，所以没有再发") % {"reason": outcome.reason})
    return outcome if isinstance(outcome, Sent | Pending) else None


def _called(transport: Transport, key: str, message: dict[str, Any]) -> Outcome:
    try:
        return understood(transport.send(key, message))
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
        case Sent(address, addresses):
            row.addresses = list(addresses)
            _note_sent(row, address, by)
        case NotSent(reason):
            sentence = _("没有发出：%(reason)s。排除原因后，请有发布职责的人点“重新发送”。")
            journal.write(row, Event.REFUSED, reason=reason)
            let_go(row, DeliveryState.FAILED, sentence % {"reason": reason})
        case Unknown(reason):
            _note_unknown(row, reason)
        case Pending(reason):
            note_accepted(row, reason)


def _note_sent(row: Delivery, address: str, by: object) -> None:
    was = row.state
    row.address, row.done_at, row.done_by = address, clock.now(), by
    try:
        with transaction.atomic():
            let_go(row, DeliveryState.SENT)
    except IntegrityError:
        row.state, row.address, row.addresses = was, "", []
        row.done_at, row.done_by = None, None
        _note_unknown(row, _("对方给的地址已属于另一条投放"))
    else:
        journal.write(row, Event.SENT, by=by, address=address)


def _note_unknown(row: Delivery, reason: str) -> None:
    journal.write(row, Event.UNKNOWN, reason=reason)
    row.look_at = clock.now() + waits.after_unknown(journal.asked_since(journal.last_try(row)))
    sentence = _("结果不明：%(reason)s。系统会向对方查询，不会直接重发；也可由有发布职责的人点“查询结果”。")
    let_go(row, DeliveryState.UNKNOWN, sentence % {"reason": reason})


def note_accepted(row: Delivery, reason: str) -> None:
    """The platform has it and is still deciding: look again, ever less often. Inside a transaction."""
    journal.write(row, Event.ACCEPTED, reason=reason)
    wait_for_review(row, reason)


def wait_for_review(row: Delivery, reason: str) -> None:
    """Ask again after a while."""
    row.look_at = clock.now() + waits.between_reviews(journal.asked_since(journal.last_try(row)))
    sentence = _("对方已收下，还在审核或处理（%(reason)s）；%(time)s 再查，不会重发，现在不用做什么。")
    let_go(row, DeliveryState.PENDING, sentence % {"reason": reason, "time": waits.shown(row.look_at)})
