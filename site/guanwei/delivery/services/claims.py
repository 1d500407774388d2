"""Who works on a delivery. A claim has an owner and an expiry, so that two workers never both send."""

import os
import secrets
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from guanwei.audit import clock
from guanwei.delivery import journal
from guanwei.delivery.models import Delivery, DeliveryState, Event

# Longer than any transport may take: a claim that ran out belongs to a process that died.
CLAIM_SECONDS = 120
FIRST_LOOK_SECONDS = 5


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
    now = clock.now()
    free = Q(claimed_until__isnull=True) | Q(claimed_until__lte=now)
    with transaction.atomic(durable=True):
        row = _locked(delivery_id).filter(free, state=state, due=True).first()
        if row is None:
            return None
        row.state = working
        row.claimed_by, row.claimed_until = owner, now + timedelta(seconds=CLAIM_SECONDS)
        row.save()
    return row


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


def let_go(delivery: Delivery, state: DeliveryState, problem: str = "") -> None:
    """End a claim: the delivery stands in ``state``, and ``problem`` says why. Inside a transaction."""
    delivery.state, delivery.problem = state, problem[:500]
    delivery.claimed_by, delivery.claimed_until = "", None
    if state == DeliveryState.UNKNOWN and delivery.look_at is None:
        delivery.look_at = clock.now() + timedelta(seconds=FIRST_LOOK_SECONDS)
    elif state != DeliveryState.UNKNOWN:
        delivery.look_at = None
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
