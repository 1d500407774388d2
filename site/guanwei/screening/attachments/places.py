"""Places in a file, as an office would look for them."""

from dataclasses import dataclass
from enum import StrEnum


class Where(StrEnum):
    """The sort of place; ``sentences.place`` says it in words."""

    PARAGRAPH = "paragraph"
    TABLE_CELL = "table_cell"
    HEADER = "header"
    FOOTER = "footer"
    FOOTNOTE = "footnote"
    ENDNOTE = "endnote"
    TEXT_BOX = "text_box"
    COMMENT = "comment"
    FIELD = "field"
    CELL = "cell"
    CELL_COMMENT = "cell_comment"
    SHEET_NAME = "sheet_name"
    LEFTOVER = "leftover"
    PAGE = "page"
    ANNOTATION = "annotation"
    CSV_CELL = "csv_cell"
    LINE = "line"
    ALT_TEXT = "alt_text"
    PROPERTY = "property"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Place:
    """``number`` counts paragraphs with words, notes, comments, pages or lines, from 1; ``table``, ``row`` and
    ``column`` too. 0 and "" mean that the sort of place has none.

    ``header`` is the first row's word for a csv column, ``part`` the name of an unusual part of an office file,
    ``merged`` the range that the cell covers. ``hidden``: whoever opens the file doesn't see it. ``deleted``:
    tracked as deleted, so still in the file. ``formula``: the formula's own text, not its last result.
    """

    where: Where
    number: int = 0
    table: int = 0
    row: int = 0
    column: int = 0
    sheet: str = ""
    header: str = ""
    part: str = ""
    merged: str = ""
    hidden: bool = False
    deleted: bool = False
    formula: bool = False
