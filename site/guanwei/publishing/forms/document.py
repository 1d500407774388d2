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

from guanwei.publishing.forms.printing import GRID, Cell, Row, printed_rows
from guanwei.publishing.forms.sheet import Sheet

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
    for row in printed_rows(sheet):
        _add(table, row)
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


def _add(table: Table, row: Row) -> None:
    """A row on the grid; it isn't torn at a page's end."""
    added = table.add_row()
    added.height = SIGNATURE_HEIGHT if row.signed else ROW_HEIGHT
    added._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    at = 0
    for printed in row.cells:
        cell = added.cells[at].merge(added.cells[at + printed.span - 1])
        cell.width = GRID_WIDTH * printed.span
        cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
        _fill(cell, printed, 11 if row.signed and not printed.label else 12)
        at += printed.span


def _fill(cell: _Cell, printed: Cell, points: float) -> None:
    for at, text in enumerate(printed.paragraphs):
        paragraph = cell.add_paragraph() if at else cell.paragraphs[0]
        if printed.label:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        _write(paragraph.add_run(_clean(text)), points, bold=printed.label)


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
