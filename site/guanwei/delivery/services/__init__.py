"""What can be done with deliveries: one function per verb."""

from guanwei.delivery.services.outbox import send_due
from guanwei.delivery.services.persons import hand_over, record_address, retry
from guanwei.delivery.services.preparing import mark_due, prepare
from guanwei.delivery.services.recall_round import recall_due
from guanwei.delivery.services.recalling import recall, say_deleted, say_not_deletable
from guanwei.delivery.services.receipts import hand_in_receipts
from guanwei.delivery.services.reconciling import reconcile
from guanwei.delivery.services.sending import send
from guanwei.delivery.services.settling import say_absent
from guanwei.delivery.services.taking_down import recall_posts, take_down_with_posts

__all__ = [
    "hand_in_receipts",
    "hand_over",
    "mark_due",
    "prepare",
    "recall",
    "recall_due",
    "recall_posts",
    "reconcile",
    "record_address",
    "retry",
    "say_absent",
    "say_deleted",
    "say_not_deletable",
    "send",
    "send_due",
    "take_down_with_posts",
]
