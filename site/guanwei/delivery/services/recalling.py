"""People take sent posts back: they demand it with a reason; where a channel can't, they delete by hand."""

from django.db import transaction
from django.utils.translation import gettext as _

from guanwei.api import Duty, Refusal
from guanwei.audit import clock
from guanwei.audit.acting import acting
from guanwei.delivery import journal
from guanwei.delivery.models import Delivery, DeliveryState, Event, Recall, RecallState
from guanwei.delivery.queries.carried import went_with_push
from guanwei.delivery.queries.channels import channel_named
from guanwei.delivery.queries.rights import refusals_to_handle
from guanwei.delivery.services.locking import locked_with_carried
from guanwei.delivery.services.recall_ends import confirm, refuse
from guanwei.delivery.services.receipts import try_hand_in_receipt
from guanwei.organisations.models import Person
from guanwei.organisations.queries.tree import lineage
from guanwei.publishing.queries.rights import has_duty
from guanwei.publishing.services.moments import reason_refusals

OVER = (RecallState.CONFIRMED, RecallState.REFUSED)


def refusals_to_recall(person: Person, delivery: Delivery) -> list[Refusal]:
    """Why ``person`` may not take the post back: it needs the duty to take down, by post, at the account's unit
    or above it.
    """
    unit = delivery.account.unit
    if has_duty(person, Duty.TAKE_DOWN, {each.pk for each in lineage(unit)}):
        return []
    said = _("您没有%(unit)s的撤稿职责，不能从渠道撤回；请联系该单位的发布人员或分管领导。")
    return [Refusal(said % {"unit": unit})]


def recall(delivery_id: int, by: Person, reason: str) -> list[Refusal]:
    """Demand that a sent post be taken back. The worker calls the channel; without one a person deletes."""
    with transaction.atomic(), acting(by, reason.strip()):
        if not Delivery.objects.filter(pk=delivery_id).exists():
            return [Refusal(_("没有这条投放；请刷新后再看。"))]
        row = locked_with_carried(delivery_id)
        refusals = reason_refusals(reason) or refusals_to_recall(by, row) or _not_out(row) or _open(row)
        if refusals:
            return refusals
        # Its plan must know that it was out before it is gone.
        try_hand_in_receipt(row, by=row.done_by)
        channel = channel_named(row.channel)
        alone = row.state == DeliveryState.SENT
        able = alone and channel is not None and bool(channel.transport) and channel.can_withdraw
        Recall.objects.create(
            delivery=row,
            asked_by=by,
            asked_at=clock.now(),
            reason=reason.strip(),
            state=RecallState.ASKED if able else RecallState.WAITING_PERSON,
        )
        journal.write(
            row, Event.RECALL_ASKED, by=by, reason=reason.strip(), address=row.address or row.part.address
        )
    return []


def _not_out(row: Delivery) -> list[Refusal]:
    if row.state == DeliveryState.SENT or went_with_push(row):
        return []
    said = _("这条投放现在是“%(state)s”，没有可以撤回的内容；结果不明的请先查清，人工发布的请先填回地址。")
    return [Refusal(said % {"state": row.get_state_display()})]


def _open(row: Delivery) -> list[Refusal]:
    known = row.recalls.exclude(state__in=OVER).first()
    if known is None:
        return []
    said = _("已由%(person)s要求撤回，现在是“%(state)s”；不用再次要求，请等结果。")
    return [Refusal(said % {"person": known.asked_by, "state": known.get_state_display()})]


def say_deleted(recall_id: int, by: Person, note: str = "") -> list[Refusal]:
    """A person confirms: the post was deleted by hand on the platform, and looked for in vain."""
    return _by_hand(recall_id, by, note, gone=True)


def say_not_deletable(recall_id: int, by: Person, note: str) -> list[Refusal]:
    """A person reports: the platform doesn't delete it, for the reason given."""
    return reason_refusals(note) or _by_hand(recall_id, by, note, gone=False)


def _by_hand(recall_id: int, by: Person, note: str, gone: bool) -> list[Refusal]:
    if note.strip() and (refusals := reason_refusals(note)):
        return refusals
    with transaction.atomic(), acting(by, note.strip()):
        row = Recall.objects.select_for_update().filter(pk=recall_id).first()
        if row is None:
            return [Refusal(_("没有这项撤回；请刷新后再看。"))]
        if row.state not in (RecallState.WAITING_PERSON, RecallState.UNKNOWN):
            said = _("这项撤回现在是“%(state)s”，不等待人工办理；请刷新后再看。")
            return [Refusal(said % {"state": row.get_state_display()})]
        delivery = Delivery.objects.select_related("account__unit").get(pk=row.delivery_id)
        if refusals := refusals_to_handle(by, delivery) and refusals_to_recall(by, delivery):
            return refusals
        if gone:
            confirm(row, Event.DELETED_BY_HAND, by, note.strip())
        else:
            refuse(row, note.strip(), by)
    return []
