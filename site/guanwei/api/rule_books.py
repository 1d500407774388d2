"""A published regulation, and its articles in our own words."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

UNDATED = date.min
"""``in_force_from`` of a book whose print carries no date: it has applied ever since anybody here knows."""


class Place(Enum):
    """Where on the page of its rule book an article is shown."""

    HEADER = "header"
    PREAMBLE = "preamble"
    BODY = "body"
    FOOT = "foot"


@dataclass(frozen=True, slots=True)
class Article:
    """One article of a rule book, summed up in our own words.

    ``number`` is the printed locator (``第三条``, ``二(一)3``, ``附件1``, ``导语``). Where the print lost the
    label, ``printed`` is False: ``number`` then names the article's place in its chapter, ``our_number`` is
    what we derive, which is never shown as printed, and ``fragment`` a few words of the original by which it
    is found. ``clauses`` are the ids of the ledger that showing the article serves.
    """

    number: str
    summary: str
    clauses: tuple[str, ...] = ()
    printed: bool = True
    our_number: str = ""
    fragment: str = ""
    heading: str = ""
    """The chapter or part that this article opens, for example ``第二章 开设``."""
    document: str = ""
    """The title of the notice that carries the regulation, for a part of it. Empty: the book's own."""
    place: Place = Place.BODY
    points: tuple[str, ...] = ()
    """What the article lists: principles, parent documents, purposes."""
    particulars: tuple[tuple[str, str], ...] = ()
    """What it states by name, for the header and the foot: document number, date of issue, interpreter."""
    aims: tuple[str, ...] = ()
    """The aims of the work that it sets. They head the panel of rules on the admin's home page."""


@dataclass(frozen=True, slots=True)
class RuleBook:
    """A published regulation. ``in_force_until`` is the first day on which it no longer applies.

    ``articles`` run in the print's order, with what its header, preamble, notice and foot say.
    """

    id: str
    document: str
    number: str
    issuer: str
    in_force_from: date
    in_force_until: date | None = None
    articles: tuple[Article, ...] = ()

    @property
    def dated(self) -> bool:
        """Whether the print says from when it applies."""
        return self.in_force_from != UNDATED

    @property
    def documents(self) -> tuple[str, ...]:
        """The book's own title, and the notice's that carries it, if any article is a part of one."""
        others = dict.fromkeys(each.document for each in self.articles if each.document)
        return (self.document, *(title for title in others if title != self.document))
