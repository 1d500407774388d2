"""What can be done with a manuscript: one function per verb."""

from guanwei.publishing.services.releasing import advance, record_receipt, release, release_due, take_back
from guanwei.publishing.services.submitting import Foreseen, foresee, submit
from guanwei.publishing.services.taking_down import take_down
from guanwei.publishing.services.writing import add_article, add_post, save_draft

__all__ = [
    "Foreseen",
    "add_article",
    "add_post",
    "advance",
    "foresee",
    "record_receipt",
    "release",
    "release_due",
    "save_draft",
    "submit",
    "take_back",
    "take_down",
]
