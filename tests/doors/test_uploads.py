"""At every door a file is looked into: screens, choosers, the own account, a program of our own."""

from typing import Any

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from doors.files import (
    PLACE,
    named,
    pdf,
    photograph,
    picture,
    script_in,
)
from guanwei.organisations.models import Person
from guanwei.publishing.models import Attachment, Picture
from guanwei.publishing.uploads import UploadRefused
from wagtail.users.models import UserProfile

People = dict[str, Person]

People = dict[str, Person]


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
    said = send(desk, PICTURE_DOORS[door], picture(), "renamed.png").content.decode("unicode_escape")
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
    send(desk, DOCUMENT_DOORS[door], pdf(script_in), "script.pdf")
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
