"""What a taken-down release never handed to anybody is no longer offered."""

from django.db import transaction
from django.db.models import Exists, OuterRef, Q

from guanwei.audit.acting import acting
from guanwei.delivery import journal
from guanwei.delivery.models import Attempt, Delivery, DeliveryState, Event
from guanwei.delivery.services.locking import locked
from guanwei.publishing.models.releases import ReleaseState
from guanwei.publishing.services import take_back

NOT_OUT = (DeliveryState.PREPARED, DeliveryState.HELD, DeliveryState.FAILED)


def withdraw_taken_down() -> int:
    """Close such deliveries. One whose package was taken stays: its address may still come back."""
    return _withdraw(Q(part__release__state=ReleaseState.TAKEN_DOWN))


def withdraw_superseded(family: str, object_id: int) -> int:
    """Close what older releases of the object never handed over: the new plan carries those variants."""
    return _withdraw(Q(part__release__family=family, part__release__object_id=object_id))


def _withdraw(which: Q) -> int:
    taken = Attempt.objects.filter(delivery=OuterRef("pk"), event=Event.HANDED_OVER)
    offered = Q(state=DeliveryState.WAITING_PERSON) & ~Exists(taken)
    left = Delivery.objects.filter(which, Q(state__in=NOT_OUT) | offered)
    ids = list(left.values_list("pk", flat=True))
    for delivery_id in ids:
        with transaction.atomic(), acting(None, "delivery.withdraw"):
            row = locked(delivery_id)
            # Asked again under the lock: somebody may have taken the package meanwhile.
            if left.filter(pk=delivery_id).exists():
                row.state, row.problem = DeliveryState.WITHDRAWN, ""
                row.save()
                journal.write(row, Event.WITHDRAWN)
                take_back(row.part)
    return len(ids)
