"""What can be done with a manuscript: one function per verb."""

from guanwei.publishing.services.advancing import advance, recall, record_receipt, take_back
from guanwei.publishing.services.answering import give_reason, let_pass
from guanwei.publishing.services.marking import mark, marks_for, unmark
from guanwei.publishing.services.releasing import release
from guanwei.publishing.services.rounds import end_due, release_due
from guanwei.publishing.services.steering import reschedule, set_end, stop, try_again
from guanwei.publishing.services.submitting import Foreseen, foresee, hand_in, hear_rules, submit
from guanwei.publishing.services.taking_down import take_down
from guanwei.publishing.services.writing import add_article, add_post, save_draft

__all__ = [
    "Foreseen",
    "add_article",
    "add_post",
    "advance",
    "end_due",
    "foresee",
    "give_reason",
    "hand_in",
    "hear_rules",
    "let_pass",
    "mark",
    "marks_for",
    "recall",
    "record_receipt",
    "release",
    "release_due",
    "reschedule",
    "save_draft",
    "set_end",
    "stop",
    "submit",
    "take_back",
    "take_down",
    "try_again",
    "unmark",
]
