"""A published regulation, and its articles in our own words."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Article:
    """One article of a rule book, summed up in our own words."""

    number: str
    summary: str


@dataclass(frozen=True, slots=True)
class RuleBook:
    """A published regulation. ``in_force_until`` is the first day on which it no longer applies."""

    id: str
    document: str
    number: str
    issuer: str
    in_force_from: date
    in_force_until: date | None = None
    articles: tuple[Article, ...] = ()
