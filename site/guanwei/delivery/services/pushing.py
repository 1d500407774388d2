"""A delivery waits for the push that carries its variant, and is put before people where the push falls."""

from django.utils.translation import gettext as _

from guanwei.api import Refusal
from guanwei.audit import clock
from guanwei.audit.acting import acting, current
from guanwei.delivery import journal
from guanwei.delivery.models import Delivery, DeliveryState, Event
from guanwei.delivery.services.claims import let_go
from guanwei.publishing.models import ReleasePart
from guanwei.publishing.queries.pushed import articles_of
from guanwei.publishing.queries.snapshots import object_of
from guanwei.publishing.services import record_receipt
from guanwei.publishing.services.push_places import under_way

NOT_BEGUN = (DeliveryState.PREPARED, DeliveryState.HELD, DeliveryState.FAILED)


def join_push(part: ReleasePart) -> list[Refusal]:
    """Not sent alone any more. Refused where it is under way, out, or its package was taken."""
    # Who holds the row at this moment is sending it.
    row = Delivery.objects.select_for_update(skip_locked=True).filter(part=part).first()
    if row is None:
        return [under_way(part.release.title)]
    taken = row.attempts.filter(event=Event.HANDED_OVER).exists()
    if row.state not in NOT_BEGUN and (row.state != DeliveryState.WAITING_PERSON or taken):
        return [under_way(part.release.title)]
    with acting(current().person, "delivery.join_push"):
        journal.write(row, Event.IN_PUSH, by=current().person)
        let_go(row, DeliveryState.IN_PUSH, _("等待随推送一并发出。"))
    return []


def leave_push(part: ReleasePart, reason: str) -> None:
    """A person decides: into another push, or alone by “重新发送”."""
    row = Delivery.objects.select_for_update().filter(part=part, state=DeliveryState.IN_PUSH).first()
    if row is None:
        return
    sentence = _("%(reason)s；请重新编入推送，或由有发布职责的人点“重新发送”单独发出。") % {"reason": reason}
    with acting(current().person, "delivery.leave_push"):
        row.due, row.due_at = True, row.due_at or clock.now()
        journal.write(row, Event.OUT_OF_PUSH, reason=reason)
        let_go(row, DeliveryState.HELD, sentence)


def receive_items(row: Delivery) -> None:
    """Each article of a push that is out gets its receipt, with its own address where the platform gave one."""
    if "articles" not in row.payload:
        return
    push = object_of(row.part.release.permit.snapshot)
    for number, article in enumerate(articles_of(push)):
        part = ReleasePart.objects.filter(
            release__permit=article.item.permit, variant=article.variant
        ).first()
        if part is not None:
            address = row.addresses[number] if number < len(row.addresses) else ""
            record_receipt(part, address, by=row.done_by)
