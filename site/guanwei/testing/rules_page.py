"""The public page of a rule book, read as a citizen reads it: for tests of clauses that are only to be shown."""

from html.parser import HTMLParser
from typing import TYPE_CHECKING

from django.test import Client
from django.urls import reverse

from guanwei.organisations.queries.rules import COUNTY_RULES
from guanwei.organisations.services import switch_on
from guanwei.registry import catalogue

if TYPE_CHECKING:
    from guanwei.testing.scenes import County

PLACES = {"rule-book-header": "header", "rule-preamble": "preamble", "rule-foot": "foot"}
BODY = "body"


class RulesPage(HTMLParser):
    """What stands at each article, by its printed locator; an article that isn't there says nothing."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self._said: dict[tuple[str, str], list[str]] = {}
        self._place = BODY
        self._closes = ""
        self._open: list[str] | None = None
        self.feed(markup)

    def header(self, number: str) -> str:
        return self._words("header", number)

    def preamble(self, number: str) -> str:
        return self._words("preamble", number)

    def body(self, number: str) -> str:
        return self._words(BODY, number)

    def foot(self, number: str) -> str:
        return self._words("foot", number)

    def numbers(self) -> list[str]:
        """Locators of all articles, in the page's order."""
        return [number for _place, number in self._said]

    def _words(self, place: str, number: str) -> str:
        return " ".join(self._said.get((place, number), []))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = (dict(attrs).get("class") or "").split()
        place = next((PLACES[name] for name in names if name in PLACES), "")
        if place:
            self._place, self._closes = place, tag
        if "rule" in names:
            self._open = []

    def handle_data(self, data: str) -> None:
        if self._open is not None and data.strip():
            self._open.append(" ".join(data.split()))

    def handle_endtag(self, tag: str) -> None:
        if tag == "section" and self._open is not None:
            number, *words = self._open
            self._said[self._place, number] = words
            self._open = None
        elif tag == self._closes:
            self._place, self._closes = BODY, ""


def rules_page(county: "County", book_id: str) -> RulesPage:
    """The book's page, once its plugin is switched on for the scene's agency."""
    plugin = catalogue().owner_of(book_id)
    assert plugin is not None, f"no plugin declares the rule book {book_id}"
    if plugin.name != COUNTY_RULES:
        switch_on(county.water.unit, plugin.name, by=None, reason="按本局规定")
    answer = Client().get(reverse("portal:rule_book", args=[book_id]))
    return RulesPage(answer.content.decode() if answer.status_code == 200 else "")
