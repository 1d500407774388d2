"""API v3: files that programs send are looked into like those that people choose on a screen."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from doors.files import PLACE, pdf, photograph, with_field, with_part, word
from guanwei.publishing.models import Attachment, Picture
from guanwei.testing.scenes import add_person
from routes.programs import Program, said
from routes.stage import Stage

pytestmark = pytest.mark.django_db
FILES = {"images": Picture, "documents": Attachment}


def sent(program: Program, kind: str, data: bytes, name: str, title: str = "由外部编辑器传的文件") -> Any:
    upload = SimpleUploadedFile(name, data, "application/octet-stream")
    headers = {"Authorization": f"Bearer {program.key}"} if program.key else {}
    return program.client.post(f"/api/v3/{kind}/", {"title": title, "file": upload}, headers=headers)


@pytest.mark.defends("API v3: a file that carries a program, or is another kind than it says", by="editor")
@pytest.mark.parametrize(
    ("kind", "data", "name"),
    [
        ("images", b"<svg onload='alert(1)'/>", "a.svg"),
        ("images", b"MZ" * 100, "a.png"),
        ("images", b"", "a.png"),
        ("documents", with_part(word(), "word/vbaProject.bin"), "a.docx"),
        ("documents", with_field(word(), "DDE cmd"), "a.docx"),
        ("documents", b"<html></html>", "a.html"),
        ("documents", b"MZ", "a.pdf"),
    ],
)
def test_a_hostile_file_is_refused_in_a_sentence_and_leaves_nothing(
    stage: Stage, kind: str, data: bytes, name: str
) -> None:
    before = FILES[kind].objects.count()
    response = sent(Program(stage.people["editor"]), kind, data, name)
    assert response.status_code in (400, 422), response.content
    assert said(response).endswith("。"), response.content.decode()
    assert FILES[kind].objects.count() == before


def test_a_sound_one_comes_in_without_the_place_where_it_was_taken(stage: Stage) -> None:
    program = Program(stage.people["editor"])
    assert sent(program, "images", photograph(), "a.jpg").status_code == 201
    with Picture.objects.latest("pk").file.open() as kept:
        assert PLACE not in kept.read()
    assert sent(program, "documents", pdf(), "通知.pdf").status_code == 201
    assert Attachment.objects.latest("pk").sha256


@pytest.mark.defends("API v3: files from somebody who writes nowhere", by="administrator")
@pytest.mark.parametrize("kind", FILES)
def test_who_writes_nowhere_sends_no_files(stage: Stage, kind: str) -> None:
    before = FILES[kind].objects.count()
    for program in (Program(None), Program(add_person("guest", "无任职人员"))):
        assert sent(program, kind, photograph(), "a.jpg").status_code in (401, 403)
    assert FILES[kind].objects.count() == before
