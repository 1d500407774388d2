"""How a recall ends: the post is gone from its platform, or it surely stands there still."""

from django.db import transaction
from django.utils.translation import gettext as _

from guanwei.audit import clock
from guanwei.delivery import journal
from guanwei.delivery.models import DeliveryState, Event, Recall, RecallState
from guanwei.delivery.services.locking import locked_with_carried
from guanwei.delivery.services.push_recalls import note_article_gone, note_articles_gone
from guanwei.delivery.states import move
from guanwei.organisations.models import Person
from guanwei.publishing.services import recall as recall_part


def confirm(row: Recall, event: Event, by: Person | None = None, note: str = "") -> None:
    """It is gone. The delivery stands withdrawn, its part recalled; the address stays in the record.

    The rest of its push stands; a push takes all its articles along.
    """
    delivery = locked_with_carried(row.delivery_id)
    _close(row, RecallState.CONFIRMED, by, note)
    was_article = delivery.state == DeliveryState.IN_PUSH
    move(delivery, DeliveryState.WITHDRAWN)
    delivery.problem = ""
    delivery.save()
    journal.write(delivery, event, by=by, reason=note, address=delivery.address or delivery.part.address)
    recall_part(delivery.part)
    if was_article:
        note_article_gone(delivery, by)
    note_articles_gone(delivery, event, by)


def close_overtaken() -> int:
    """Demands for one article whose whole push is gone by now: nothing is left to delete."""
    open_ones = Recall.objects.filter(
        state=RecallState.WAITING_PERSON, delivery__state=DeliveryState.WITHDRAWN
    )
    ids = list(open_ones.values_list("pk", flat=True))
    for recall_id in ids:
        with transaction.atomic():
            row = Recall.objects.select_for_update().get(pk=recall_id)
            if row.state == RecallState.WAITING_PERSON:
                _close(row, RecallState.CONFIRMED, None, _("整次推送已撤回"))
    return len(ids)


def refuse(row: Recall, reason: str, by: Person | None = None) -> None:
    """It stands there still; whoever wants it gone asks again, or deletes it on the platform."""
    _close(row, RecallState.REFUSED, by, _("没有撤回：%(reason)s") % {"reason": reason})
    journal.write(row.delivery, Event.RECALL_REFUSED, by=by, reason=reason)


def _close(row: Recall, state: RecallState, by: Person | None, outcome: str) -> None:
    row.state, row.outcome = state, outcome[:500]
    row.closed_at, row.closed_by = clock.now(), by
    row.claimed_by, row.claimed_until, row.look_at = "", None, None
    row.save()
