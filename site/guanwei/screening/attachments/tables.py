"""Tables of text (csv): rows and columns, and a copy in which all but the masked cells stays byte for byte."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from guanwei.screening.attachments.collecting import Collector
from guanwei.screening.attachments.places import Place, Where
from guanwei.screening.attachments.plain import decoded
from guanwei.screening.attachments.problems import RemarkCode
from guanwei.screening.attachments.sheets.formulas import is_formula
from guanwei.screening.attachments.units import Mask

# The fourth is the comma of Chinese texts.
SEPARATORS = (",", "\t", ";", chr(0xFF0C), "|")
QUOTE = '"'
CELL = r'(?:"((?:[^"]++|"")*+)"?)?+([^{0}\r\n]*+)({0}|\r\n|\r|\n|\Z)'
HEADER_LENGTH, HEADER_DIGITS = 20, 6


class Cell(NamedTuple):
    """``written`` is how it stands in the file, with its quotes; ``end`` is what ends it."""

    row: int
    column: int
    text: str
    written: str
    end: str


def read(data: bytes, collector: Collector) -> None:
    """The first row's words are the columns' headers. Raises Stopped."""
    headers: dict[int, str] = {}
    for cell in _cells(decoded(data).text):
        text = cell.text
        if cell.row == 1:
            headers[cell.column] = _header(text)
        place = Place(Where.CSV_CELL, row=cell.row, column=cell.column, header=headers.get(cell.column, ""))
        collector.count(RemarkCode.ACTIVE_FORMULAS, is_formula(text))
        collector.take(place, text)


def copy(data: bytes, mask: Mask) -> bytes:
    """In the encoding and with the line ends, separators and quotes of the file."""
    file = decoded(data)
    return file.encoded("".join(_masked(cell, mask) for cell in _cells(file.text)))


def _masked(cell: Cell, mask: Mask) -> str:
    new = mask(cell.text) if cell.text.strip() else cell.text
    if new == cell.text:
        return cell.written + cell.end
    quoted = cell.written.startswith(QUOTE) or any(each in new for each in (QUOTE, "\r", "\n", *SEPARATORS))
    return (f"{QUOTE}{new.replace(QUOTE, QUOTE * 2)}{QUOTE}" if quoted else new) + cell.end


def _cells(words: str) -> Iterator[Cell]:
    """Linear in the length of the text. A quote that is never closed holds all the rest, as in office programs."""
    pattern = re.compile(CELL.format(re.escape(_separator(words))))
    row = column = 1
    for found in pattern.finditer(words):
        if found.start() == len(words):
            return
        text = (found[1] or "").replace(QUOTE * 2, QUOTE) + found[2]
        yield Cell(row, column, text, found[0].removesuffix(found[3]), found[3])
        row, column = (row, column + 1) if found[3] not in ("\r\n", "\r", "\n") else (row + 1, 1)


def _separator(text: str) -> str:
    """The one that is most in the first line."""
    first = text.lstrip("\r\n").partition("\n")[0]
    return max(SEPARATORS, key=first.count)


def _header(text: str) -> str:
    """Not where it looks like data: a table may have no header."""
    digits = sum(map(str.isdigit, text))
    return "" if digits >= HEADER_DIGITS else " ".join(text.split())[:HEADER_LENGTH]
