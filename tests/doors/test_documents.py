"""Documents are what their content says. What acts, hides, bursts or lies is refused with a sentence."""

import pytest
from django.core.files.base import ContentFile
from doors.files import (
    CATALOGUE,
    action,
    named,
    packed_pdf,
    pdf,
    script_in,
    sheet,
    with_field,
    with_part,
    with_relation,
    with_text,
    word,
)
from guanwei.publishing.uploads import UploadRefused, inspected_attachment
from pypdf import PdfWriter

GOOD_DOCUMENTS = {
    "安排表.docx": word(),
    "统计.xlsx": sheet(),
    "通知.pdf": pdf(),
    "名单.csv": "单位,人数\n水利局,+8613800000000\n应急局,-3\n".encode(),
    "说明.txt": "关于汛期值守的通知\n".encode("gb18030"),
    "空表.csv": "\ufeff单位,备注\n".encode(),
}


@pytest.mark.parametrize("name", GOOD_DOCUMENTS)
def test_a_document_comes_in_unchanged(name: str) -> None:
    taken = inspected_attachment(named(GOOD_DOCUMENTS[name], name))
    assert (taken.name, taken.read()) == (name, GOOD_DOCUMENTS[name])


@pytest.mark.parametrize(
    "pieces", [[" PAGE "], ["HYPER", 'LINK "https://added.example/dde"'], ["TOC \\\\o ", "{", " PAGE ", "}"]]
)
def test_page_numbers_and_links_stay(pieces: list[str]) -> None:
    data = with_field(word("ADDED 和 DDE 是文字，不是域"), *pieces)
    assert inspected_attachment(named(data, "a.docx")).read() == data


def test_a_packed_pdf_without_actions_comes_in() -> None:
    plain = packed_pdf([b"<</Type/Catalog/Pages 2 0 R>>", *CATALOGUE[1:]])
    assert inspected_attachment(named(plain, "a.pdf")).read() == plain


def test_a_link_in_a_document_is_no_danger() -> None:
    linked = with_relation(word(), "hyperlink", "https://www.qinghe.example/")
    assert inspected_attachment(named(linked, "a.docx")).read() == linked


def carried(writer: PdfWriter) -> None:
    writer.add_attachment("a.exe", b"MZ")


def locked(writer: PdfWriter) -> None:
    writer.encrypt("secret", algorithm="RC4-128")


