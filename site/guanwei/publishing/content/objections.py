"""What stands against a manuscript's content itself, whoever signs; and what stands against its going out."""

from typing import Any

from guanwei.api import Refusal
from guanwei.publishing.content.columns import article_refusals
from guanwei.publishing.content.entries import entry_refusals
from guanwei.publishing.content.intact import alterations
from guanwei.publishing.content.limits import limit_refusals


def objections(obj: Any) -> list[Refusal]:
    """Asked when it is submitted, and again at every signature."""
    return [*limit_refusals(obj), *entry_refusals(obj)]


def article_objections(obj: Any) -> list[Refusal]:
    """The same of an article, which stands in a column."""
    return [*article_refusals(obj), *entry_refusals(obj)]


def last_objections(obj: Any) -> list[Refusal]:
    """Asked when it goes out: files as they were signed, and entries as they were when it was."""
    return [*alterations(obj), *entry_refusals(obj)]
