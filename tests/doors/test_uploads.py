"""Uploads are what their content says. What acts, hides, bursts or lies is refused with a sentence, at every door."""

import io
from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from doors.files import (
    CATALOGUE,
    PLACE,
    animation,
    packed_pdf,
    pdf,
    photograph,
    picture,
    png_of,
    sheet,
    with_field,
    with_part,
    with_relation,
    with_text,
    word,
)
from guanwei.organisations.models import Person
from guanwei.publishing.models import Attachment, Picture
from guanwei.publishing.uploads import UploadRefused, inspected_attachment, inspected_picture
from PIL import Image
from pypdf import PdfWriter
from pypdf.generic import DictionaryObject, NameObject, TextStringObject
from wagtail.users.models import UserProfile

People = dict[str, Person]


def named(data: bytes, name: str) -> ContentFile[bytes]:
    return ContentFile(data, name)


GOOD_PICTURES = {
    "a.jpg": picture(),
    "progressive.jpeg": picture(progressive=True),
    "a.png": picture("PNG"),
    "a.gif": animation(),
    "a.webp": picture("WEBP"),
}


@pytest.mark.parametrize("name", GOOD_PICTURES)
def test_a_picture_comes_in_and_looks_the_same(name: str) -> None:
    taken = inspected_picture(named(GOOD_PICTURES[name], name))
    with Image.open(taken) as kept, Image.open(io.BytesIO(GOOD_PICTURES[name])) as sent:
        assert (kept.size, kept.format, getattr(kept, "n_frames", 1)) == (
            sent.size,
            sent.format,
            getattr(sent, "n_frames", 1),
        )
        assert kept.convert("RGB").tobytes() == sent.convert("RGB").tobytes()


@pytest.mark.law("L10")
@pytest.mark.parametrize(
    ("data", "name"),
    [
        (photograph(), "photo.jpg"),
        (photograph("PNG"), "photo.png"),
        (photograph("WEBP"), "photo.webp"),
        (animation(), "a.gif"),
    ],
    ids=["jpeg", "png", "webp", "gif"],
)
def test_place_and_camera_stay_at_home(data: bytes, name: str) -> None:
    assert PLACE in data
    taken = inspected_picture(named(data, name)).read()
    assert PLACE not in taken
    with Image.open(io.BytesIO(taken)) as kept:
        assert not kept.getexif().get_ifd(0x8825)


def test_a_photograph_stays_upright() -> None:
    with Image.open(inspected_picture(named(photograph(turned=6), "photo.jpg"))) as kept:
        assert kept.getexif()[0x0112] == 6


@pytest.mark.defends("picture upload: hide a second file behind the picture", by="editor")
@pytest.mark.parametrize("name", GOOD_PICTURES)
def test_what_hangs_after_a_picture_is_cut_off(name: str) -> None:
    behind = b"PK\x03\x04<script>alert(1)</script>%PDF-1.7"
    taken = inspected_picture(named(GOOD_PICTURES[name] + behind, name)).read()
    assert behind not in taken


BAD_PICTURES = {
    "html.jpg": (b"<html><script>alert(1)</script></html>", "不是可用的图片"),
    "svg.png": (b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', "不是可用的图片"),
    "renamed.png": (picture(), "扩展名"),
    "cut.jpg": (picture(size=(400, 300))[:900], "损坏"),
    "cut.png": (picture("PNG", size=(400, 300))[:900], "损坏"),
    "huge.png": (png_of(60_000, 60_000), "像素太多"),
    "wide.png": (png_of(2_000_000_000, 1), "像素太多"),
    "empty.jpg": (b"", "空的"),
    "tiff.jpg": (picture("TIFF"), "不是可用的图片"),
    "photo.exe.jpg": (picture(), "两个扩展名"),
    "noname": (picture(), "文件名"),
}


@pytest.mark.defends("picture upload: something that is no picture, or bursts", by="editor")
@pytest.mark.parametrize("name", BAD_PICTURES)
def test_what_is_no_sound_picture_is_refused(name: str) -> None:
    data, sentence = BAD_PICTURES[name]
    with pytest.raises(UploadRefused, match=sentence):
        inspected_picture(named(data, name))


def test_a_picture_that_is_too_large_is_refused(settings: Any) -> None:
    settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE = 500
    with pytest.raises(UploadRefused, match="超过"):
        inspected_picture(named(picture(size=(400, 300)), "a.jpg"))


def test_an_animation_without_end_is_refused() -> None:
    out = io.BytesIO()
    frames = [Image.new("L", (2, 2), each % 200) for each in range(400)]
    frames[0].save(out, "GIF", save_all=True, append_images=frames[1:], duration=1)
    with pytest.raises(UploadRefused, match="像素太多"):
        inspected_picture(named(out.getvalue(), "a.gif"))


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


def action(kind: str, **more: Any) -> Callable[[PdfWriter], None]:
    def prepare(writer: PdfWriter) -> None:
        made = DictionaryObject({NameObject("/S"): NameObject(kind)})
        made.update({NameObject(f"/{key}"): TextStringObject(value) for key, value in more.items()})
        writer._root_object[NameObject("/OpenAction")] = writer._add_object(made)

    return prepare


script_in = action("/JavaScript", JS="app.alert(1)")


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


def upload(data: bytes, name: str) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data, "application/octet-stream")


