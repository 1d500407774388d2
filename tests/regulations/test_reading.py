"""Word documents are read as they are printed; what is no document is refused in one sentence."""

import io
import zipfile

import pytest
from docx import Document
from docx.oxml.ns import qn
from dummy_plugins.printed import DOCUMENT
from guanwei.regulations.reading import Unreadable, read_lines
from regulations.prints import word

TEXT = (DOCUMENT, "第一条\u3000为规范工作。", "（一）登记。")


def test_paragraphs_are_lines_with_plain_blanks() -> None:
    assert read_lines(word(*TEXT)) == ([DOCUMENT, "第一条 为规范工作。", "（一）登记。"], [])


def test_automatic_numbers_are_written_out() -> None:
    lines, remarks = read_lines(word(DOCUMENT, numbered=("为规范工作。", "两级审核。")))
    assert lines == [DOCUMENT, "第一条 为规范工作。", "第二条 两级审核。"]
    assert remarks == []


def test_numbers_of_an_unknown_kind_are_told_and_not_made_up() -> None:
    lines, remarks = read_lines(word(DOCUMENT, numbered=("为规范工作。",), kind="hebrew1"))
    assert lines == [DOCUMENT, "为规范工作。"]
    assert remarks == ["有1处自动编号的样式认不出，编号没有读入；请在文档里把编号转为文字再载入。"]


def test_tables_are_read_cell_by_cell_in_their_place() -> None:
    document = Document()
    document.add_paragraph("附件")
    document.add_table(1, 2).rows[0].cells[0].text = "单位名称"
    document.add_paragraph("完")
    file = io.BytesIO()
    document.save(file)
    assert read_lines(file.getvalue())[0] == ["附件", "单位名称", "完"]


def test_tracked_changes_are_read_as_accepted_and_told() -> None:
    document = Document()
    paragraph = document.add_paragraph("第一条登记。")
    insertion = paragraph._p.makeelement(qn("w:ins"), {qn("w:id"): "1"})
    insertion.append(paragraph.add_run("两份。")._r)
    paragraph._p.append(insertion)
    file = io.BytesIO()
    document.save(file)
    lines, remarks = read_lines(file.getvalue())
    assert lines == ["第一条登记。两份。"]
    assert remarks == ["文档带有修订痕迹，按接受全部修订后的文字读取；请以清稿核对。"]


def packed(**parts: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "文件里没有文字"),
        (b" \n\n", "文件里没有文字"),
        (b"\x89PNG\r\n\x1a\n\0\0", "这不是纯文本文件"),
        ("第1条 规定".encode("utf-16"), "这不是纯文本文件"),
        (bytes(range(128, 256)) * 4, "认不出文件的编码"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 64, "旧版 .doc 或加了密码"),
        (b"PK\x03\x04 broken", "文件已损坏"),
        (word(*TEXT)[:-400], "文件已损坏"),
        (packed(**{"word/document.xml": b"<a/>"}), "文件已损坏"),
        (packed(**{"word/document.xml": b" " * 21_000_000}), "异常巨大"),
        (("第一条" + "甲" * 2_000_000).encode(), "超过2 MB"),
    ],
)
def test_what_is_no_regulation_is_refused_in_one_sentence(data: bytes, sentence: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read_lines(data)
    assert sentence in str(refused.value)
    assert "\n" not in str(refused.value)
