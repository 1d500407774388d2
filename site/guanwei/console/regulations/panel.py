"""The panel of rules on the first screen, headed by the aims of the work that the rule books set."""

from dataclasses import dataclass
from typing import Any

from wagtail.admin.ui.components import Component

from guanwei.api import Citation, RuleBook
from guanwei.audit import clock
from guanwei.organisations.queries.rules import rules_along
from guanwei.organisations.rights.holdings import holdings_of, line_of
from guanwei.registry import catalogue
from guanwei.registry.in_force import books_in_force


@dataclass(frozen=True, slots=True)
class Aims:
    """What one article sets as the aims of the work."""

    cite: Citation
    aims: tuple[str, ...]


class RulesPanel(Component):
    """Two queries at most, whatever posts a person holds."""

    order = 90
    template_name = "console/regulations/panel.html"

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        books = books_over(parent_context["request"].user)
        return {"aims": [each for book in books for each in aims_of(book)], "books": books}


def books_over(person: Any) -> list[RuleBook]:
    """The books in force today where the person holds posts."""
    units = {post.unit_id for post in holdings_of(person).posts}
    active = rules_along({pk: line_of(person, pk) for pk in units})
    names = dict.fromkeys(each.plugin for rules in active.values() for each in rules)
    today = clock.today()
    return [book for name in names for book in books_in_force(catalogue().of(name).rule_books, today)]


def aims_of(book: RuleBook) -> list[Aims]:
    """Aims in the order of the articles that set them."""
    return [
        Aims(Citation(each.document or book.document, each.number), each.aims)
        for each in book.articles
        if each.aims
    ]
