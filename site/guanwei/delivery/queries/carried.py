"""Articles that went out in a push: which delivery carried them, and at which place."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext as _

from guanwei.delivery.models import Delivery, DeliveryState
from guanwei.publishing.models import PushPlace
from guanwei.publishing.models.push_places import PlaceState
from guanwei.publishing.models.releases import PartState


@dataclass(frozen=True, slots=True)
class Carrier:
    """The push's own delivery, and the place that the article has in it: 1 is 头条."""

    push: Delivery
    place: int

    def __str__(self) -> str:
        return _("“%(push)s”的%(place)s") % {"push": self.push.part.release.title, "place": head(self.place)}


def head(place: int) -> str:
    """As the account's people call it."""
    return _("头条") if place == 1 else _("次条%(number)d") % {"number": place - 1}


def went_with_push(delivery: Delivery) -> bool:
    """Whether a push carried it out. It stands on the platform until it is deleted there."""
    return delivery.state == DeliveryState.IN_PUSH and delivery.part.state == PartState.DONE


def carrier_of(delivery: Delivery) -> Carrier | None:
    """The push that carried the delivery out; None where none did. One query."""
    part = delivery.part
    places = PushPlace.objects.filter(
        permit=part.release.permit_id, variant=part.variant, state=PlaceState.SENT
    )
    rows = Delivery.objects.select_related("part__release")
    push = rows.filter(part__release__permit__submission__in=places.values("submission")).first()
    if push is None:
        return None
    name = f"{part.release.family}:{part.release.object_id}:{part.variant.partition(':')[2]}"
    names = [each["name"] for each in push.payload["articles"]]
    return Carrier(push, names.index(name) + 1)


def carried_by(push: Delivery) -> QuerySet[Delivery]:
    """The deliveries of the articles that this one carried and that nobody deleted since."""
    places = PushPlace.objects.filter(
        submission__permit__release__parts=push.part_id,
        permit=OuterRef("part__release__permit"),
        variant=OuterRef("part__variant"),
        state=PlaceState.SENT,
    )
    out = Delivery.objects.filter(Exists(places), state=DeliveryState.IN_PUSH, part__state=PartState.DONE)
    return out.select_related("part").order_by("pk")
