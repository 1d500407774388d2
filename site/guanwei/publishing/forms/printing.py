"""What is printed where: the rows of a sheet on a grid, for the Word document and for the screen."""

from collections.abc import Iterator
from dataclasses import dataclass

from guanwei.publishing.forms.sheet import Line, Sheet, Signed
from guanwei.publishing.forms.values import printed_day

GRID = 16
"""Columns of the grid that all rows share; cells span several."""
LABEL_SPAN = 3


@dataclass(frozen=True, slots=True)
class Cell:
    """One printed cell: its paragraphs and how many columns of the grid it spans."""

    paragraphs: tuple[str, ...]
    span: int
    label: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """``signed`` rows are tall and hold signatures."""

    cells: tuple[Cell, ...]
    signed: bool = False


def printed_rows(sheet: Sheet) -> list[Row]:
    """Header boxes, the column labels, a row per item with blank ones up to the print's, signatures."""
    return [*_header(sheet), *_items(sheet), *_signatures(sheet)]


def _header(sheet: Sheet) -> Iterator[Row]:
    """Two pairs of label and value to a row."""
    for at in range(0, len(sheet.header), 2):
        pairs = sheet.header[at : at + 2]
        value_span = (GRID if len(pairs) == 1 else GRID // 2) - LABEL_SPAN
        yield Row(
            tuple(
                cell
                for label, value in pairs
                for cell in (Cell((label,), LABEL_SPAN, label=True), Cell((value,), value_span))
            )
        )


def _spans(columns: int) -> tuple[int, ...]:
    """Equal columns, the first of them wider: it holds the title."""
    other = GRID // (columns + 1)
    return (GRID - other * (columns - 1), *(other,) * (columns - 1))


def _items(sheet: Sheet) -> Iterator[Row]:
    """A form may do without columns: a header and signatures."""
    if not sheet.columns:
        return
    spans = _spans(len(sheet.columns))
    yield Row(tuple(Cell((text,), span, label=True) for text, span in zip(sheet.columns, spans, strict=True)))
    for line in sheet.lines:
        yield Row(tuple(Cell((text,), span) for text, span in zip(line.cells, spans, strict=True)))
    for _blank in range(sheet.least_rows - len(sheet.lines)):
        yield Row(tuple(Cell((), span) for span in spans))


def _signatures(sheet: Sheet) -> Iterator[Row]:
    for position, label in enumerate(sheet.signature_labels):
        texts = (_signed_line(at, line, position) for at, line in enumerate(sheet.lines, start=1))
        signed = Cell(tuple(filter(None, texts)), GRID - LABEL_SPAN)
        yield Row((Cell((label,), LABEL_SPAN, label=True), signed), signed=True)


def _signed_line(at: int, line: Line, position: int) -> str:
    """Each item is signed for itself: its place and title, then opinion, signer and date."""
    signatures = line.signatures[position]
    if not signatures:
        return ""
    return f"{at}.《{line.title}》{'；'.join(map(_one_signature, signatures))}"


def _one_signature(signed: Signed) -> str:
    behalf = f"（代{signed.behalf}）" if signed.behalf else ""
    opinion = f"见{signed.paper}" if signed.paper else signed.opinion
    return f"{opinion}　{signed.signer}{behalf}（{_how(signed)}）　{printed_day(signed.day)}"


def _how(signed: Signed) -> str:
    """Nobody reads a signature where there was a call, nor a unit's word where another decided in its place."""
    if signed.recorder:
        return f"电话同意，{signed.recorder}记录"
    if signed.late:
        return "涉及单位逾期未答复，代为决定"
    return "纸质签字" if signed.paper else "签字"
