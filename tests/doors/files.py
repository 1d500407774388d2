"""Files as people send them, good and hostile, made on the spot."""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable
from typing import Any

from django.core.files.base import ContentFile
from docx import Document
from openpyxl import Workbook
from PIL import Image
from pypdf import PdfWriter
from pypdf.generic import DictionaryObject, NameObject, TextStringObject

PLACE = b"GPS-of-the-photographer"


def named(data: bytes, name: str) -> ContentFile[bytes]:
    return ContentFile(data, name)


def picture(kind: str = "JPEG", size: tuple[int, int] = (40, 30), **options: object) -> bytes:
    out = io.BytesIO()
    Image.linear_gradient("L").resize(size).convert("RGB").save(out, kind, **options)
    return out.getvalue()


def photograph(kind: str = "JPEG", turned: int = 6) -> bytes:
    """With Exif: place, camera, and held upright."""
    exif = Image.Exif()
    exif[0x0112] = turned
    exif[0x010F] = PLACE.decode()
    exif.get_ifd(0x8825)[1] = "N"
    return picture(kind, exif=exif)


def animation() -> bytes:
    out = io.BytesIO()
    frames = [Image.new("P", (20, 20), color) for color in (1, 2, 3)]
    frames[0].save(out, "GIF", save_all=True, append_images=frames[1:], duration=80, loop=0, comment=PLACE)
    return out.getvalue()


def png_of(width: int, height: int) -> bytes:
    """A few bytes that say they are a huge picture."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress(b"\0" * 1_000_000)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def word(text: str = "汛期值守安排表") -> bytes:
    out = io.BytesIO()
    document = Document()
    document.add_paragraph(text)
    document.add_table(2, 2)
    document.save(out)
    return out.getvalue()


def sheet() -> bytes:
    out = io.BytesIO()
    book = Workbook()
    book.active.append(["单位", "人数", "=SUM(B2:B9)"])
    book.save(out)
    return out.getvalue()


def repacked(data: bytes, change: Callable[[dict[str, bytes]], None]) -> bytes:
    """An office file with other parts."""
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    change(parts)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    return out.getvalue()


def with_part(data: bytes, name: str, content: bytes = b"x") -> bytes:
    return repacked(data, lambda parts: parts.update({name: content}))


def with_relation(data: bytes, kind: str, target: str, mode: str = "External") -> bytes:
    def change(parts: dict[str, bytes]) -> None:
        name = "word/_rels/document.xml.rels"
        said = f'<Relationship Id="rIdX" Type="http://x/{kind}" Target="{target}" TargetMode="{mode}"/></Relationships>'
        parts[name] = parts[name].replace(b"</Relationships>", said.encode())

    return repacked(data, change)


def with_text(data: bytes, old: bytes, new: bytes, part: str = "word/document.xml") -> bytes:
    return repacked(data, lambda parts: parts.update({part: parts[part].replace(old, new)}))


def with_field(data: bytes, *pieces: str) -> bytes:
    """A field at the end of the text, its code in pieces as Word writes it; a piece of ``{`` or ``}`` nests one."""
    marks = {"{": '<w:fldChar w:fldCharType="begin"/>', "}": '<w:fldChar w:fldCharType="end"/>'}
    runs = [marks.get(each, f"<w:instrText>{each}</w:instrText>") for each in ("{", *pieces, "}")]
    said = "<w:p>" + "".join(f"<w:r>{each}</w:r>" for each in runs) + "</w:p><w:sectPr"
    return with_text(data, b"<w:sectPr", said.encode())


def pdf(prepare: Callable[[PdfWriter], None] | None = None) -> bytes:
    out = io.BytesIO()
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    if prepare is not None:
        prepare(writer)
    writer.write(out)
    return out.getvalue()


def packed_pdf(objects: list[bytes]) -> bytes:
    """All ``objects`` in one compressed stream, as PDF writers of today do; the first is the catalogue."""
    numbers, at = b"", 0
    for number, each in enumerate(objects, start=1):
        numbers += b"%d %d " % (number, at)
        at += len(each) + 1
    stream = zlib.compress(numbers + b"\n".join(objects))
    holder, table = len(objects) + 1, len(objects) + 2
    data = b"%PDF-1.5\n"
    begins = len(data)
    data += b"%d 0 obj<</Type/ObjStm/N %d/First %d/Filter/FlateDecode/Length %d>>stream\n%s\nendstream endobj\n" % (
        holder, len(objects), len(numbers), len(stream), stream,
    )  # fmt: skip
    rows = [
        (0, 0, 255),
        *((2, holder, place) for place in range(len(objects))),
        (1, begins, 0),
        (1, len(data), 0),
    ]
    listed = b"".join(struct.pack(">BHB", *row) for row in rows)
    begins = len(data)
    data += b"%d 0 obj<</Type/XRef/Size %d/W[1 2 1]/Root 1 0 R/Length %d>>stream\n%s\nendstream endobj\n" % (
        table, len(rows), len(listed), listed,
    )  # fmt: skip
    return data + b"startxref\n%d\n%%%%EOF\n" % begins


CATALOGUE = [
    b"<</Type/Catalog/Pages 2 0 R/OpenAction 4 0 R>>",
    b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
    b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>",
]


def action(kind: str, **more: Any) -> Callable[[PdfWriter], None]:
    def prepare(writer: PdfWriter) -> None:
        made = DictionaryObject({NameObject("/S"): NameObject(kind)})
        made.update({NameObject(f"/{key}"): TextStringObject(value) for key, value in more.items()})
        writer._root_object[NameObject("/OpenAction")] = writer._add_object(made)

    return prepare


script_in = action("/JavaScript", JS="app.alert(1)")
