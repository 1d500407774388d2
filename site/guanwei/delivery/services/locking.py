"""A delivery held with what it stands on: plan, part, delivery, in the order of ``publishing.services.locking``."""

from guanwei.delivery.models import Delivery
from guanwei.publishing.services.locking import lock_carried, lock_plan


def locked(delivery_id: int) -> Delivery:
    """The delivery, held after its plan and its part."""
    lock_plan(_part(delivery_id))
    rows = Delivery.objects.select_for_update(of=("self",)).select_related("part__release", "account__unit")
    return rows.get(pk=delivery_id)


def locked_with_carried(delivery_id: int) -> Delivery:
    """The same for acts that reach the plans of what a push carries: these are held first."""
    lock_carried(_part(delivery_id))
    return locked(delivery_id)


def _part(delivery_id: int) -> int:
    """A delivery never changes its part."""
    return Delivery.objects.values_list("part", flat=True).get(pk=delivery_id)
