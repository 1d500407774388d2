"""Deliveries for screens."""

from django.db.models import F, QuerySet

from guanwei.audit import clock
from guanwei.delivery.models import Attempt, Delivery, DeliveryState
from guanwei.delivery.queries.rights import units_released_by
from guanwei.organisations.models import Person
from guanwei.publishing.models import Release
from guanwei.publishing.models.releases import ReleaseState

FOR_PEOPLE = (
    DeliveryState.WAITING_PERSON,
    DeliveryState.FAILED,
    DeliveryState.UNKNOWN,
    DeliveryState.HELD,
)


def deliveries() -> QuerySet[Delivery]:
    """With all that a list shows, in one query."""
    return Delivery.objects.select_related("account__unit", "part__release", "done_by")


def deliveries_waiting_for(person: Person, units: set[int] | None = None) -> QuerySet[Delivery]:
    """What only a person can move on, in the units where this one handles deliveries; 优先发布 first, then the oldest.

    ``units`` are those where the caller has asked for them already.
    """
    units = units_released_by(person, clock.today()) if units is None else units
    return (
        deliveries()
        .filter(account__unit__in=units, state__in=FOR_PEOPLE)
        .exclude(part__release__state=ReleaseState.TAKEN_DOWN)
        .order_by(F("part__release__permit__submission__priority").desc(nulls_last=True), "due_at", "pk")
    )


def deliveries_of(release: Release) -> QuerySet[Delivery]:
    """The deliveries of one release in the order of its plan."""
    return deliveries().filter(part__release=release).order_by("part__rank", "pk")


def journal_of(delivery: Delivery) -> QuerySet[Attempt]:
    """Every line of a delivery's journal, oldest first."""
    return delivery.attempts.select_related("person").order_by("pk")
