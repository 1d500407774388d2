"""How many people hold a post at once: arithmetic over days, without a database."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Term:
    """A person's days in a post, both included; ``last`` None: for good."""

    person: int
    first: date
    last: date | None = None

    def holds_on(self, day: date) -> bool:
        return self.first <= day and (self.last is None or day <= self.last)


def most_at_once(terms: Iterable[Term], asked: Term) -> int:
    """The most people who hold the post on one day of ``asked``, with the person of ``asked`` among them."""
    known = (*terms, asked)
    # The number grows only where somebody begins.
    days = {asked.first, *(each.first for each in known if asked.holds_on(each.first))}
    return max(len({each.person for each in known if each.holds_on(day)}) for day in days)
