"""The column that an article stands in, as the room that has the columns reads it.

Columns are a higher room's: it says here, once, how they are read.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from wagtail.models import Page

from guanwei.api import ColumnFacts, Refusal
from guanwei.organisations.models import Unit
from guanwei.publishing.content.limits import limit_refusals


@dataclass(frozen=True, slots=True)
class ColumnReader:
    """``facts`` of a column to a supplying unit, ``refusals`` against an article where it stands, and the ids of
    the columns that are ``closed_to`` a person, who adds nothing there.
    """

    facts: Callable[[Page, Unit], ColumnFacts | None]
    refusals: Callable[[Any], list[Refusal]]
    closed_to: Callable[[Any], frozenset[int]]


NOBODY = ColumnReader(lambda _page, _unit: None, lambda _article: [], lambda _person: frozenset())
_reader = NOBODY


def read_columns_with(reader: ColumnReader) -> None:
    """Called in the higher application's ``ready``."""
    global _reader
    _reader = reader


def column_facts(column: Page | None, supplier: Unit) -> ColumnFacts | None:
    """What rules are told of the column."""
    return _reader.facts(column, supplier) if column is not None else None


def article_refusals(article: Any) -> list[Refusal]:
    """What stands against an article: its channels' limits, and the column that it stands in."""
    return [*limit_refusals(article), *_reader.refusals(article)]


def closed_to(person: Any) -> frozenset[int]:
    """Columns in which the person adds nothing."""
    return _reader.closed_to(person)
