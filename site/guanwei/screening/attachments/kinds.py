"""What a file is by its content. The name tells a csv from a txt, nothing more."""

from enum import StrEnum
from pathlib import PurePosixPath

from guanwei.screening.attachments.archive import Archive
from guanwei.screening.attachments.limits import Limits
from guanwei.screening.attachments.plain import decoded
from guanwei.screening.attachments.problems import ProblemCode, Stopped

ZIP, PDF, PDF_OBJECT, PDF_WITHIN = (b"PK\x03\x04", b"PK\x05\x06"), b"%PDF-", b"endobj", 1024
# Word and Excel before 2007, WPS's own kinds, and every office file that is encrypted.
COMPOUND = bytes.fromhex("d0cf11e0a1b11ae1")
ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
OLD = frozenset({"doc", "dot", "wps", "xls", "xlt", "et", "ppt", "dps"})
RICH_TEXT = b"{\\rtf"
WORD, SHEETS = "wordprocessingml.", "spreadsheetml."
MAIN = ".main+xml"


class Kind(StrEnum):
    """What can be read. The value is the usual ending of a name."""

    DOCX = "docx"
    XLSX = "xlsx"
    PDF = "pdf"
    CSV = "csv"
    TXT = "txt"


def said_kind(name: str) -> str:
    """The ending of the name, lower case, without its dot."""
    return PurePosixPath(name).suffix.lower().removeprefix(".")


def kind_of(data: bytes, name: str, limits: Limits) -> Kind:
    """Raises Stopped where it is nothing that can be read."""
    said = said_kind(name)
    if not data:
        raise Stopped(ProblemCode.EMPTY)
    if data.startswith(COMPOUND):
        old = said in OLD and ENCRYPTED_PACKAGE not in data
        raise Stopped(ProblemCode.NOT_READABLE if old else ProblemCode.ENCRYPTED, kind=said)
    if data.startswith(ZIP):
        return _office(Archive(data, limits), said)
    if data.startswith(PDF) or (PDF in data[:PDF_WITHIN] and PDF_OBJECT in data):
        return Kind.PDF
    if data.startswith(RICH_TEXT):
        raise Stopped(ProblemCode.NOT_READABLE, kind="rtf")
    decoded(data)
    return Kind.CSV if said in ("csv", "tsv") else Kind.TXT


def _office(packed: Archive, said: str) -> Kind:
    """By the sort of its main part, as programs that open it do."""
    kinds = [each for each in packed.types().values() if each.endswith(MAIN)]
    if any(WORD in each for each in kinds):
        return Kind.DOCX
    if any(SHEETS in each for each in kinds):
        return Kind.XLSX
    raise Stopped(ProblemCode.NOT_READABLE, kind=said or "zip")
