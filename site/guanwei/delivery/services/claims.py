"""Who works on a delivery. A claim has an owner and an expiry, so that two workers never both send."""

import os
import secrets
import socket
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from guanwei.audit import clock
from guanwei.delivery import journal
from guanwei.delivery.models import Delivery, DeliveryState, Event
from guanwei.delivery.services import waits
from guanwei.delivery.states import move

# The longest that a call may take, and what a claim lasts: one that ran out belongs to a process that died.
CALL_SECONDS = 90
CLAIM_SECONDS = 120
# The platform knows more than we do.
ASKED_ABOUT = (DeliveryState.UNKNOWN, DeliveryState.PENDING)


class ClaimLostError(Exception):
    """Another worker took the delivery over while this one slept. The loser writes and sends nothing."""


def new_owner() -> str:
    """A name for one piece of work of this process."""
    return f"{socket.gethostname()[:40]}-{os.getpid()}-{secrets.token_hex(6)}"


def _locked(delivery_id: int) -> QuerySet[Delivery]:
    """The row, locked; nothing where another worker holds the lock. SQLite locks the database instead."""
    return Delivery.objects.select_for_update(skip_locked=True).filter(pk=delivery_id)


def claim(delivery_id: int, owner: str, state: DeliveryState, working: DeliveryState) -> Delivery | None:
    """Take a due delivery that stands in ``state``; it then stands in ``working``. None: not to be had."""
    return _taken(delivery_id, owner, (state,), working)


def claim_to_ask(delivery_id: int, owner: str) -> Delivery | None:
    """Take a delivery of which the platform knows more than we do; it stays in its state."""
    return _taken(delivery_id, owner, ASKED_ABOUT, None)


def _taken(
    delivery_id: int, owner: str, states: Iterable[DeliveryState], working: DeliveryState | None
) -> Delivery | None:
    now = clock.now()
    with transaction.atomic(durable=True):
        row = _locked(delivery_id).filter(unclaimed(now), state__in=states, due=True).first()
        if row is None:
            return None
        move(row, working or DeliveryState(row.state))
        row.claimed_by, row.claimed_until = owner, now + timedelta(seconds=CLAIM_SECONDS)
        row.save()
    return row


def unclaimed(now: datetime) -> Q:
    """Nobody works on it: no claim, or one that ran out."""
    return Q(claimed_until__isnull=True) | Q(claimed_until__lte=now)


@contextmanager
def holding(delivery_id: int, owner: str) -> Iterator[Delivery]:
    """A durable transaction on a delivery that ``owner`` still holds, late or not; or ClaimLostError."""
    with transaction.atomic(durable=True):
        row = Delivery.objects.select_for_update().get(pk=delivery_id)
        if row.claimed_by != owner:
            raise ClaimLostError(f"delivery {delivery_id} is not {owner}'s")
        yield row


def prolong(row: Delivery) -> None:
    """Start the claim's time anew, just before the call. One that ran out stays so: others may look."""
    if row.claimed_until is None or row.claimed_until <= clock.now():
        raise ClaimLostError(f"the claim on delivery {row.pk} ran out")
    row.claimed_until = clock.now() + timedelta(seconds=CLAIM_SECONDS)
    row.save()


def refuse_late_start(row: Delivery) -> None:
    """Just before the call: a process that slept since its announcement no longer knows who else acted."""
    if row.claimed_until is None or row.claimed_until - clock.now() < timedelta(seconds=CALL_SECONDS):
        raise ClaimLostError(f"the call of delivery {row.pk} would come too late")


def let_go(delivery: Delivery, state: DeliveryState, problem: str = "") -> None:
    """End a claim: the delivery stands in ``state``, and ``problem`` says why. Inside a transaction."""
    move(delivery, state)
    delivery.problem = problem[:500]
    delivery.claimed_by, delivery.claimed_until = "", None
    if state not in ASKED_ABOUT:
        delivery.look_at = None
    elif delivery.look_at is None:
        delivery.look_at = clock.now() + waits.after_unknown(0)
    delivery.save()


def release_expired() -> int:
    """Judge claims that ran out. Only one that had announced its call may have sent anything."""
    expired = Delivery.objects.filter(state=DeliveryState.IN_FLIGHT, claimed_until__lte=clock.now())
    ids = list(expired.values_list("pk", flat=True))
    for delivery_id in ids:
        with transaction.atomic():
            row = _locked(delivery_id).filter(pk__in=expired).first()
            if row is not None:
                _judge(row)
    return len(ids)


def _judge(row: Delivery) -> None:
    latest = row.attempts.order_by("-pk").first()
    if latest is not None and latest.event == Event.ABOUT_TO_SEND:
        sentence = _("发送进程在发送途中中断，对方可能已收到；系统会先向对方查询，不会直接重发。")
        journal.write(row, Event.UNKNOWN, reason=sentence)
        let_go(row, DeliveryState.UNKNOWN, sentence)
    else:
        let_go(row, DeliveryState.PREPARED)
