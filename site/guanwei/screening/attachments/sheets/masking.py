"""Masks the cells of one sheet. A number becomes text; a formula that shows or says something personal its value."""

from collections.abc import Iterator, Sequence

from guanwei.screening.attachments import other
from guanwei.screening.attachments.markup import Element, append, local
from guanwei.screening.attachments.places import Place
from guanwei.screening.attachments.sheets.cells import (
    FORMULA_TEXT,
    INLINE,
    NUMBER,
    SHARED,
    Cell,
    cell_of,
    child,
    pieces,
    row_number,
)
from guanwei.screening.attachments.sheets.columns import area_of
from guanwei.screening.attachments.sheets.numbers import has_lost_digits, masked
from guanwei.screening.attachments.units import Mask, Unit

# Of a cell whose value spills over others.
SPILLS = ("cm", "vm")


class SheetMasking:
    """``freed`` counts formulas that gave way to their values."""

    def __init__(self, place: Place, strings: Sequence[str], mask: Mask) -> None:
        self.place, self.strings, self.mask = place, strings, mask
        self.freed = 0

    def change(self, root: Element) -> None:
        """In place. Shared strings are masked where they stand."""
        changed: list[tuple[Cell, Element]] = []
        for cell, element in list(self._cells(root)):
            new = self._masked(cell)
            if new != cell.text and cell.sort == INLINE:
                Unit(self.place, pieces(child(element, "is"))).say(new)
            elif new != cell.text and cell.sort != SHARED:
                _say(element, new)
            if new != cell.text or (cell.formula and self.mask(cell.formula) != cell.formula):
                changed.append((cell, element))
        self._free_formulas(root, changed)
        for unit in other.units(root, self.place):
            unit.mask(self.mask)

    def _cells(self, root: Element) -> Iterator[tuple[Cell, Element]]:
        number = 0
        for row in root.iter("{*}row"):
            number, column = row_number(row, number), 0
            for element in row:
                if local(element) == "c":
                    cell = cell_of(element, number, column + 1, self.strings)
                    column = cell.column
                    yield cell, element

    def _masked(self, cell: Cell) -> str:
        new = self.mask(cell.text) if cell.text.strip() else cell.text
        lost = new == cell.text and cell.sort == NUMBER and has_lost_digits(cell.text)
        return masked(cell.text) if lost else new

    def _free_formulas(self, root: Element, changed: Sequence[tuple[Cell, Element]]) -> None:
        """Computed anew it would show again what was masked, from cells that hold it in pieces."""
        found = {element: child(element, "f") for _cell, element in changed}
        shared = {f.get("si") for f in found.values() if f is not None and f.text and f.get("t") == "shared"}
        places = [(cell.row, cell.column) for cell, _element in changed]
        for f in list(root.iter("{*}f")) if changed else ():
            holder = f.getparent()
            follows = f.get("t") == "shared" and f.get("si") in shared
            if holder in found or follows or _covers(f.get("ref", ""), places, f.get("t", "")):
                self._free(holder, f)

    def _free(self, element: Element, formula: Element) -> None:
        element.remove(formula)
        for each in SPILLS:
            element.attrib.pop(each, None)
        value = child(element, "v")
        if element.get("t") == FORMULA_TEXT:
            _say(element, "" if value is None else value.text or "")
        self.freed += 1


def _say(element: Element, text: str) -> None:
    """A cell with words of its own; its style stays, and so does its formula for now."""
    for each in list(element):
        if local(each) in ("v", "is"):
            element.remove(each)
    element.set("t", INLINE)
    append(append(element, "is"), "t", text)


def _covers(reference: str, places: Sequence[tuple[int, int]], sort: str) -> bool:
    """Whether a formula that fills a range fills one of these places."""
    area = area_of(reference) if sort in ("array", "dataTable") else None
    if area is None:
        return False
    return any(area[0] <= row <= area[2] and area[1] <= column <= area[3] for row, column in places)
