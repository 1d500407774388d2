"""Files that are broken, locked, hostile or something else: an answer that says so, and the caller is unharmed."""

import io
import zipfile
from dataclasses import replace
from random import Random

import pytest
from doors.files import with_part, with_text
from guanwei.screening.attachments.asking import contents, masked_copy
from guanwei.screening.attachments.limits import MEGABYTE, USUAL
from guanwei.screening.attachments.problems import Problem, ProblemCode, Remark, RemarkCode
from pypdf import PdfWriter
from screening.attachments.files import MOBILE, book, part_of, pdf, saved, with_body, word
from screening.attachments.masks import mask

COMPOUND = bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
LAUGHS = f'<!DOCTYPE x [<!ENTITY l0 "ha">{LAUGHS}]>'
FETCHES = '<!DOCTYPE x [<!ENTITY l9 SYSTEM "file:///etc/hostname">]>'
UNPACKABLE = Random(7).randbytes(6_000_000).hex().encode()
BODY, SHEET = "word/document.xml", "xl/worksheets/sheet1.xml"


def with_type(data: bytes, declared: str, part: str, root: str) -> bytes:
    """A part with a document type, and its last entity among its words."""
    data = with_text(data, f"<{root}".encode(), f"{declared}<{root}".encode(), part)
    assert "WORD" in part_of(data, part)
    return with_text(data, b"WORD", b"&l9;", part)


def zipped(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    return out.getvalue()


def locked_zip() -> bytes:
    """With the flag of a password on every part, in both places where a zip has it."""
    data = word("词").replace(b"PK\x03\x04\x14\x00\x00\x00", b"PK\x03\x04\x14\x00\x01\x00")
    return data.replace(b"PK\x01\x02\x14\x03\x14\x00\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01\x00")


def locked_pdf(writer: PdfWriter) -> None:
    writer.encrypt("secret", algorithm="RC4-128")


def nested(depth: int) -> bytes:
    return with_body(word(), "<w:sdt><w:sdtContent>" * depth + "<w:p/>" + "</w:sdtContent></w:sdt>" * depth)


BROKEN, ENCRYPTED, LARGE = ProblemCode.BROKEN, ProblemCode.ENCRYPTED, ProblemCode.TOO_LARGE
UNREADABLE = ProblemCode.NOT_READABLE
BAD = {
    "empty.docx": (b"", ProblemCode.EMPTY),
    "locked.docx": (COMPOUND, ENCRYPTED),
    "locked.xlsx": (COMPOUND + "EncryptedPackage".encode("utf-16-le"), ENCRYPTED),
    "locked.doc": (COMPOUND + "EncryptedPackage".encode("utf-16-le"), ENCRYPTED),
    "locked-zip.docx": (locked_zip(), ENCRYPTED),
    "locked.pdf": (pdf("a", prepare=locked_pdf), ENCRYPTED),
    "old.doc": (COMPOUND, UNREADABLE),
    "old.wps": (COMPOUND, UNREADABLE),
    "rich.docx": (b"{\\rtf1 a}", UNREADABLE),
    "cut.docx": (word("词")[:3000], BROKEN),
    "cut.xlsx": (book(["词"])[:-30], BROKEN),
    "cut.pdf": (pdf("a")[:60], BROKEN),
    "flipped.docx": (word("词").replace(b"word/document.xml", b"word/documend.xml", 1), BROKEN),
    "no-root.docx": (with_text(word("词"), b"<w:document", b"<w:documen"), BROKEN),
    "bomb.docx": (with_part(word(), "word/big.xml", b"<a>" + b"0" * 40_000_000 + b"</a>"), LARGE),
    "bomb.xlsx": (with_part(book(["词"]), "xl/big.xml", b"<a>" + b" " * 40_000_000 + b"</a>"), LARGE),
    "many.docx": (zipped({f"{number}.xml": b"<a/>" for number in range(3100)}), LARGE),
    "laughs.docx": (with_type(word("WORD"), LAUGHS, BODY, "w:document"), BROKEN),
    "laughs.xlsx": (with_type(book(["WORD"]), LAUGHS, SHEET, "worksheet"), BROKEN),
    "fetches.docx": (with_type(word("WORD"), FETCHES, BODY, "w:document"), BROKEN),
    "deep.docx": (nested(3000), BROKEN),
    "huge-cell.xlsx": (with_text(book(["WORD"]), b"WORD", UNPACKABLE, SHEET), BROKEN),
    "other.docx": (zipped({"OFD.xml": b"<ofd/>"}), UNREADABLE),
    "picture.txt": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40, UNREADABLE),
    "zeros.csv": (b"a,b\n" + b"\0" * 1000, UNREADABLE),
}


