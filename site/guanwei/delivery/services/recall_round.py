"""The worker's part of a recall: announce, call once, write down; ask about what is unknown (law L7)."""

import logging
from datetime import timedelta

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from guanwei.api import Channel
from guanwei.audit import clock
from guanwei.audit.acting import acting
from guanwei.delivery import journal
from guanwei.delivery.models import Event, Recall, RecallState
from guanwei.delivery.queries.channels import channel_named
from guanwei.delivery.services.claims import CLAIM_SECONDS, new_owner
from guanwei.delivery.services.recall_ends import close_overtaken, confirm, refuse
from guanwei.delivery.transports import (
    NotRecalled,
    NotSent,
    Outcome,
    Recalled,
    RecallOutcome,
    Recalls,
    Sent,
    Unknown,
    transport_of,
)

logger = logging.getLogger(__name__)
WAITS = (timedelta(seconds=15), timedelta(minutes=1), timedelta(minutes=5), timedelta(minutes=30))
# A platform may take a while to hide what it was told to: before this, "still there" proves nothing.
SETTLES_AFTER = timedelta(minutes=2)


def recall_due(at_most: int = 50) -> int:
    """Judge claims that ran out, call channels for what was demanded, ask about what is unknown."""
    done = _judge_expired() + close_overtaken()
    for recall_id in _ids(Q(state=RecallState.ASKED), at_most):
        done += _safely(_withdraw, recall_id)
    for recall_id in _ids(Q(state=RecallState.UNKNOWN, look_at__lte=clock.now()), at_most):
        done += _safely(_look, recall_id)
    return done


def _ids(which: Q, at_most: int) -> list[int]:
    return list(Recall.objects.filter(which).order_by("pk").values_list("pk", flat=True)[:at_most])


def _safely(work: object, recall_id: int) -> int:
    """One recall's trouble must not keep the others waiting; its claim runs out and is judged."""
    try:
        with acting(None, "delivery.recall"):
            work(recall_id)  # type: ignore[operator]
    except Exception:
        logger.exception("recall %s could not be worked on", recall_id)
        return 0
    return 1


def _claimed(recall_id: int, state: RecallState, owner: str) -> Recall | None:
    """Take it, and announce the call in the same transaction: from then on it counts as made."""
    with transaction.atomic(durable=True):
        rows = Recall.objects.select_for_update(skip_locked=True, of=("self",)).select_related("delivery")
        free = Q(claimed_until__isnull=True) | Q(claimed_until__lte=clock.now())
        row = rows.filter(free, pk=recall_id, state=state).first()
        if row is None:
            return None
        row.claimed_by = owner
        row.claimed_until = clock.now() + timedelta(seconds=CLAIM_SECONDS)
        if state == RecallState.ASKED:
            row.state = RecallState.IN_FLIGHT
            journal.write(row.delivery, Event.ABOUT_TO_RECALL, owner=owner, address=row.delivery.address)
        row.save()
    return row


def _withdraw(recall_id: int) -> None:
    owner = new_owner()
    channel = _channel(recall_id)
    transport = _transport(channel)
    if transport is None:
        with transaction.atomic():
            row = Recall.objects.select_for_update().get(pk=recall_id)
            if row.state == RecallState.ASKED:
                row.state = RecallState.WAITING_PERSON
                row.outcome = _("渠道没有装载或不会撤回，请由人工在平台删除后确认。")
                row.save()
        return
    claimed = _claimed(recall_id, RecallState.ASKED, owner)
    if claimed is not None:
        _conclude(recall_id, owner, _called(transport, claimed))


def _channel(recall_id: int) -> Channel | None:
    return channel_named(Recall.objects.values_list("delivery__channel", flat=True).get(pk=recall_id))


def _transport(channel: Channel | None) -> Recalls | None:
    if channel is None or not channel.transport:
        return None
    try:
        transport = transport_of(channel)
    except ImportError:
        return None
    return transport if isinstance(transport, Recalls) else None


def _called(transport: Recalls, row: Recall) -> RecallOutcome:
    try:
        return transport.withdraw(row.delivery.key, row.delivery.address)
    except Exception as error:
        logger.exception("the transport of %s raised", row.delivery.key)
        return Unknown(_("撤回程序出错（%(error)s）") % {"error": type(error).__name__})


def _conclude(recall_id: int, owner: str, outcome: RecallOutcome) -> None:
    with transaction.atomic(durable=True):
        row = Recall.objects.select_for_update().get(pk=recall_id)
        if row.claimed_by != owner:
            logger.warning("recall %s was taken over by another worker", recall_id)
        elif isinstance(outcome, Recalled):
            confirm(row, Event.RECALLED)
        elif isinstance(outcome, NotRecalled):
            refuse(row, outcome.reason)
        else:
            _unknown(row, outcome.reason)


def _unknown(row: Recall, reason: str) -> None:
    sentence = _("撤回结果不明：%(reason)s。系统会向对方查询，不会重复要求；也可登录平台核对后在此确认。")
    row.state, row.outcome = RecallState.UNKNOWN, (sentence % {"reason": reason})[:500]
    row.claimed_by, row.claimed_until = "", None
    row.look_at = clock.now() + WAITS[min(row.looks, len(WAITS) - 1)]
    row.save()
    journal.write(row.delivery, Event.RECALL_UNKNOWN, reason=reason)


def _judge_expired() -> int:
    """The process died after its announcement: the platform may have heard, so it is asked, not told again."""
    late = Q(state=RecallState.IN_FLIGHT, claimed_until__lte=clock.now())
    ids = _ids(late, 50)
    for recall_id in ids:
        with transaction.atomic(), acting(None, "delivery.recall"):
            row = Recall.objects.select_for_update(skip_locked=True).filter(late, pk=recall_id).first()
            if row is not None:
                _unknown(row, _("办理撤回的进程中断，对方可能已收到"))
    return len(ids)


def _look(recall_id: int) -> None:
    """Ask the platform whether it still shows the post. Only reads."""
    owner = new_owner()
    row = _claimed(recall_id, RecallState.UNKNOWN, owner)
    if row is None:
        return
    outcome = _found(_channel(recall_id), row.delivery.key)
    with transaction.atomic(durable=True):
        row = Recall.objects.select_for_update().get(pk=recall_id)
        if row.claimed_by != owner:
            return
        journal.write(row.delivery, Event.RECALL_LOOKED, answer=type(outcome).__name__)
        row.looks += 1
        if isinstance(outcome, NotSent):
            confirm(row, Event.RECALLED)
        elif isinstance(outcome, Sent) and clock.now() >= _settled_at(row):
            refuse(row, _("查明对方仍在显示"))
        else:
            row.claimed_by, row.claimed_until = "", None
            row.look_at = clock.now() + WAITS[min(row.looks, len(WAITS) - 1)]
            row.save()


def _found(channel: Channel | None, key: str) -> Outcome:
    try:
        if channel is None or not channel.transport:
            return Unknown(_("渠道没有装载"))
        return transport_of(channel).find(key)
    except Exception as error:
        return Unknown(_("查询程序出错（%(error)s）") % {"error": type(error).__name__})


def _settled_at(row: Recall) -> object:
    called = row.delivery.attempts.filter(event=Event.ABOUT_TO_RECALL).order_by("-pk").first()
    return (called.at if called else row.asked_at) + SETTLES_AFTER
