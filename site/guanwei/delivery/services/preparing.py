"""Freeze what will be sent, in the transaction of the release; mark it due when its turn comes."""

import base64

from django.db import transaction
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from guanwei.audit import clock
from guanwei.delivery import journal
from guanwei.delivery.models import Delivery, DeliveryState, Event
from guanwei.delivery.payloads import RENDERER, Payload, payload_digest
from guanwei.delivery.queries.channels import is_manual
from guanwei.delivery.rendering.pushes import payload_of
from guanwei.delivery.states import move
from guanwei.delivery.verification import refusals_to_send
from guanwei.publishing.models import Release, ReleasePart


def prepare(release: Release) -> list[Delivery]:
    """One delivery for each variant of the plan. Runs inside the release's transaction."""
    parts = release.parts.exclude(variant="").select_related("account")
    return [_prepare_part(part) for part in parts]


def _prepare_part(part: ReleasePart) -> Delivery:
    payload = frozen(part)
    delivery = Delivery.objects.create(
        part=part,
        account=part.account,
        channel=part.account.channel,
        title=(payload["title"] or part.release.title)[:255],
        key=marker(part),
        payload=payload,
        variant_digest=part.digest,
        payload_digest=payload_digest(payload),
        renderer=RENDERER,
    )
    journal.write(delivery, Event.PREPARED, payload_digest=delivery.payload_digest)
    return delivery


def frozen(part: ReleasePart) -> Payload:
    """The payload of a part, from the permit's snapshot and from nothing else."""
    return payload_of(part.release.permit.snapshot, part.variant, part.account)


def marker(part: ReleasePart) -> str:
    """24 letters and digits that stand for this part of this release, on every run."""
    said = f"{part.account_id}|{part.release_id}|{part.variant}|{part.digest}"
    mac = salted_hmac("guanwei.delivery.key", said, algorithm="sha256").digest()
    return base64.b32encode(mac).decode("ascii")[:24].lower()


def mark_due(part: ReleasePart) -> Delivery:
    """Its turn has come. A channel without transport hands over to a person at once."""
    delivery = Delivery.objects.select_for_update().get(part=part)
    if delivery.due:
        return delivery
    delivery.due, delivery.due_at = True, clock.now()
    delivery.save()
    journal.write(delivery, Event.DUE)
    if is_manual(delivery.channel):
        wait_for_person(delivery)
    else:
        transaction.on_commit(lambda: nudge(delivery.pk), robust=True)
    return delivery


def wait_for_person(delivery: Delivery) -> None:
    """Put the delivery before the people who publish by hand, unless it no longer matches its permit."""
    refusals = refusals_to_send(delivery)
    if refusals:
        move(delivery, DeliveryState.HELD)
        delivery.problem = str(refusals[0])[:500]
        journal.write(delivery, Event.HELD, reason=delivery.problem)
    else:
        move(delivery, DeliveryState.WAITING_PERSON)
        delivery.problem = _("请取走发布包，在平台发布后填回公开地址。")
        journal.write(delivery, Event.WAITING)
    delivery.claimed_by, delivery.claimed_until = "", None
    delivery.save()


def nudge(delivery_id: int) -> None:
    """Ask a worker to look now. The outbox is the truth: without the nudge it is found within seconds."""
    from guanwei.delivery.tasks import send_one

    send_one.enqueue(delivery_id)
