"""规章制度: the rule books in force in the county, and one book as a page: summary and original side by side."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from guanwei.api import Article, Place, RuleBook
from guanwei.audit import clock
from guanwei.organisations.models import Unit
from guanwei.organisations.queries.rules import switched_on
from guanwei.portal.models import ShownOriginal
from guanwei.registry import catalogue
from guanwei.registry.in_force import books_in_force
from guanwei.regulations.models import Original
from guanwei.regulations.passages import Passage
from guanwei.regulations.wording import Line, Wording, public_passages, wording_at


@dataclass(frozen=True, slots=True)
class Shelf:
    """A unit with the books of its own; units below it live by them too."""

    unit: Unit
    books: list[tuple[RuleBook, Original | None]]


@dataclass(frozen=True, slots=True)
class ShownArticle:
    """An article with its place on the page, and the original wording where it is loaded and found."""

    article: Article
    anchor: str
    wording: Wording | None
    lines: list[Line] = field(default_factory=list)
    """The cited paragraphs, without those that an item's own entry shows."""


@dataclass(frozen=True, slots=True)
class ShownBook:
    """A rule book from header to foot. ``rest`` are printed passages that nothing sums up."""

    book: RuleBook
    units: list[Unit]
    original: Original | None
    articles: list[ShownArticle]
    rest: list[Passage] = field(default_factory=list)

    @property
    def header(self) -> list[ShownArticle]:
        return self._at(Place.HEADER)

    @property
    def preamble(self) -> list[ShownArticle]:
        return self._at(Place.PREAMBLE)

    @property
    def body(self) -> list[ShownArticle]:
        return self._at(Place.BODY)

    @property
    def foot(self) -> list[ShownArticle]:
        return self._at(Place.FOOT)

    def _at(self, place: Place) -> list[ShownArticle]:
        return [each for each in self.articles if each.article.place is place]


def shelves() -> list[Shelf]:
    """Every unit that has rules of its own, the county first. Three queries, however many."""
    loaded = {each.rule_book: each for each in _public()}
    found = []
    for unit, plugins in switched_on().values():
        books = [(book, loaded.get(book.id)) for book in _current(plugins)]
        if books:
            found.append(Shelf(unit, books))
    return found


def is_shown(book_id: str) -> bool:
    """Whether the book has a page: it is in force somewhere today. Two queries."""
    return any(book.id == book_id for _unit, plugins in switched_on().values() for book in _current(plugins))


def shown_book(book_id: str) -> ShownBook | None:
    """The book as its page shows it; None for one that is in force nowhere today. Three queries."""
    units, book = [], None
    for unit, plugins in switched_on().values():
        here = next((each for each in _current(plugins) if each.id == book_id), None)
        if here is not None:
            units.append(unit)
            book = here
    if book is None:
        return None
    original = next((each for each in _public() if each.rule_book == book_id), None)
    passages = public_passages(original)
    articles = _shown(book, passages)
    return ShownBook(book, units, original, articles, _rest(passages, articles))


def _public() -> list[Original]:
    """The original wordings that the portal's settings, as signed, show to the public. One query."""
    rows = ShownOriginal.objects.filter(arrangement__live=True).select_related("original")
    return [each.original for each in rows]


def _current(plugins: Iterable[str]) -> list[RuleBook]:
    today = clock.today()
    return [book for name in plugins for book in books_in_force(catalogue().of(name).rule_books, today)]


def _shown(book: RuleBook, passages: Sequence[Passage]) -> list[ShownArticle]:
    worded = [
        wording_at(passages, each.document or book.document, each.number, [each.fragment])
        for each in book.articles
    ]
    return [
        ShownArticle(article, f"a{at}", wording, _own_lines(wording, worded))
        for at, (article, wording) in enumerate(zip(book.articles, worded, strict=True), 1)
    ]


def _own_lines(wording: Wording | None, others: Sequence[Wording | None]) -> list[Line]:
    if wording is None:
        return []
    below = {
        line
        for other in others
        if other is not None and other.passage == wording.passage and len(other.cited) < len(wording.cited)
        for line in other.cited
        if len(line.pieces) == 1
    }
    return [line for line in wording.cited if line not in below]


def _rest(passages: Iterable[Passage], articles: Iterable[ShownArticle]) -> list[Passage]:
    shown = {(each.wording.passage.document, each.wording.passage.key) for each in articles if each.wording}
    return [each for each in passages if each.blocks and (each.document, each.key) not in shown]
