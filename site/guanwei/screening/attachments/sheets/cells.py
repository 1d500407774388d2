"""One cell: what it shows, and the formula behind it, which is never computed."""

from collections.abc import Sequence
from dataclasses import dataclass

from guanwei.screening.attachments.markup import Element, local
from guanwei.screening.attachments.sheets.columns import LAST_ROW, place_of
from guanwei.screening.attachments.sheets.numbers import shown
from guanwei.screening.attachments.units import Piece, State, pieces_of, view

SHARED, INLINE, FORMULA_TEXT, NUMBER = "s", "inlineStr", "str", "n"
# True or false, and errors.
WORDLESS = frozenset({"b", "e"})
UNWANTED = State.ASIDE


@dataclass(frozen=True, slots=True)
class Cell:
    """``sort`` is how the file holds the value. ``formula`` begins with its sign, or is "".

    A cell that shares another one's formula has none of its own.
    """

    row: int
    column: int
    sort: str
    text: str
    formula: str


def cell_of(element: Element, row: int, following: int, strings: Sequence[str]) -> Cell:
    """``row`` and ``following`` (a column) hold where the cell doesn't say its own. Values of no use are ""."""
    there = place_of(element.get("r", "")) or (row, following)
    sort = element.get("t", NUMBER)
    formula = child(element, "f")
    code = formula.text if formula is not None else None
    return Cell(*there, sort, _text(element, sort, strings), f"={code}" if code else "")


def _text(element: Element, sort: str, strings: Sequence[str]) -> str:
    if sort in WORDLESS:
        return ""
    if sort == INLINE:
        inline = child(element, "is")
        return "" if inline is None else words(inline)
    value = child(element, "v")
    said: str = "" if value is None else (value.text or "")
    if sort == SHARED:
        known = said.isascii() and said.isdigit() and len(said) < 9 and int(said) < len(strings)
        return strings[int(said)] if known else ""
    return shown(said.strip()) if sort == NUMBER else said


def words(holder: Element) -> str:
    """Of a shared or inline string, however it is formatted; without readings above the line."""
    return "".join(each.text for each in pieces(holder))


def pieces(holder: Element) -> list[Piece]:
    """Those that ``words`` are put together from."""
    return view(list(pieces_of(holder)), State.LIVE, UNWANTED)


def child(element: Element, name: str) -> Element | None:
    """The first of this name."""
    return next((each for each in element if local(each) == name), None)


def row_number(element: Element, before: int) -> int:
    """Of a row that may leave out its own number, or lie."""
    said = element.get("r", "")
    number = int(said) if said.isascii() and said.isdigit() and len(said) < 9 else before + 1
    return min(max(number, 1), LAST_ROW)
