"""Notes of cells: the older ones, and those that people answer."""

from collections.abc import Iterator
from dataclasses import replace

from guanwei.screening.attachments.markup import Element, attribute
from guanwei.screening.attachments.places import Place
from guanwei.screening.attachments.sheets.cells import child, pieces
from guanwei.screening.attachments.sheets.columns import place_of
from guanwei.screening.attachments.units import Piece, Unit


def units(root: Element, place: Place) -> Iterator[Unit]:
    """``place`` is the sheet's."""
    for note in root.iter("{*}comment", "{*}threadedComment"):
        text = child(note, "text")
        row, column = place_of(attribute(note, "ref")) or (0, 0)
        if text is not None:
            found = pieces(text) or [Piece(text, text.text or "")]
            yield Unit(replace(place, row=row, column=column), found)
