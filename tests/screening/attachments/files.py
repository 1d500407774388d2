"""Files as offices upload them, good and hostile, made on the spot. All numbers in them are invented."""

import io
import re
import zipfile
from collections.abc import Callable
from typing import Any

from docx import Document
from doors.files import repacked, with_text
from openpyxl import Workbook
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

MOBILE, MASKED_MOBILE = "13800001234", "138****1234"
OTHER_MOBILE, MASKED_OTHER_MOBILE = "15900005678", "159****5678"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
SHEET_SPACE = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
WORD_SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def saved(made: Any) -> bytes:
    """A document, workbook or writer of pdf as the bytes of its file."""
    out = io.BytesIO()
    (made.write if isinstance(made, PdfWriter) else made.save)(out)
    return out.getvalue()


def word(*paragraphs: str, prepare: Callable[[Any], None] | None = None) -> bytes:
    document = Document()
    for each in paragraphs:
        document.add_paragraph(each)
    if prepare is not None:
        prepare(document)
    return saved(document)


def with_body(data: bytes, markup: str) -> bytes:
    """A docx with more at the end of its text."""
    return with_text(data, b"<w:sectPr", f"{markup}<w:sectPr".encode())


def with_typed_part(data: bytes, name: str, content: str, sort: str) -> bytes:
    """An office file with one more part of a sort."""

    def change(parts: dict[str, bytes]) -> None:
        types = parts["[Content_Types].xml"]
        said = f'<Override PartName="/{name}" ContentType="{sort}"/></Types>'
        parts["[Content_Types].xml"] = types.replace(b"</Types>", said.encode())
        parts[name] = content.encode()

    return repacked(data, change)


def book(*rows: list[Any], title: str = "名单", prepare: Callable[[Any], None] | None = None) -> bytes:
    made = Workbook()
    made.active.title = title
    for row in rows:
        made.active.append(row)
    if prepare is not None:
        prepare(made)
    return saved(made)


INLINE = re.compile(r't="inlineStr"><is><t(?: [^>]*)?>([^<]*)</t></is>')
RELATION = (
    '<Relationship Id="rIdS" Type="http://x/sharedStrings" Target="sharedStrings.xml"/></Relationships>'
)
STRINGS = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"


def shared(data: bytes, *more: str) -> bytes:
    """The workbook as office programs save it: texts once, cells with their numbers. ``more`` are markup."""
    texts: list[str] = []

    def number(found: re.Match[str]) -> str:
        texts.append(f"<t>{found[1]}</t>")
        return f't="s"><v>{len(texts) - 1}</v>'

    def change(parts: dict[str, bytes]) -> None:
        for name in [each for each in parts if each.startswith("xl/worksheets/sheet")]:
            parts[name] = INLINE.sub(number, parts[name].decode()).encode()

    data = with_text(
        repacked(data, change), b"</Relationships>", RELATION.encode(), "xl/_rels/workbook.xml.rels"
    )
    strings = "".join(f"<si>{each}</si>" for each in (*texts, *more))
    return with_typed_part(data, "xl/sharedStrings.xml", f"<sst {SHEET_SPACE}>{strings}</sst>", STRINGS)


def part_of(data: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return packed.read(name).decode()


def names_of(data: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return packed.namelist()


def pdf(*pages: str, prepare: Callable[[PdfWriter], None] | None = None) -> bytes:
    """Latin words only: a font with Chinese ones would have to be carried."""
    writer = PdfWriter()
    for words in pages:
        _write_on(writer, writer.add_blank_page(400, 400), words)
    if prepare is not None:
        prepare(writer)
    return saved(writer)


def _write_on(writer: PdfWriter, page: Any, words: str) -> None:
    if not words:
        return
    names = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Helvetica"}
    font = DictionaryObject({NameObject(key): NameObject(value) for key, value in names.items()})
    fonts = DictionaryObject({NameObject("/F1"): font})
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
    stream = DecodedStreamObject()
    stream.set_data(f"BT /F1 12 Tf 20 200 Td ({words}) Tj ET".encode())
    page[NameObject("/Contents")] = writer._add_object(stream)
