"""What a taken-down release never handed to anybody is no longer offered."""

from django.db import transaction
from django.db.models import Exists, OuterRef, Q

from guanwei.audit.acting import acting
from guanwei.delivery import journal
from guanwei.delivery.models import Attempt, Delivery, DeliveryState, Event
from guanwei.publishing.models.releases import ReleaseState

NOT_OUT = (DeliveryState.PREPARED, DeliveryState.HELD, DeliveryState.FAILED)


def withdraw_taken_down() -> int:
    """Close such deliveries. One whose package was taken stays: its address may still come back."""
    taken = Attempt.objects.filter(delivery=OuterRef("pk"), event=Event.HANDED_OVER)
    offered = Q(state=DeliveryState.WAITING_PERSON) & ~Exists(taken)
    left = Delivery.objects.filter(
        Q(state__in=NOT_OUT) | offered, part__release__state=ReleaseState.TAKEN_DOWN
    )
    ids = list(left.values_list("pk", flat=True))
    for delivery_id in ids:
        with transaction.atomic(), acting(None, "delivery.withdraw"):
            row = Delivery.objects.select_for_update().filter(pk=delivery_id).first()
            if row is not None and row.state in (*NOT_OUT, DeliveryState.WAITING_PERSON):
                row.state, row.problem = DeliveryState.WITHDRAWN, ""
                row.save()
                journal.write(row, Event.WITHDRAWN)
    return len(ids)
