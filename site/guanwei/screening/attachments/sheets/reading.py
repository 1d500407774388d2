"""Reads an xlsx: its sheets by their tabs, then what stands beside the cells."""

from guanwei.screening.attachments import other
from guanwei.screening.attachments.archive import Archive
from guanwei.screening.attachments.collecting import Collector
from guanwei.screening.attachments.markup import parsed
from guanwei.screening.attachments.places import Place, Where
from guanwei.screening.attachments.problems import RemarkCode
from guanwei.screening.attachments.sheets import notes
from guanwei.screening.attachments.sheets.book import Book, book_of
from guanwei.screening.attachments.sheets.sheet import SheetReading
from guanwei.screening.attachments.sheets.strings import LEFTOVER, strings_of


def read(packed: Archive, collector: Collector) -> None:
    """Raises Stopped."""
    book = book_of(packed)
    _read_names(book, collector)
    _read_cells(packed, book, collector)
    _read_notes(packed, book, collector)
    done = {book.strings, *(sheet.part for sheet in book.sheets), *book.notes()}
    other.read(packed, done, collector, lambda name: book.places.get(name) or other.place_of(name))


def _read_names(book: Book, collector: Collector) -> None:
    hidden = [each.name for each in book.sheets if each.hidden]
    if hidden:
        collector.remark(RemarkCode.HIDDEN_SHEETS, count=len(hidden), first=hidden[0])
    for sheet in book.sheets:
        collector.take(Place(Where.SHEET_NAME, sheet=sheet.name, hidden=sheet.hidden), sheet.name)


def _read_cells(packed: Archive, book: Book, collector: Collector) -> None:
    """Strings that no cell shows any more stay in the file: they are read as well."""
    strings = strings_of(packed, book)
    used: set[str] = set()
    for sheet in book.sheets:
        SheetReading(sheet, strings, collector, used).read(packed.read(sheet.part))
    for each in dict.fromkeys(strings):
        if each not in used:
            collector.take(LEFTOVER, each)


def _read_notes(packed: Archive, book: Book, collector: Collector) -> None:
    for name in book.notes():
        for unit in notes.units(parsed(packed.read(name)), book.places[name]):
            collector.take(unit.place, unit.text)
            collector.count(RemarkCode.COMMENTS)
