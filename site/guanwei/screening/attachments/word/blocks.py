"""Paragraphs of a Word part in the order in which they are read, each with its place."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from guanwei.screening.attachments.markup import Element, attribute, local
from guanwei.screening.attachments.places import Place, Where

NOTES = {"footnote": Where.FOOTNOTE, "endnote": Where.ENDNOTE, "comment": Where.COMMENT}
MOST_COLUMNS = 63  # of Word


@dataclass(slots=True)
class Table:
    """Where we are in a table. Columns are those of its grid, so that merged cells count as what they cover."""

    number: int
    row: int = 0
    column: int = 0
    following: int = 1


@dataclass(slots=True)
class Position:
    """Where we are in the part. ``outer`` is the sort of place outside tables, boxes and notes."""

    outer: Where
    paragraphs: int = 0
    tables: int = 0
    notes: int = 0
    boxes: int = 0
    aside: int = 0
    note: Where | None = None
    open_tables: list[Table] = field(default_factory=list)

    def begin(self, element: Element, name: str) -> None:
        if name == "tbl":
            self.tables += 1
            self.open_tables.append(Table(self.tables))
        elif name == "tr" and self.open_tables:
            table = self.open_tables[-1]
            table.row, table.column, table.following = table.row + 1, 0, 1 + _number(element, "gridBefore")
        elif name == "tc" and self.open_tables:
            table = self.open_tables[-1]
            table.column = table.following
            table.following += max(1, _number(element, "gridSpan"))
        elif name == "txbxContent":
            self.boxes += 1
        elif name == "Fallback":
            self.aside += 1
        elif name in NOTES:
            self.note = NOTES[name]
            # Separators are kept as notes of a type of their own.
            self.notes += not attribute(element, "type")

    def end(self, name: str) -> None:
        if name == "tbl" and self.open_tables:
            self.open_tables.pop()
        elif name == "txbxContent":
            self.boxes -= 1
        elif name == "Fallback":
            self.aside -= 1
        elif name in NOTES:
            self.note = None

    def place(self, *, words: bool) -> Place:
        """Of a paragraph that begins here. Only paragraphs with words are counted."""
        if self.boxes:
            return Place(Where.TEXT_BOX)
        if self.note is not None:
            return Place(self.note, number=self.notes)
        if self.open_tables:
            table = self.open_tables[-1]
            where = Where.TABLE_CELL if self.outer is Where.PARAGRAPH else self.outer
            return Place(where, table=table.number, row=table.row, column=table.column)
        if self.outer is not Where.PARAGRAPH:
            return Place(self.outer)
        self.paragraphs += words
        return Place(Where.PARAGRAPH, number=self.paragraphs)


FOLLOWED = frozenset({"tbl", "tr", "tc", "txbxContent", "Fallback", *NOTES})


def paragraphs(root: Element, outer: Where) -> Iterator[tuple[Place, Element, bool]]:
    """Place, paragraph, and whether it stands in a form for old programs, which repeats the words of a box."""
    position = Position(outer)
    waiting: list[Element | str] = [root]
    while waiting:
        each = waiting.pop()
        if isinstance(each, str):
            position.end(each)
            continue
        name = local(each)
        if name in FOLLOWED:
            position.begin(each, name)
            waiting.append(name)
        elif name == "p":
            yield position.place(words=_has_words(each)), each, position.aside > 0
        waiting.extend(reversed(each))


def _has_words(paragraph: Element) -> bool:
    return any((each.text or "").strip() for each in paragraph.iter("{*}t", "{*}delText"))


def _number(element: Element, name: str) -> int:
    """What a row or cell says of its grid."""
    said = next(element.iterfind(f"{{*}}{'trPr' if name == 'gridBefore' else 'tcPr'}/{{*}}{name}"), None)
    text = attribute(said, "val") if said is not None else ""
    return min(int(text), MOST_COLUMNS) if text.isascii() and text.isdigit() else 0
