"""Writes the masked copy of a file of a known kind. Runs in the child process."""

from guanwei.screening.attachments import lines, pdf, tables
from guanwei.screening.attachments.archive import Archive
from guanwei.screening.attachments.collecting import Collector
from guanwei.screening.attachments.kinds import Kind
from guanwei.screening.attachments.sheets import copying as sheets
from guanwei.screening.attachments.units import Mask
from guanwei.screening.attachments.word import copying as word


def mask_file(kind: Kind, data: bytes, mask: Mask, collector: Collector) -> tuple[Kind, bytes]:
    """The copy and its kind: a pdf's words come as plain text. Raises like ``read_file``."""
    if kind is Kind.DOCX:
        return kind, word.copy(Archive(data, collector.limits), mask, collector)
    if kind is Kind.XLSX:
        return kind, sheets.copy(Archive(data, collector.limits), mask, collector)
    if kind is Kind.PDF:
        return Kind.TXT, pdf.copy(data, mask, collector)
    return kind, (tables if kind is Kind.CSV else lines).copy(data, mask)
