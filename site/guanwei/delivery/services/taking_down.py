"""Take an item down and, in the same act, what was sent of it: whoever asks says which posts."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction

from guanwei.api import Refusal
from guanwei.delivery.services.recalling import recall
from guanwei.organisations.models import Person
from guanwei.publishing import services as publishing


class _Refused(Exception):
    """Nothing of the act is kept."""

    def __init__(self, refusals: list[Refusal]) -> None:
        super().__init__()
        self.refusals = refusals


def take_down_with_posts(obj: Any, by: Person, reason: str, deliveries: Iterable[int]) -> list[Refusal]:
    """Take ``obj`` down and demand back the ``deliveries`` named, all or nothing."""
    try:
        with transaction.atomic():
            _raise(publishing.take_down(obj, by, reason))
            for delivery_id in deliveries:
                _raise(recall(delivery_id, by, reason))
    except _Refused as refused:
        return refused.refusals
    return []


def recall_posts(by: Person, reason: str, deliveries: Iterable[int]) -> list[Refusal]:
    """Demand back the ``deliveries`` named, all or none; the item itself stays as it is."""
    try:
        with transaction.atomic():
            for delivery_id in deliveries:
                _raise(recall(delivery_id, by, reason))
    except _Refused as refused:
        return refused.refusals
    return []


def _raise(refusals: list[Refusal]) -> None:
    if refusals:
        raise _Refused(refusals)
