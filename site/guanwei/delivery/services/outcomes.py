"""What came of a call: the row and its journal say it, and what happens next. Inside the caller's transaction."""

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from guanwei.audit import clock
from guanwei.delivery import journal
from guanwei.delivery.models import Delivery, DeliveryState, Event
from guanwei.delivery.services import waits
from guanwei.delivery.services.claims import let_go
from guanwei.delivery.transports import NotSent, Outcome, Pending, Sent, Unknown


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
