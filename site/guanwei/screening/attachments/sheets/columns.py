"""Names of cells: letters for the column, a number for the row."""

import re

REFERENCE = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})")
LAST_COLUMN, LAST_ROW = 16384, 1_048_576


def letters(column: int) -> str:
    """1 is A, 27 is AA."""
    said = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        said = chr(ord("A") + rest) + said
    return said


def place_of(reference: str) -> tuple[int, int] | None:
    """Row and column of ``D12``; None for what names no cell that there is."""
    found = REFERENCE.fullmatch(reference)
    if found is None:
        return None
    column = 0
    for each in found[1].upper():
        column = column * 26 + ord(each) - ord("A") + 1
    row = int(found[2])
    return (row, column) if 1 <= row <= LAST_ROW and column <= LAST_COLUMN else None


def area_of(reference: str) -> tuple[int, int, int, int] | None:
    """First row and column, last row and column of ``B2:D9``, or of one cell."""
    first, _colon, last = reference.partition(":")
    begin, end = place_of(first), place_of(last or first)
    return (*begin, *end) if begin and end else None
