"""Reads the cells of one sheet. Rows are forgotten once read, so a long sheet costs no more than a short one."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from guanwei.screening.attachments import other
from guanwei.screening.attachments.collecting import Collector
from guanwei.screening.attachments.markup import Element, attribute, local, streamed
from guanwei.screening.attachments.places import Place, Where
from guanwei.screening.attachments.problems import RemarkCode
from guanwei.screening.attachments.sheets.book import Sheet
from guanwei.screening.attachments.sheets.cells import NUMBER, Cell, cell_of, row_number
from guanwei.screening.attachments.sheets.columns import LAST_COLUMN
from guanwei.screening.attachments.sheets.formulas import leads_out
from guanwei.screening.attachments.sheets.merged import Merged
from guanwei.screening.attachments.sheets.numbers import has_lost_digits
from guanwei.screening.attachments.sheets.strings import forget

ON = frozenset({"1", "true", "on"})


class SheetReading:
    """From its first to its last row. ``used`` gathers the texts that cells show."""

    def __init__(self, sheet: Sheet, strings: Sequence[str], collector: Collector, used: set[str]) -> None:
        self.sheet, self.strings, self.collector, self.used = sheet, strings, collector, used
        self.row = self.column = 0
        self.inside: Element = None
        self.hidden_row = False
        self.hidden_columns: list[range] = []
        self.lost: Counter[int] = Counter()

    def read(self, data: bytes) -> None:
        """Raises Stopped. What the sheet says of its own size is not believed, nor needed."""
        self.merged = Merged(data)
        for element in streamed(data, "row", "c", "col"):
            self._see(local(element), element)
        for column, count in sorted(self.lost.items()):
            self.collector.remark(RemarkCode.LOST_DIGITS, sheet=self.sheet.name, column=column, count=count)
        for unit in other.units(element, place_beside(self.sheet)):
            self.collector.take(unit.place, unit.text)

    def _see(self, name: str, element: Element) -> None:
        if name == "c":
            self._enter(element.getparent())
            self._take(cell_of(element, self.row, self.column + 1, self.strings))
            element.clear()
        elif name == "row":
            self._enter(element)
            forget(element)
        elif name == "col" and attribute(element, "hidden") in ON:
            self.hidden_columns.append(range(_column(element, "min"), _column(element, "max") + 1))

    def _enter(self, row: Element) -> None:
        """The row of a cell, or one without cells."""
        if row is not self.inside:
            self.inside, self.column = row, 0
            self.row = row_number(row, self.row)
            self.hidden_row = attribute(row, "hidden") in ON

    def _take(self, cell: Cell) -> None:
        self.column = cell.column
        if not (cell.text or cell.formula):
            return
        self.used.add(cell.text)
        place = self._place(cell)
        if cell.formula:
            self.collector.count(RemarkCode.ACTIVE_FORMULAS, leads_out(cell.formula))
            self.collector.take(replace(place, formula=True), cell.formula)
        self.collector.count(RemarkCode.HIDDEN_CELLS, place.hidden and not self.sheet.hidden)
        if cell.sort == NUMBER and has_lost_digits(cell.text):
            self.lost[cell.column] += 1
        self.collector.take(place, cell.text)

    def _place(self, cell: Cell) -> Place:
        row, column = cell.row, cell.column
        hidden = self.sheet.hidden or self.hidden_row or any(column in each for each in self.hidden_columns)
        return Place(
            Where.CELL,
            row=row,
            column=column,
            sheet=self.sheet.name,
            merged=self.merged.range_of(row, column),
            hidden=hidden or self.merged.is_covered(row, column),
        )


def place_beside(sheet: Sheet) -> Place:
    """Of what stands in the sheet's part beside its cells: headers, prompts, links."""
    return Place(Where.OTHER, sheet=sheet.name, hidden=sheet.hidden)


def _column(element: Element, name: str) -> int:
    said = element.get(name, "")
    return min(int(said), LAST_COLUMN) if said.isascii() and said.isdigit() and len(said) < 9 else 0