MACRO_TYPE = b"application/vnd.ms-word.document.macroEnabled.main+xml"
MAIN_TYPE = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
BAD_DOCUMENTS = {
    "macro.docx": (with_part(word(), "word/vbaProject.bin"), "宏"),
    "macro-type.docx": (with_text(word(), MAIN_TYPE, MACRO_TYPE, "[Content_Types].xml"), "宏"),
    "control.docx": (with_part(word(), "word/activeX/activeX1.xml"), "控件"),
    "object.docx": (with_part(word(), "word/embeddings/oleObject1.bin"), "嵌入"),
    "template.docx": (with_relation(word(), "attachedTemplate", "https://x.example/t.dotm"), "外部链接"),
    "image.docx": (with_relation(word(), "image", "http://x.example/p.png"), "外部链接"),
    "local-link.docx": (with_relation(word(), "hyperlink", "file:///etc/passwd"), "本机"),
    "script-link.docx": (with_relation(word(), "hyperlink", "javascript:alert(1)"), "本机"),
    "dde.docx": (with_field(word(), " DDEAUTO c:\\\\cmd "), "启动其他程序"),
    "dde-in-pieces.docx": (with_field(word(), "DD", "E c:\\\\cmd"), "启动其他程序"),
    "dde-inside.docx": (with_field(word(), "PAGE ", "{", "dde c:\\\\cmd", "}"), "启动其他程序"),
    "dde-computed.docx": (with_field(word(), "{", "QUOTE 68 68 69", "}", " c:\\\\cmd"), "启动其他程序"),
    "dde-simple.docx": (
        with_text(word(), b"<w:sectPr", b'<w:p><w:fldSimple w:instr="DDE cmd"/></w:p><w:sectPr'),
        "启动其他程序",
    ),
    "entities.docx": (
        with_text(word(), b"<w:document", b'<!DOCTYPE x [<!ENTITY a "aaaa">]><w:document'),
        "损坏",
    ),
    "bomb.docx": (with_part(word(), "word/big.xml", b"<a>" + b"0" * 40_000_000 + b"</a>"), "异常巨大"),
    "climbs.docx": (with_part(word(), "../../etc/cron.d/x"), "结构异常"),
    "sheet.docx": (sheet(), "不符"),
    "word.xlsx": (word(), "不符"),
    "before.docx": (b"MZ" + word(), "损坏"),
    "behind.docx": (word() + b"%PDF-1.7", "损坏"),
    "cut.docx": (word()[:2000], "损坏"),
    "text.docx": (b"hello", "损坏"),
    "script.pdf": (pdf(script_in), "脚本"),
    "launch.pdf": (pdf(action("/Launch", F="cmd.exe")), "脚本"),
    "submit.pdf": (pdf(action("/SubmitForm", F="https://x.example/")), "脚本"),
    "carried.pdf": (pdf(carried), "脚本"),
    "escaped.pdf": (pdf(script_in).replace(b"/JavaScript", b"/Java#53cript"), "脚本"),
    "hidden.pdf": (pdf().replace(b"%%EOF", b"99 0 obj<</S/Launch/F(x)>>endobj\n%%EOF"), "脚本"),
    "packed.pdf": (packed_pdf([*CATALOGUE, b"<</S/Launch/F(cmd.exe)>>"]), "脚本"),
    "apart.pdf": (packed_pdf([*CATALOGUE, b"<</S 5 0 R/F(cmd.exe)>>", b"/Launch"]), "脚本"),
    "locked.pdf": (pdf(locked), "密码"),
    "cut.pdf": (pdf()[:200], "完整"),
    "before.pdf": (b"<html>" + pdf(), "完整"),
    "empty.pdf": (b"%PDF-1.4\n%%EOF", "完整"),
    "formula.csv": (b"name,x\nA,\"=cmd|'/c calc'!A1\"\n", "第 2 行"),
    "at.csv": (b"@SUM(1+1)*cmd\n", "第 1 行"),
    "plus.csv": (b"a,+cmd|x\n", "第 1 行"),
    "page.txt": (b"<!DOCTYPE html><script>alert(1)</script>", "纯文本"),
    "binary.txt": (bytes(range(256)) * 40, "可读"),
    "zero.csv": (b"a,b\0c\n", "可读"),
    "program.exe": (b"MZ", "不能上传 .exe"),
    "page.html": (b"<html></html>", "不能上传 .html"),
    "old.doc": (b"\xd0\xcf\x11\xe0", "不能上传 .doc"),
    "empty.txt": (b"", "空的"),
    "report.docm.docx": (word(), "两个扩展名"),
}


@pytest.mark.defends("document upload: carry a program, a trap or another kind of file", by="editor")
@pytest.mark.parametrize("name", BAD_DOCUMENTS)
def test_what_acts_or_lies_is_refused(name: str) -> None:
    data, sentence = BAD_DOCUMENTS[name]
    with pytest.raises(UploadRefused, match=sentence):
        inspected_attachment(named(data, name))


@pytest.mark.defends("upload: a file name that hides, turns or climbs", by="editor")
@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("../../etc/passwd.txt", "passwd.txt"),
        ("C:\\Users\\x\\通知.txt", "通知.txt"),
        ("a\u202etxt.fdp.txt", "atxt.fdp.txt"),
        ("a\r\nSet-Cookie: x.txt", "aSet-Cookie x.txt"),
        ('a"b<c>.txt', "abc.txt"),
        ("长" * 300 + ".txt", "长" * 76 + ".txt"),
        (".htaccess.txt", "htaccess.txt"),
        ("A.TXT", "A.txt"),
    ],
)
def test_hostile_names_are_made_harmless(name: str, kept: str) -> None:
    upload = ContentFile(b"text", "x.txt")
    upload.name = name
    assert inspected_attachment(upload).name == kept


@pytest.mark.parametrize("name", ["con.txt", ".txt", "txt", "", "\u202e.txt", "...", "a."])
def test_a_name_of_nothing_is_refused(name: str) -> None:
    upload = ContentFile(b"text", "x.txt")
    upload.name = name
    with pytest.raises(UploadRefused, match="文件名"):
        inspected_attachment(upload)
