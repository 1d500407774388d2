"""How a recall ends: the post is gone from its platform, or it surely stands there still."""

from django.utils.translation import gettext as _

from guanwei.audit import clock
from guanwei.delivery import journal
from guanwei.delivery.models import Delivery, DeliveryState, Event, Recall, RecallState
from guanwei.delivery.states import move
from guanwei.organisations.models import Person
from guanwei.publishing.services import recall as recall_part


def confirm(row: Recall, event: Event, by: Person | None = None, note: str = "") -> None:
    """It is gone. The delivery stands withdrawn, its part recalled; the address stays in the record."""
    delivery = Delivery.objects.select_for_update().get(pk=row.delivery_id)
    _close(row, RecallState.CONFIRMED, by, note)
    move(delivery, DeliveryState.WITHDRAWN)
    delivery.problem = ""
    delivery.save()
    journal.write(delivery, event, by=by, reason=note, address=delivery.address)
    recall_part(delivery.part)


def refuse(row: Recall, reason: str, by: Person | None = None) -> None:
    """It stands there still; whoever wants it gone asks again, or deletes it on the platform."""
    _close(row, RecallState.REFUSED, by, _("没有撤回：%(reason)s") % {"reason": reason})
    journal.write(row.delivery, Event.RECALL_REFUSED, by=by, reason=reason)


def _close(row: Recall, state: RecallState, by: Person | None, outcome: str) -> None:
    row.state, row.outcome = state, outcome[:500]
    row.closed_at, row.closed_by = clock.now(), by
    row.claimed_by, row.claimed_until, row.look_at = "", None, None
    row.save()
