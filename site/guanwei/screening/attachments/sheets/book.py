"""Which sheets a workbook has, and which parts belong to which sheet."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from guanwei.screening.attachments.archive import Archive
from guanwei.screening.attachments.markup import attribute, parsed
from guanwei.screening.attachments.places import Place, Where

MAIN = ".main+xml"
BESIDE = {
    "comments": Where.CELL_COMMENT,
    "threadedComment": Where.CELL_COMMENT,
    "drawing": Where.TEXT_BOX,
    "vmlDrawing": Where.TEXT_BOX,
}
DRAWING, STRINGS, CALCULATION = "drawing", "sharedStrings", "calcChain"


@dataclass(frozen=True, slots=True)
class Sheet:
    """``part`` is where its cells stand. A hidden one is not among the tabs, perhaps not even in the menu."""

    name: str
    part: str
    hidden: bool


@dataclass(slots=True)
class Book:
    """``places`` are those of the parts beside the cells: notes, boxes, charts, tables."""

    main: str
    sheets: list[Sheet] = field(default_factory=list)
    strings: str = ""
    calculation: str = ""
    places: dict[str, Place] = field(default_factory=dict)

    def notes(self) -> list[str]:
        """The parts with notes of cells."""
        return [name for name, place in self.places.items() if place.where is Where.CELL_COMMENT]


def book_of(packed: Archive) -> Book:
    """Raises Stopped for a broken one."""
    main = next(name for name in packed.names if packed.type_of(name).endswith(MAIN))
    relations = packed.relations(main)
    by_sort = {sort: path for sort, path in relations.values() if path in packed.names}
    book = Book(main, strings=by_sort.get(STRINGS, ""), calculation=by_sort.get(CALCULATION, ""))
    for each in parsed(packed.read(main)).iter("{*}sheet"):
        _sort, part = relations.get(attribute(each, "id"), ("", ""))
        if part in packed.names:
            hidden = attribute(each, "state", "visible") != "visible"
            book.sheets.append(Sheet(attribute(each, "name"), part, hidden))
    for sheet in book.sheets:
        book.places.update(_beside(packed, sheet))
    return book


def _beside(packed: Archive, sheet: Sheet) -> Iterator[tuple[str, Place]]:
    """Charts hang on drawings, which hang on the sheet."""
    for sort, path in packed.relations(sheet.part).values():
        if path not in packed.names:
            continue
        where = BESIDE.get(sort, Where.OTHER)
        yield path, Place(where, sheet=sheet.name, part="" if sort in BESIDE else path, hidden=sheet.hidden)
        if sort == DRAWING:
            for _sort, deeper in packed.relations(path).values():
                yield deeper, Place(Where.OTHER, sheet=sheet.name, part=deeper, hidden=sheet.hidden)
