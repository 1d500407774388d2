"""What can be asked of deliveries."""

from guanwei.delivery.queries.channels import channel_named, is_manual
from guanwei.delivery.queries.health import last_beat, queue_age, stuck
from guanwei.delivery.queries.lists import deliveries_of, deliveries_waiting_for, journal_of
from guanwei.delivery.queries.rights import refusals_to_handle

__all__ = [
    "channel_named",
    "deliveries_of",
    "deliveries_waiting_for",
    "is_manual",
    "journal_of",
    "last_beat",
    "queue_age",
    "refusals_to_handle",
    "stuck",
]