PICTURE_DOORS = {
    "add": ("wagtailimages:add", {"title": "x", "file": upload}),
    "several": ("wagtailimages:add_multiple", {"title": "x", "files[]": upload}),
    "chooser": (
        "wagtailimages_chooser:create",
        {"image-chooser-upload-title": "x", "image-chooser-upload-file": upload},
    ),
}
DOCUMENT_DOORS = {
    "add": ("wagtaildocs:add", {"title": "x", "file": upload}),
    "several": ("wagtaildocs:add_multiple", {"title": "x", "files[]": upload}),
    "chooser": (
        "wagtaildocs_chooser:create",
        {"document-chooser-upload-title": "x", "document-chooser-upload-file": upload},
    ),
}


def send(desk: Any, door: tuple[str, dict[str, Any]], data: bytes, name: str) -> Any:
    address, fields = door
    said = {key: value if isinstance(value, str) else value(data, name) for key, value in fields.items()}
    return desk.post(reverse(address), said, headers={"x-requested-with": "XMLHttpRequest"})


@pytest.mark.parametrize("door", PICTURE_DOORS)
@pytest.mark.defends("screens that take pictures: add, several at once, chooser", by="editor")
def test_every_screen_that_takes_pictures_looks_into_them(people: People, enter: Any, door: str) -> None:
    desk = enter(people["editor"])
    said = send(desk, PICTURE_DOORS[door], BAD_PICTURES["renamed.png"][0], "renamed.png").content.decode(
        "unicode_escape"
    )
    assert not Picture.objects.exists()
    assert said
    send(desk, PICTURE_DOORS[door], photograph(), "photo.jpg")
    (made,) = Picture.objects.all()
    with made.file.open() as kept:
        assert PLACE not in kept.read()


@pytest.mark.parametrize("door", DOCUMENT_DOORS)
@pytest.mark.defends("screens that take documents: add, several at once, chooser", by="editor")
def test_every_screen_that_takes_documents_looks_into_them(people: People, enter: Any, door: str) -> None:
    desk = enter(people["editor"])
    send(desk, DOCUMENT_DOORS[door], BAD_DOCUMENTS["script.pdf"][0], "script.pdf")
    assert not Attachment.objects.exists()
    send(desk, DOCUMENT_DOORS[door], pdf(), "通知.pdf")
    (made,) = Attachment.objects.all()
    assert made.filename.endswith(".pdf")


@pytest.mark.django_db
@pytest.mark.defends("ORM: store a file without a form", by="shell")
def test_a_program_stores_nothing_uninspected() -> None:
    with pytest.raises(UploadRefused):
        Attachment(title="x", file=named(b"MZ", "x.exe")).save()
    with pytest.raises(UploadRefused):
        Picture(title="x", width=1, height=1, file=named(b"<svg/>", "x.png")).save()
    stored = default_storage.save("beforehand.pdf", named(b"MZ", "beforehand.pdf"))
    smuggled = Attachment(title="x", file=stored)
    with pytest.raises(UploadRefused):
        smuggled.save()
    smuggled.file.close()
    assert not Attachment.objects.exists()
    assert not Picture.objects.exists()


@pytest.mark.defends("own account: a profile picture that is none", by="editor")
def test_a_profile_picture_is_looked_into(people: People, enter: Any) -> None:
    desk = enter(people["editor"])
    said = {
        "name_email-first_name": "编辑",
        "name_email-last_name": "编",
        "locale-preferred_language": "zh-hans",
        "theme-theme": "light",
        "theme-contrast": "system",
        "theme-density": "default",
        "avatar-avatar": upload(photograph(), "photo.jpg"),
    }
    desk.post(reverse("wagtailadmin_account"), said)
    kept = UserProfile.get_for_user(people["editor"]).avatar
    with kept.open() as stored:
        assert PLACE not in stored.read()


@pytest.mark.defends("a stored document: run inside the site", by="editor")
def test_a_document_is_saved_and_never_shown_inside_the_site(people: People, enter: Any) -> None:
    made = Attachment(title="x", file=named("说明".encode(), "说明.txt"))
    made.save()
    response = enter(people["editor"]).get(made.url)
    assert b"".join(response.streaming_content) == "说明".encode()
    response.close()
    assert response["Content-Disposition"].startswith("attachment")
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in response["Content-Security-Policy"]