@pytest.mark.parametrize("name", BAD)
def test_what_cannot_be_read_is_said(name: str) -> None:
    data, code = BAD[name]
    read = contents(data, name)
    assert read.problem is not None
    assert read.problem.code is code
    copy = masked_copy(data, name, mask)
    assert isinstance(copy, Problem)
    assert copy.code is code


def test_two_parts_of_one_name_are_a_broken_file() -> None:
    out = io.BytesIO(word("词"))
    with zipfile.ZipFile(out, "a") as packed, pytest.warns(UserWarning, match="Duplicate"):
        packed.writestr(BODY, b"<w/>")
    assert contents(out.getvalue(), "a.docx").problem == Problem(BROKEN)


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (word("词"), "a.xlsx", "docx"),
        (book(["词"]), "a.pdf", "xlsx"),
        (pdf("a"), "a.docx", "pdf"),
        (b"a", "a.docx", "txt"),
    ],
)
def test_a_wrong_ending_is_said_and_the_file_read_for_what_it_is(data: bytes, name: str, kind: str) -> None:
    read = contents(data, name)
    assert (read.kind, read.problem) == (kind, None)
    assert read.passages
    assert Remark(RemarkCode.OTHER_KIND, {"said": name[2:], "kind": kind}) in read.remarks


def test_a_pdf_of_ten_thousand_pages_is_read_up_to_the_limit() -> None:
    writer = PdfWriter(clone_from=io.BytesIO(pdf(f"Tel {MOBILE}")))
    for _page in range(9_999):
        writer.add_blank_page(200, 200)
    read = contents(saved(writer), "a.pdf", replace(USUAL, pages=50))
    assert read.problem == Problem(ProblemCode.TRUNCATED, {"pages": 50, "of": 10_000})
    assert read.passages[0].text == f"Tel {MOBILE}"


def test_a_long_text_is_read_up_to_the_limit_and_gets_no_copy() -> None:
    data = "\n".join(["一二三四五六七八九十"] * 1000).encode()
    few = replace(USUAL, characters=995)
    read = contents(data, "a.txt", few)
    assert read.problem == Problem(ProblemCode.TRUNCATED, {"characters": 995})
    assert sum(len(each.text) for each in read.passages) == 995
    assert masked_copy(data, "a.txt", mask, few) == read.problem


def test_passages_are_limited_beside_their_characters() -> None:
    read = contents(b"1,2,3,4,5,6\n" * 100, "a.csv", replace(USUAL, passages=7))
    assert len(read.passages) == 7
    assert read.problem is not None
    assert read.problem.code is ProblemCode.TRUNCATED


def test_a_file_beyond_the_limit_is_not_even_opened() -> None:
    assert contents(b"a" * 1001, "a.txt", replace(USUAL, size=1000)).problem == Problem(LARGE)


def test_memory_is_bounded() -> None:
    """So many paragraphs are a tree of more than this."""
    data = with_body(word(), "<w:p><w:r><w:t>a</w:t></w:r></w:p>" * 300_000)
    read = contents(data, "a.docx", replace(USUAL, memory=100 * MEGABYTE))
    assert read.problem is not None
    assert read.problem.code is LARGE


def test_time_is_bounded_and_what_was_read_counts() -> None:
    data = b"1,2,3,4,5,6\n" * 250_000
    read = contents(data, "a.csv", replace(USUAL, cpu_seconds=1, passages=10**9, characters=10**9))
    assert read.problem == Problem(ProblemCode.TOO_SLOW)
    assert read.passages


def test_time_is_bounded_before_the_first_passage_too() -> None:
    read = contents(b"a" + b" " * 40_000_000, "a.txt", replace(USUAL, cpu_seconds=1))
    assert read.problem is not None
    assert read.problem.code is ProblemCode.TOO_SLOW


def test_a_process_that_hangs_is_ended() -> None:
    read = contents(b"a" * 10_000_000, "a.txt", replace(USUAL, wall_seconds=0.01))
    assert read.problem == Problem(ProblemCode.TOO_SLOW)


def test_ten_megabytes_of_text_are_read() -> None:
    data = ("某乡值班电话\u202e\u0301😀" * 300 + "\n").encode() * 1000
    read = contents(data, "a.txt", replace(USUAL, characters=10_000_000))
    assert read.problem is None
    assert len(read.passages) == 1000
