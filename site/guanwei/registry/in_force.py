"""Which of a plugin's rules apply on a day."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Protocol, TypeVar

from guanwei.api import Citation, Declarations, RuleBook

DATED = (
    "fields",
    "routes",
    "linkages",
    "checks",
    "confirmations",
    "columns",
    "password_policies",
    "screenings",
    "dictionaries",
    "marks",
)
"""Kinds of declarations that apply while a book does. Posts, forms and registers outlive the book that made them."""


class _Cited(Protocol):
    @property
    def cites(self) -> tuple[Citation, ...]: ...


Rule = TypeVar("Rule", bound=_Cited)


def books_in_force(books: Iterable[RuleBook], day: date) -> tuple[RuleBook, ...]:
    """``in_force_until`` is the first day on which a book no longer applies."""
    return tuple(
        book
        for book in books
        if book.in_force_from <= day and (book.in_force_until is None or day < book.in_force_until)
    )


def rules_in_force(declarations: Declarations, day: date) -> Declarations:
    """The declarations without the rules that don't apply on ``day``.

    Without any book in force a plugin answers nothing. A rule that cites only books of its own plugin
    which aren't in force falls away, so that an old and a new edition can stand side by side.
    """
    current = _documents(books_in_force(declarations.rule_books, day))
    ended = _documents(declarations.rule_books) - current
    kept = {kind: _applying(getattr(declarations, kind), current, ended) for kind in DATED}
    return replace(declarations, **kept)


def _documents(books: Iterable[RuleBook]) -> set[str]:
    """Their titles, with those of the notices that carry them: the one ends with the other."""
    return {title for book in books for title in book.documents}


def _applying(rules: tuple[Rule, ...], current: set[str], ended: set[str]) -> tuple[Rule, ...]:
    if not current:
        return ()
    return tuple(rule for rule in rules if not {cite.document for cite in rule.cites} <= ended)
