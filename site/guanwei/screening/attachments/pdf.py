"""The words of a pdf, page by page: what is printed, filled in and noted on it. Pictures of text have none."""

import io
from collections.abc import Iterator
from typing import Any

from guanwei.screening.attachments.collecting import Collector
from guanwei.screening.attachments.passages import Passage
from guanwei.screening.attachments.places import Place, Where
from guanwei.screening.attachments.problems import ProblemCode, RemarkCode, Stopped
from guanwei.screening.attachments.units import Mask

PROPERTIES = ("/Title", "/Subject", "/Keywords", "/Author")
# A note's words, a field's value, a link's target.
NOTED = ("/Contents", "/V", "/TU")
ANNOTATIONS, ACTION, TARGET = "/Annots", "/A", "/URI"
CARRIED = "/EmbeddedFiles"


def read(data: bytes, collector: Collector) -> None:
    """Raises Stopped; after the most pages that are read, too."""
    reader = _opened(data)
    pages = len(reader.pages)
    _read_properties(reader, collector)
    without = []
    for number in range(1, min(pages, collector.limits.pages) + 1):
        page = reader.pages[number - 1]
        text = page.extract_text()
        if not text.strip():
            without.append(number)
        collector.take(Place(Where.PAGE, number=number), text)
        for noted in _noted(page):
            collector.take(Place(Where.ANNOTATION, number=number), noted)
    if without:
        collector.remark(RemarkCode.PAGES_WITHOUT_WORDS, count=len(without), first=without[0])
    if pages > collector.limits.pages:
        raise Stopped(ProblemCode.TRUNCATED, pages=collector.limits.pages, of=pages)


def copy(data: bytes, mask: Mask, collector: Collector) -> bytes:
    """Its words, masked, as plain text: what stands under a black box in a pdf can be copied out of it."""
    found: list[Passage] = []
    read(data, Collector(collector.limits, found.append))
    collector.remark(RemarkCode.PDF_AS_TEXT)
    pages = [each for each in found if each.place.where is not Where.PROPERTY]
    return "\n\n".join(mask(each.text) for each in pages).encode("utf-8", "replace") + b"\n"


def _opened(data: bytes) -> Any:
    """Imported here: reading other files needs none of it."""
    from pypdf import PdfReader

    reader = PdfReader(io.BytesIO(data), strict=False)
    if reader.is_encrypted:
        raise Stopped(ProblemCode.ENCRYPTED)
    return reader


def _read_properties(reader: Any, collector: Collector) -> None:
    said = reader.metadata or {}
    for each in PROPERTIES:
        collector.take(Place(Where.PROPERTY), str(said.get(each) or ""))
    names = reader.trailer["/Root"].get_object().get("/Names")
    collector.count(RemarkCode.EMBEDDED, names is not None and CARRIED in names.get_object())


def _noted(page: Any) -> Iterator[str]:
    listed = page.get(ANNOTATIONS)
    for each in listed.get_object() if listed is not None else ():
        note = each.get_object()
        yield from (str(note[key]) for key in NOTED if isinstance(note.get(key), str))
        action = note.get(ACTION)
        if action is not None and TARGET in action.get_object():
            yield str(action.get_object()[TARGET])
