"""Merged cells: one shows its words over the whole range, what the others hold nobody sees."""

import re

from guanwei.screening.attachments.sheets.columns import area_of

# They stand behind the cells, and must be known before them.
END_OF_CELLS = b"sheetData>"
MERGED = re.compile(rb"<(?:\w{1,20}:)?mergeCell\s[^>]{0,200}?ref=[\"']([A-Z0-9$:]{1,30})[\"']")
# Beyond them a sheet is broken, or made to be slow.
MOST, MOST_ROWS = 20_000, 100_000


class Merged:
    """The ranges of one sheet."""

    def __init__(self, data: bytes) -> None:
        self._anchors: dict[tuple[int, int], str] = {}
        self._covers: dict[int, list[tuple[int, int]]] = {}
        rows = 0
        for number, found in enumerate(MERGED.finditer(data, max(data.rfind(END_OF_CELLS), 0))):
            area = area_of(found[1].decode())
            rows += area[2] - area[0] + 1 if area else 0
            if number >= MOST or rows > MOST_ROWS:
                break
            if area:
                self._add(area, found[1].decode())

    def _add(self, area: tuple[int, int, int, int], said: str) -> None:
        first_row, first, last_row, last = area
        self._anchors[first_row, first] = said
        for row in range(first_row, last_row + 1):
            self._covers.setdefault(row, []).append((first, last))

    def range_of(self, row: int, column: int) -> str:
        """Of the cell that shows its words over a range, else ""."""
        return self._anchors.get((row, column), "")

    def is_covered(self, row: int, column: int) -> bool:
        """Whether another cell's range lies over it."""
        if (row, column) in self._anchors:
            return False
        return any(first <= column <= last for first, last in self._covers.get(row, ()))
