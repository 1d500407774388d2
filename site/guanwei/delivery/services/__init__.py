"""What can be done with deliveries: one function per verb."""

from guanwei.delivery.services.outbox import send_due
from guanwei.delivery.services.persons import hand_over, record_address, retry
from guanwei.delivery.services.preparing import mark_due, prepare
from guanwei.delivery.services.receipts import hand_in_receipts
from guanwei.delivery.services.reconciling import reconcile
from guanwei.delivery.services.sending import send

__all__ = [
    "hand_in_receipts",
    "hand_over",
    "mark_due",
    "prepare",
    "reconcile",
    "record_address",
    "retry",
    "send",
    "send_due",
]
