"""PDF: every object is looked at. What acts when the file is opened, or carries another file, is refused."""

import io
import re
from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _
from pypdf import PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NameObject

from guanwei.publishing.uploads.finding import Unfit

HEADER, TRAILER, TAIL = b"%PDF-", b"%%EOF", 1024
MOST_OBJECTS, DEEPEST = 200_000, 60
ACTIONS = frozenset(
    [
        "/JavaScript",
        "/Launch",
        "/SubmitForm",
        "/ImportData",
        "/GoToE",
        "/Rendition",
        "/Movie",
        "/Sound",
        "/RichMediaExecute",
    ]
)
KEYS = frozenset(["/JS", "/JavaScript", "/EmbeddedFiles", "/EF", "/RichMediaContent", "/XFA"])
# Objects that no table lists; some readers find them all the same. Short names would be found by chance.
HIDDEN = re.compile(rb"/(JavaScript|Launch|EmbeddedFiles?|RichMedia)\b")
ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")

# What a parser raises over hostile data.
BROKEN = (
    PyPdfError,
    RecursionError,
    MemoryError,
    ValueError,
    KeyError,
    TypeError,
    AttributeError,
    IndexError,
)


def check_pdf(data: bytes) -> None:
    """Raises Unfit."""
    if not data.startswith(HEADER) or TRAILER not in data[-TAIL:]:
        raise Unfit(_broken())
    if HIDDEN.search(ESCAPED.sub(lambda found: bytes([int(found[1], 16)]), data)):
        raise Unfit(_acts())
    try:
        reader = PdfReader(io.BytesIO(data), strict=False)
        if reader.is_encrypted:
            raise Unfit(_("PDF 有密码保护，不能上传。请去掉密码再试。"))
        if not len(reader.pages):
            raise Unfit(_broken())
        for each in _objects(reader):
            _look(each)
    except Unfit:
        raise
    except BROKEN as error:
        raise Unfit(_broken()) from error


def _objects(reader: PdfReader) -> Iterator[Any]:
    """Every object of every table, and the trailer. More than the limit is taken for an attack."""
    listed = [(number, generation) for generation, table in reader.xref.items() for number in table]
    listed += [(number, 0) for number in reader.xref_objStm]
    if len(listed) > MOST_OBJECTS:
        raise Unfit(_broken())
    yield reader.trailer
    for number, generation in listed:
        yield reader.get_object(IndirectObject(number, generation, reader))


def _look(found: Any, depth: int = 0) -> None:
    if depth > DEEPEST:
        raise Unfit(_broken())
    if isinstance(found, DictionaryObject):
        if KEYS & set(found):
            raise Unfit(_acts())
        for each in found:
            _look(found.raw_get(each), depth + 1)
    elif isinstance(found, ArrayObject):
        for each in list.__iter__(found):
            _look(each, depth + 1)
    # The kind of an action may stand in an object of its own, far from the action.
    elif isinstance(found, NameObject) and found in ACTIONS:
        raise Unfit(_acts())


def _acts() -> str:
    return _("PDF 里带有脚本、自动动作或夹带的文件，不能上传。请用“打印为 PDF”重新生成后再试。")


def _broken() -> str:
    return _("这不是完整的 PDF 文件。请重新导出后再上传。")
