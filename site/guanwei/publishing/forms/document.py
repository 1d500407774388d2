"""A sheet as a Word document, laid out like the printed form. Equal sheets give equal bytes."""

import io
import re
import zipfile
from datetime import UTC, datetime

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.table import Table, _Cell
from docx.text.run import Run

from guanwei.publishing.forms.sheet import Line, Sheet, Signed
from guanwei.publishing.forms.values import printed_day

GRID = 16
"""Columns of the grid that all rows share; cells span several."""
LABEL_SPAN = 3
GRID_WIDTH = Cm(1.0125)
ROW_HEIGHT = Cm(1.0)
SIGNATURE_HEIGHT = Cm(2.6)
BODY_FONT, TITLE_FONT, LATIN_FONT = "仿宋", "宋体", "Times New Roman"
NOT_IN_XML = re.compile(r"[^\t\n\x20-\uD7FF\uE000-\uFFFD\U00010000-\U0010FFFF]")
ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)


def render(sheet: Sheet, archived_at: datetime) -> bytes:
    """The .docx. ``archived_at`` stands as its date of making."""
    document = Document()
    _set_page(document)
    _set_properties(document, sheet, archived_at)
    _title(document, sheet.title)
    table = document.add_table(rows=0, cols=GRID)
    table.style = "Table Grid"
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    _header(table, sheet)
    _rows(table, sheet)
    _signatures(table, sheet)
    if sheet.note:
        _write(document.add_paragraph().add_run(_clean(sheet.note)), 12)
    return _normalised(document)


def _clean(text: str) -> str:
    """Without the control characters that XML can't hold."""
    return NOT_IN_XML.sub("", text)


def _write(run: Run, points: float, font: str = BODY_FONT, *, bold: bool = False) -> None:
    run.font.size, run.font.bold, run.font.name = Pt(points), bold, LATIN_FONT
    # Word takes Chinese characters from the East Asian font alone.
    run._element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), font)


def _set_page(document: WordDocument) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.4)
    section.top_margin = section.bottom_margin = Cm(2.5)


def _set_properties(document: WordDocument, sheet: Sheet, archived_at: datetime) -> None:
    properties = document.core_properties
    moment = archived_at.astimezone(UTC).replace(tzinfo=None, microsecond=0)
    properties.title, properties.author = _clean(sheet.title), _clean(sheet.unit)
    properties.last_modified_by, properties.comments = _clean(sheet.unit), ""
    properties.subject = f"{sheet.day.isoformat()} {sheet.number}"
    properties.created = properties.modified = moment
    properties.revision, properties.language = 1, "zh-CN"


def _title(document: WordDocument, title: str) -> None:
    paragraph = document.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _write(paragraph.add_run(_clean(title)), 20, TITLE_FONT, bold=True)


def _row(table: Table, spans: tuple[int, ...], *, tall: bool = False) -> list[_Cell]:
    """A row whose cells span ``spans`` columns of the grid; it isn't torn at a page's end."""
    row = table.add_row()
    row.height = SIGNATURE_HEIGHT if tall else ROW_HEIGHT
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    cells, at = [], 0
    for span in spans:
        cell = row.cells[at].merge(row.cells[at + span - 1])
        cell.width = GRID_WIDTH * span
        cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
        cells.append(cell)
        at += span
    return cells


def _fill(cell: _Cell, text: str, *, label: bool = False) -> None:
    paragraph = cell.paragraphs[0]
    if label:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _write(paragraph.add_run(_clean(text)), 12, bold=label)


def _header(table: Table, sheet: Sheet) -> None:
    """Two pairs of label and value to a row."""
    value_span = GRID // 2 - LABEL_SPAN
    for at in range(0, len(sheet.header), 2):
        pairs = sheet.header[at : at + 2]
        spans = (LABEL_SPAN, value_span) * 2 if len(pairs) == 2 else (LABEL_SPAN, GRID - LABEL_SPAN)
        cells = _row(table, spans)
        for position, (label, value) in enumerate(pairs):
            _fill(cells[2 * position], label, label=True)
            _fill(cells[2 * position + 1], value)


def _column_spans(columns: int) -> tuple[int, ...]:
    """Equal columns, the first of them wider: it holds the title."""
    other = GRID // (columns + 1)
    return (GRID - other * (columns - 1), *(other,) * (columns - 1))


def _rows(table: Table, sheet: Sheet) -> None:
    """A row per item, and blank ones up to the number of the print."""
    spans = _column_spans(len(sheet.columns))
    for cell, label in zip(_row(table, spans), sheet.columns, strict=True):
        _fill(cell, label, label=True)
    for line in sheet.lines:
        for cell, text in zip(_row(table, spans), line.cells, strict=True):
            _fill(cell, text)
    for _blank in range(sheet.least_rows - len(sheet.lines)):
        _row(table, spans)


def _signatures(table: Table, sheet: Sheet) -> None:
    for position, label in enumerate(sheet.signature_labels):
        name, signed = _row(table, (LABEL_SPAN, GRID - LABEL_SPAN), tall=True)
        _fill(name, label, label=True)
        texts = [_signed_line(at, line, position) for at, line in enumerate(sheet.lines, start=1)]
        for at, text in enumerate(filter(None, texts)):
            paragraph = signed.add_paragraph() if at else signed.paragraphs[0]
            _write(paragraph.add_run(_clean(text)), 11)


def _signed_line(at: int, line: Line, position: int) -> str:
    """Each item is signed for itself: its place and title, then opinion, signer and date."""
    signatures = line.signatures[position]
    if not signatures:
        return ""
    return f"{at}.《{line.title}》{'；'.join(map(_one_signature, signatures))}"


def _one_signature(signed: Signed) -> str:
    behalf = f"（代{signed.behalf}）" if signed.behalf else ""
    return f"{signed.opinion}　{signed.signer}{behalf}（签字）　{printed_day(signed.day)}"


def _normalised(document: WordDocument) -> bytes:
    """The saved archive without the clock of the machine that wrote it."""
    saved, kept = io.BytesIO(), io.BytesIO()
    document.save(saved)
    with zipfile.ZipFile(saved) as source, zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as target:
        for entry in source.infolist():
            info = zipfile.ZipInfo(entry.filename, ZIP_EPOCH)
            info.compress_type, info.external_attr, info.create_system = zipfile.ZIP_DEFLATED, 0o600 << 16, 3
            target.writestr(info, source.read(entry))
    return kept.getvalue()
