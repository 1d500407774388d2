"""A citation's two sides: our summary, and the original wording where it is loaded."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from guanwei.api import Article, RuleBook
from guanwei.registry import catalogue
from guanwei.regulations.locating import Opened, open_at, read_locator
from guanwei.regulations.models import Original
from guanwei.regulations.passages import Passage
from guanwei.regulations.splitting.ending import CONTACTS


@dataclass(frozen=True, slots=True)
class Line:
    """A printed paragraph: its item number, and its text cut into what is cited and what stands around it."""

    label: str
    pieces: tuple[tuple[str, bool], ...]

    @property
    def cited(self) -> bool:
        return any(cited for _text, cited in self.pieces)


@dataclass(frozen=True, slots=True)
class Wording:
    """What the print says at a locator. ``exact`` is False where the locator leads on below what was found."""

    passage: Passage
    lines: tuple[Line, ...]
    exact: bool

    @property
    def cited(self) -> tuple[Line, ...]:
        """The cited paragraphs alone."""
        return tuple(each for each in self.lines if each.cited)


def book_of(document: str, day: date) -> RuleBook | None:
    """The book that holds the document: the edition in force on ``day``, else the newest."""
    editions = catalogue().books_titled(document)
    current = (
        each
        for each in editions
        if each.in_force_from <= day and (each.in_force_until is None or day < each.in_force_until)
    )
    return next(current, None) or next(iter(editions), None)


def summaries_of(book: RuleBook, document: str, article: str) -> list[Article]:
    """What the book says of the cited place, from the whole article down to the item."""
    wanted = read_locator(article)
    own = [each for each in book.articles if (each.document or book.document) == document]
    if wanted is None:
        return [each for each in own if each.number == article]
    found = []
    for each in own:
        locator = read_locator(each.number)
        if locator and locator.base == wanted.base and wanted.tail[: len(locator.tail)] == locator.tail:
            found.append(each)
    return found


def public_passages(original: Original | None) -> list[Passage]:
    """The passages that anybody may read: names and telephones of contacts aren't among them (law L10)."""
    return [each for each in original.split() if each.key != CONTACTS] if original is not None else []


def wording_at(
    passages: Sequence[Passage], document: str, article: str, fragments: Iterable[str] = ()
) -> Wording | None:
    """The original wording at a locator; None where it isn't loaded or isn't found."""
    fragment = next(filter(None, fragments), "")
    opened = open_at(passages, document, article, fragment)
    return _worded(opened) if opened is not None else None


def _worded(opened: Opened) -> Wording:
    spans = {at: (first, end) for at, first, end in opened.cited}
    lines = tuple(
        Line(block.label, _cut(block.text, spans.get(at))) for at, block in enumerate(opened.passage.blocks)
    )
    return Wording(opened.passage, lines, opened.exact)


def _cut(text: str, span: tuple[int, int] | None) -> tuple[tuple[str, bool], ...]:
    if span is None:
        return ((text, False),)
    first, end = span
    pieces = ((text[:first], False), (text[first:end], True), (text[end:], False))
    return tuple(each for each in pieces if each[0])
