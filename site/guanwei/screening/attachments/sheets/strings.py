"""Shared strings: each text of a workbook is kept once, the cells have its number."""

from collections.abc import Iterator

from guanwei.screening.attachments.archive import Archive
from guanwei.screening.attachments.markup import Element, local, streamed
from guanwei.screening.attachments.places import Place, Where
from guanwei.screening.attachments.sheets.book import Book
from guanwei.screening.attachments.sheets.cells import pieces, words
from guanwei.screening.attachments.units import State, Unit, pieces_of, view

LEFTOVER = Place(Where.LEFTOVER, hidden=True)


def strings_of(packed: Archive, book: Book) -> list[str]:
    """By number. Raises Stopped."""
    if not book.strings:
        return []
    found = []
    for element in streamed(packed.read(book.strings), "si"):
        if local(element) == "si":
            found.append(words(element))
            forget(element)
    return found


def forget(element: Element) -> None:
    """Frees an element that has been read, and what stands before it."""
    element.clear()
    while element.getprevious() is not None:
        del element.getparent()[0]


def units(root: Element) -> Iterator[Unit]:
    """Of all of them, used or not, readings above the line by themselves."""
    for each in root:
        if local(each) == "si":
            yield Unit(LEFTOVER, pieces(each))
            yield Unit(LEFTOVER, view(list(pieces_of(each)), State.ASIDE, State.LIVE))
