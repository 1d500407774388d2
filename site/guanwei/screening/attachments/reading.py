"""Reads a file of a known kind. Runs in the child process."""

from guanwei.screening.attachments import lines, pdf, tables
from guanwei.screening.attachments.archive import Archive
from guanwei.screening.attachments.collecting import Collector
from guanwei.screening.attachments.kinds import Kind
from guanwei.screening.attachments.sheets import reading as sheets
from guanwei.screening.attachments.word import reading as word


def read_file(kind: Kind, data: bytes, collector: Collector) -> None:
    """Raises Stopped, and whatever a parser raises over a broken file."""
    if kind is Kind.DOCX:
        word.read(Archive(data, collector.limits), collector)
    elif kind is Kind.XLSX:
        sheets.read(Archive(data, collector.limits), collector)
    elif kind is Kind.PDF:
        pdf.read(data, collector)
    elif kind is Kind.CSV:
        tables.read(data, collector)
    else:
        lines.read(data, collector)
