"""The masked copy of an xlsx."""

from collections.abc import Callable, Iterator

from guanwei.screening.attachments.archive import Archive
from guanwei.screening.attachments.collecting import Collector
from guanwei.screening.attachments.markup import Element
from guanwei.screening.attachments.problems import RemarkCode
from guanwei.screening.attachments.rewriting import Change, copied, forget_makers
from guanwei.screening.attachments.sheets import notes, strings
from guanwei.screening.attachments.sheets.book import Book, book_of
from guanwei.screening.attachments.sheets.masking import SheetMasking
from guanwei.screening.attachments.sheets.sheet import place_beside
from guanwei.screening.attachments.units import Mask, Unit

Units = Callable[[Element], Iterator[Unit]]


def copy(packed: Archive, mask: Mask, collector: Collector) -> bytes:
    """Styles, formulas without personal results, pictures and other sheets stay. Raises Stopped."""
    book = book_of(packed)
    texts = strings.strings_of(packed, book)
    maskings = {each.part: SheetMasking(place_beside(each), texts, mask) for each in book.sheets}
    own: dict[str, Change] = {part: each.change for part, each in maskings.items()}
    own |= {book.strings: _change(strings.units, mask)} if book.strings else {}
    own |= {name: _change(_notes(book, name), mask) for name in book.notes()}

    def drop() -> list[str]:
        """The order of computing names formulas that are gone; programs make it anew."""
        freed = sum(each.freed for each in maskings.values())
        collector.count(RemarkCode.FORMULAS_TO_VALUES, freed)
        return [book.calculation] if freed and book.calculation else []

    return copied(packed, own, mask, collector, drop)


def _notes(book: Book, name: str) -> Units:
    return lambda root: notes.units(root, book.places[name])


def _change(units: Units, mask: Mask) -> Change:
    def change(root: Element) -> None:
        for unit in units(root):
            unit.mask(mask)
        forget_makers(root)

    return change
