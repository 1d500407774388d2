"""Tell the release plan that a part is public. Found again and repeated if the process died in between."""

import logging
from typing import Any

from django.db import transaction

from guanwei.delivery import journal
from guanwei.delivery.models import Delivery, DeliveryState, Event
from guanwei.delivery.services.locking import locked_with_carried
from guanwei.delivery.services.pushing import receive_items
from guanwei.publishing import services as publishing
from guanwei.publishing.models.releases import PartState

logger = logging.getLogger(__name__)


def hand_in_receipt(delivery: Delivery, by: Any = None) -> bool:
    """Record the receipt with the plan, once. True where this call did it."""
    with transaction.atomic():
        row = locked_with_carried(delivery.pk)
        if row.state != DeliveryState.SENT or row.part.state == PartState.DONE:
            return False
        receive_items(row)
        publishing.record_receipt(row.part, row.address, by=by)
        journal.write(row, Event.RECEIPT, by=by, address=row.address)
    return True


def hand_in_receipts() -> int:
    """Receipts that a process left behind. A plan that can't go on doesn't keep others waiting."""
    left = Delivery.objects.filter(state=DeliveryState.SENT).exclude(part__state=PartState.DONE)
    return sum(try_hand_in_receipt(delivery, by=delivery.done_by) for delivery in left)


def try_hand_in_receipt(delivery: Delivery, by: Any = None) -> bool:
    """The same, where what is known of the delivery stands even if its plan can't go on now."""
    try:
        return hand_in_receipt(delivery, by)
    except Exception:
        logger.exception("the receipt of delivery %s was not taken", delivery.pk)
        return False
