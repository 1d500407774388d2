"""What people do with a delivery: take the package, bring the address back, send again."""

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from guanwei.api import Refusal
from guanwei.audit import clock
from guanwei.audit.acting import acting
from guanwei.delivery import journal
from guanwei.delivery.addresses import spelled
from guanwei.delivery.models import Delivery, DeliveryState, Event
from guanwei.delivery.payloads import RENDERER, payload_digest
from guanwei.delivery.push_addresses import spelled_each
from guanwei.delivery.queries.channels import channel_named
from guanwei.delivery.queries.rights import refusals_to_handle
from guanwei.delivery.services.claims import let_go
from guanwei.delivery.services.preparing import frozen, nudge, wait_for_person
from guanwei.delivery.services.receipts import try_hand_in_receipt
from guanwei.delivery.verification import refusals_to_send
from guanwei.organisations.models import Person

# Whoever finds an unknown outcome on the platform brings its address back too.
TAKES_ADDRESS = (DeliveryState.WAITING_PERSON, DeliveryState.UNKNOWN)


def _not_in(row: Delivery, *states: DeliveryState) -> list[Refusal]:
    if row.state == DeliveryState.UNKNOWN and row.claimed_until and row.claimed_until > clock.now():
        return [Refusal(_("系统正在向对方查询这一条；请几分钟后再办理。"))]
    if row.state in states:
        return []
    sentence = _("这条投放现在是“%(state)s”，不在等待人工发布；请刷新后再看。")
    return [Refusal(sentence % {"state": row.get_state_display()})]


def hand_over(delivery: Delivery, by: Person) -> list[Refusal]:
    """Put on the record that ``by`` takes the package; the package itself is ``packages.package``."""
    with transaction.atomic(), acting(by, "delivery.hand_over"):
        row = Delivery.objects.select_for_update().get(pk=delivery.pk)
        refusals = refusals_to_handle(by, row)
        refusals = refusals or _not_in(row, DeliveryState.WAITING_PERSON) or refusals_to_send(row)
        if not refusals:
            journal.write(row, Event.HANDED_OVER, by=by, payload_digest=row.payload_digest)
    return refusals


def record_address(delivery: Delivery, address: object, by: Person) -> list[Refusal]:
    """Take the published address back: its form, that no other delivery has it, and who says so.

    Of a push, ``address`` is the list of its articles' addresses in order.
    """
    try:
        with transaction.atomic(), acting(by, "delivery.record_address"):
            row = Delivery.objects.select_for_update().get(pk=delivery.pk)
            refusals = refusals_to_handle(by, row) or _not_in(row, *TAKES_ADDRESS)
            refusals = refusals or _take(row, address, by)
            if refusals:
                return refusals
    except IntegrityError:
        # Two people brought the same address at the same moment.
        return [_taken(None)]
    # What the person brought stands on its own: the plan may find something in its way.
    with acting(by, "delivery.record_address"):
        try_hand_in_receipt(row, by=by)
    delivery.refresh_from_db()
    return []


def _take(row: Delivery, address: object, by: Person) -> list[Refusal]:
    channel = channel_named(row.channel)
    if channel is None:
        return [Refusal(_("渠道“%(channel)s”没有装载；请系统管理员先装好。") % {"channel": row.channel})]
    if "articles" in row.payload:
        row.addresses, refusals = spelled_each(address, row, channel)
        found = row.addresses[0] if row.addresses else ""
    else:
        found, refusals = spelled(address, channel)
    if refusals:
        return refusals
    if other := Delivery.objects.filter(address=found).exclude(pk=row.pk).first():
        return [_taken(other)]
    row.address, row.done_at, row.done_by = found, clock.now(), by
    let_go(row, DeliveryState.SENT)
    journal.write(row, Event.ADDRESS, by=by, address=found)
    return []


def _taken(other: Delivery | None) -> Refusal:
    whose = _("《%(title)s》") % {"title": other.title} if other else _("另一条投放")
    return Refusal(_("这个地址已经记在%(whose)s名下；请核对后填写本条发布后的地址。") % {"whose": whose})


def retry(delivery: Delivery, by: Person) -> list[Refusal]:
    """Send again what surely did not go out, with the same marker. What is unknown is asked about first."""
    with transaction.atomic(), acting(by, "delivery.retry"):
        row = Delivery.objects.select_for_update().get(pk=delivery.pk)
        refusals = refusals_to_handle(by, row) or _not_to_retry(row)
        if refusals:
            return refusals
        waited = row.state == DeliveryState.WAITING_PERSON
        _renew(row)
        let_go(row, DeliveryState.PREPARED)
        journal.write(row, Event.RETRY, by=by, payload_digest=row.payload_digest)
        if waited:
            wait_for_person(row)
        else:
            transaction.on_commit(lambda: nudge(row.pk), robust=True)
    return []


def _not_to_retry(row: Delivery) -> list[Refusal]:
    outdated = row.state == DeliveryState.WAITING_PERSON and row.renderer != RENDERER
    if outdated or row.state in (DeliveryState.FAILED, DeliveryState.HELD):
        return []
    if row.state == DeliveryState.UNKNOWN:
        return [Refusal(_("还不清楚对方是否已收到，不能重发；请先点“查询结果”，或登录平台核对。"))]
    if row.state == DeliveryState.PENDING:
        return [Refusal(_("对方已收下，还在审核，不能重发；请等结果，或点“查询结果”。"))]
    return [Refusal(_("这条投放现在是“%(state)s”，不需要重新发送。") % {"state": row.get_state_display()})]


def _renew(row: Delivery) -> None:
    """Render anew after an update of the renderer: the same signed variant, other bytes."""
    if row.renderer == RENDERER:
        return
    row.payload = frozen(row.part)
    row.payload_digest, row.renderer = payload_digest(row.payload), RENDERER
