"""The words of a pdf by its pages, and its masked words."""

import pytest
from guanwei.screening.attachments.asking import contents, masked_copy
from guanwei.screening.attachments.passages import Copy
from guanwei.screening.attachments.places import Place, Where
from guanwei.screening.attachments.problems import Remark, RemarkCode
from pypdf import PdfWriter
from pypdf.generic import DictionaryObject, NameObject, TextStringObject
from screening.attachments.files import MASKED_MOBILE, MOBILE, pdf
from screening.attachments.masks import mask


def test_words_are_read_page_by_page() -> None:
    read = contents(pdf("Duty roster", f"Tel {MOBILE}"), "通知.pdf")
    assert (read.kind, read.problem) == ("pdf", None)
    assert [(each.place, each.text) for each in read.passages if each.place.where is Where.PAGE] == [
        (Place(Where.PAGE, number=1), "Duty roster"),
        (Place(Where.PAGE, number=2), f"Tel {MOBILE}"),
    ]


def test_pages_without_words_are_said() -> None:
    assert (
        Remark(RemarkCode.PAGES_WITHOUT_WORDS, {"count": 2, "first": 2})
        in contents(pdf("a", "", ""), "").remarks
    )


def noted(writer: PdfWriter) -> None:
    link = {"/S": NameObject("/URI"), "/URI": TextStringObject(f"tel:{MOBILE}")}
    action = DictionaryObject({NameObject(key): value for key, value in link.items()})
    said = {"/Type": NameObject("/Annot"), "/Subtype": NameObject("/Text"), "/A": action}
    said["/Contents"] = TextStringObject("请核对某人")
    writer.add_annotation(0, {NameObject(key): value for key, value in said.items()})
    writer.add_metadata({"/Author": "某科员"})


def test_notes_links_and_properties_are_read() -> None:
    read = contents(pdf("a", prepare=noted), "a.pdf")
    said = {each.text: each.place for each in read.passages}
    assert said["请核对某人"] == said[f"tel:{MOBILE}"] == Place(Where.ANNOTATION, number=1)
    assert said["某科员"].where is Where.PROPERTY


@pytest.mark.parametrize("prepare", [None, noted])
def test_its_copy_is_its_masked_words_as_text(prepare) -> None:
    copy = masked_copy(pdf("Duty roster", f"Tel {MOBILE}", prepare=prepare), "通知.pdf", mask)
    assert isinstance(copy, Copy)
    assert copy.kind == "txt"
    words = copy.data.decode()
    assert f"Tel {MASKED_MOBILE}" in words
    assert MOBILE not in words
    assert "某科员" not in words
    assert Remark(RemarkCode.PDF_AS_TEXT) in copy.remarks


def test_a_file_in_the_pdf_is_said() -> None:
    read = contents(pdf("a", prepare=lambda writer: writer.add_attachment("a.txt", b"x")), "a.pdf")
    assert Remark(RemarkCode.EMBEDDED, {"count": 1}) in read.remarks
