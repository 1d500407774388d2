"""What can be asked of deliveries."""

from guanwei.delivery.queries.channels import channel_named, is_manual, takes_address
from guanwei.delivery.queries.health import last_beat, oldest_job, queue_age, stuck, workers
from guanwei.delivery.queries.lists import deliveries_of, deliveries_waiting_for, journal_of
from guanwei.delivery.queries.rights import refusals_to_handle
from guanwei.delivery.queries.telling import sentence_of

__all__ = [
    "channel_named",
    "deliveries_of",
    "deliveries_waiting_for",
    "is_manual",
    "journal_of",
    "last_beat",
    "oldest_job",
    "queue_age",
    "refusals_to_handle",
    "sentence_of",
    "stuck",
    "takes_address",
    "workers",
]
