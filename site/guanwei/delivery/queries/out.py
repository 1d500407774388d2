"""What of an item stands on other people's platforms, and what was demanded of it."""

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from guanwei.delivery.models import Attempt, Delivery, DeliveryState, Event, Recall, RecallState
from guanwei.delivery.queries.lists import deliveries
from guanwei.publishing.models.releases import PartState, ReleaseState

MAYBE_OUT = (DeliveryState.IN_FLIGHT, DeliveryState.UNKNOWN, DeliveryState.PENDING)


def out_of(family: str, object_id: int) -> QuerySet[Delivery]:
    """Deliveries of the item that are out, alone or in a push, may be out, or were taken away by hand;
    recalls with them.
    """
    return _out().filter(part__release__family=family, part__release__object_id=object_id)


def left_behind(units: set[int]) -> QuerySet[Delivery]:
    """Of items taken down: posts that still stand on their platforms and that nobody decided about."""
    decided = Recall.objects.filter(delivery=OuterRef("pk")).exclude(state=RecallState.REFUSED)
    return _out().filter(
        ~Exists(decided), account__unit__in=units, part__release__state=ReleaseState.TAKEN_DOWN
    )


def recalls_waiting_for(units: set[int]) -> QuerySet[Recall]:
    """Demands that only a person can fulfil, in these units, oldest first."""
    waiting = Recall.objects.filter(
        delivery__account__unit__in=units, state__in=[RecallState.WAITING_PERSON, RecallState.UNKNOWN]
    )
    return waiting.select_related("delivery__account__unit", "asked_by").order_by("asked_at", "pk")


def _out() -> QuerySet[Delivery]:
    taken = Attempt.objects.filter(delivery=OuterRef("pk"), event=Event.HANDED_OVER)
    by_hand = Q(state=DeliveryState.WAITING_PERSON) & Exists(taken)
    with_push = Q(state=DeliveryState.IN_PUSH, part__state=PartState.DONE)
    recalls = Recall.objects.select_related("asked_by", "closed_by").order_by("pk")
    return (
        deliveries()
        .filter(Q(state__in=[DeliveryState.SENT, *MAYBE_OUT]) | by_hand | with_push)
        .prefetch_related(Prefetch("recalls", queryset=recalls))
        .order_by("part__rank", "pk")
    )
