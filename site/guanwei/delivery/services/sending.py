"""Send what is due: claim, recompute, announce, call, write down. At most one call a try (law L7)."""

import logging
from typing import Any

from django.utils.translation import gettext as _

from guanwei.api import Channel
from guanwei.audit.acting import acting
from guanwei.delivery import journal
from guanwei.delivery.messages import message_of
from guanwei.delivery.models import Delivery, DeliveryState, Event
from guanwei.delivery.pictures import NotPermittedError, files_of
from guanwei.delivery.queries.channels import channel_named
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
from guanwei.delivery.services.outcomes import settle
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
