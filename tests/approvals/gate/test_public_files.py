"""L1 for pictures and attachments: what a permit names stays as it was signed, row and bytes."""

# ruff: noqa: S608 (the tests write SQL as an insider would)

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from approvals.gate.attempts import refused, sql, stored
from approvals.gate.making import permit_for, release
from django.core.cache import cache
from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from django.db import IntegrityError, connection, models, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from guanwei.approvals.gate import GateRefused, passing
from guanwei.organisations.models import Person
from guanwei.publishing.content.parts import parts_of
from guanwei.publishing.models import ArticlePage, Attachment, FileHold, Picture, PictureRendition
from guanwei.publishing.queries.files import is_intact
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Collection

pytestmark = [
    pytest.mark.law("L1"),
    pytest.mark.django_db,
    # Wagtail leaves the buffer of a new rendition to the garbage collector.
    pytest.mark.filterwarnings("ignore:Unclosed file <tempfile.SpooledTemporaryFile:ResourceWarning"),
]

HELD = "已写进签发的稿件"
# What the public doesn't meet: whose the file is, how it was taken and where it lies. A picture's size and Wagtail's
# own hash of it are shown nowhere and name no bytes; a collection decides nothing, since none is made private.
FREE = {
    "picture": {
        "collection",
        "created_at",
        "uploaded_by_user",
        "file_size",
        "file_hash",
        "holder",
        "licence",
        "captured",
        "declared_original",
        "edited",
    },
    "attachment": {"collection", "created_at", "uploaded_by_user"},
}
KINDS: dict[str, type[Picture | Attachment]] = {"picture": Picture, "attachment": Attachment}
EVERY = [
    (kind, each.name)
    for kind, model in KINDS.items()
    for each in model._meta.concrete_fields
    if not each.primary_key
]
SHOWN = [(kind, name) for kind, name in EVERY if name not in FREE[kind]]
UNSEEN = [(kind, name) for kind, name in EVERY if name in FREE[kind]]


def other(kind: str, name: str) -> Any:
    """Another value for the column."""
    field = KINDS[kind]._meta.get_field(name)
    if isinstance(field, models.ForeignKey):
        return field.related_model.objects.order_by("-pk").first()
    if isinstance(field, models.DateTimeField):
        return timezone.now()
    if isinstance(field, models.BooleanField):
        return True
    return 7 if isinstance(field, models.IntegerField) else "x"


@pytest.fixture(autouse=True)
def media(settings: Any, tmp_path: Path) -> Path:
    settings.MEDIA_ROOT = tmp_path
    # Renditions are kept there by the picture's number, which the next test gives out again.
    cache.clear()
    return tmp_path


@pytest.fixture
def picture(db: None) -> Picture:
    return Picture.objects.create(title="水库大坝", file=get_test_image_file(filename="IMG_1.png"))


@pytest.fixture
def attachment(db: None) -> Attachment:
    return Attachment.objects.create(title="防汛预案", file=ContentFile("预案".encode(), name="plan.txt"))


@pytest.fixture
def shown(article: ArticlePage, picture: Picture, attachment: Attachment) -> ArticlePage:
    """A draft that names both."""
    article.body = [("picture", {"picture": picture, "caption": ""}), ("attachment", attachment)]
    article.save_revision()
    return stored(article)


def held(kind: str, request: pytest.FixtureRequest) -> Any:
    return request.getfixturevalue(kind)


def test_a_permit_holds_the_files_that_it_names(
    shown: ArticlePage, picture: Picture, attachment: Attachment
) -> None:
    assert not FileHold.objects.exists()
    permit = permit_for(shown)
    assert set(FileHold.objects.values_list("permit", "picture", "attachment")) == {
        (permit.pk, picture.pk, None),
        (permit.pk, None, attachment.pk),
    }


@pytest.mark.defends("picture or document row: updated in the database", by="database")
@pytest.mark.parametrize(("kind", "name"), SHOWN)
def test_what_is_shown_of_a_held_file_is_not_updated(shown: ArticlePage, kind: str, name: str) -> None:
    permit_for(shown)
    refused(lambda: sql(f"UPDATE publishing_{kind} SET {name} = %s", other(kind, name)), HELD)
    refused(lambda: KINDS[kind].objects.update(**{name: other(kind, name)}), HELD)


@pytest.mark.parametrize(("kind", "name"), UNSEEN)
def test_what_the_public_does_not_meet_of_a_held_file_is_updated(
    shown: ArticlePage, kind: str, name: str
) -> None:
    permit_for(shown)
    Collection.get_first_root_node().add_child(name="防汛")
    Person.objects.create_superuser("root", "root@example.test", "x")
    value = other(kind, name)
    assert KINDS[kind].objects.update(**{name: value}) == 1
    assert getattr(KINDS[kind].objects.get(), name) == value


@pytest.mark.defends("picture or document row: deleted in the database", by="database")
@pytest.mark.parametrize("kind", ["picture", "attachment"])
def test_a_held_file_is_not_deleted_or_put_in_again(shown: ArticlePage, kind: str) -> None:
    permit_for(shown)
    table = f"publishing_{kind}"
    refused(lambda: sql(f"DELETE FROM {table}"), HELD)
    refused(lambda: sql(f"UPDATE {table} SET id = 99999"), HELD)
    if connection.vendor == "sqlite":
        refused(lambda: sql(f"INSERT OR REPLACE INTO {table} SELECT * FROM {table}"), HELD)


@pytest.mark.defends("picture or document row: saved through the model", by="shell")
@pytest.mark.parametrize("kind", ["picture", "attachment"])
def test_python_saves_no_other_words_or_file(
    shown: ArticlePage, kind: str, request: pytest.FixtureRequest
) -> None:
    permit_for(shown)
    file = held(kind, request)
    file.title = "改了"
    refused(file.save, HELD)
    refused(lambda: type(file).objects.update(title="改了"), HELD)
    fresh = stored(file)
    fresh.file = (
        get_test_image_file(filename="other.png") if kind == "picture" else ContentFile(b"x", "o.txt")
    )
    refused(fresh.save, HELD)


@pytest.mark.defends("hold of a file: lifted in the database", by="database")
def test_a_hold_stands_for_good(shown: ArticlePage) -> None:
    permit_for(shown)
    refused(lambda: sql("DELETE FROM publishing_filehold"), "只写一次")


def test_what_nobody_sees_of_a_held_file_stays_free(shown: ArticlePage, picture: Picture) -> None:
    permit_for(shown)
    picture.licence = "县融媒体中心授权"
    picture.save()
    picture.tags.add("防汛")
    assert stored(picture).licence == "县融媒体中心授权"


def test_a_file_that_no_permit_names_is_free(shown: ArticlePage, picture: Picture) -> None:
    permit_for(shown)
    other = Picture.objects.create(title="另一张", file=get_test_image_file(filename="IMG_2.png"))
    other.title = "改了"
    other.save()
    other.delete()


def test_another_row_of_the_same_bytes_is_free(shown: ArticlePage, picture: Picture) -> None:
    """Otherwise nobody could correct a title: uploading anew would meet the same hold."""
    permit_for(shown)
    with picture.file.open() as same:
        again = Picture.objects.create(title="水库大坝", file=ImageFile(same, name="again.png"))
    assert again.sha256 == picture.sha256
    again.title = "水库溢洪道"
    again.save()
    assert stored(again).title == "水库溢洪道"


@pytest.mark.parametrize("kind", ["picture", "attachment"])
def test_bytes_are_in_the_digest(shown: ArticlePage, kind: str, request: pytest.FixtureRequest) -> None:
    draft = shown.get_latest_revision_as_object()
    before = parts_of(draft)["page"]["files"]
    file = held(kind, request)
    assert len(file.sha256) == 64
    type(file).objects.filter(pk=file.pk).update(sha256="0" * 64)
    assert parts_of(draft)["page"]["files"] != before


@pytest.mark.defends("file on disk: bytes replaced before release", by="shell")
@pytest.mark.parametrize("kind", ["picture", "attachment"])
@pytest.mark.parametrize("replace", [lambda path: path.write_bytes(b"other"), Path.unlink])
def test_replaced_bytes_stop_the_release_and_it_says_where(
    shown: ArticlePage,
    kind: str,
    replace: Callable[[Path], Any],
    request: pytest.FixtureRequest,
    media: Path,
) -> None:
    permit, file = permit_for(shown), held(kind, request)
    replace(media / file.file.name)
    with pytest.raises(GateRefused) as refusal, passing(permit):
        stored(shown).get_latest_revision().publish()
    assert file.file.name in str(refusal.value)
    assert file.title in str(refusal.value)
    assert "从备份恢复" in str(refusal.value)
    assert not stored(shown).live
    assert not is_intact(file)


@pytest.mark.defends("rendition row: updated in the database", by="database")
def test_a_rendition_is_not_rewritten(shown: ArticlePage, picture: Picture) -> None:
    release(shown)
    picture.get_rendition("width-100")
    table = PictureRendition._meta.db_table
    refused(lambda: sql(f"UPDATE {table} SET file = 'images/other.png'"), "缩放图")
    refused(lambda: PictureRendition.objects.update(width=1), "缩放图")


@pytest.mark.defends("rendition row: made by hand for another picture's file", by="database")
def test_a_rendition_made_by_hand_names_no_original_and_no_other_rendition(picture: Picture) -> None:
    made = picture.get_rendition("width-100")
    forged = {"image": picture, "filter_spec": "width-960", "focal_point_key": "", "width": 1, "height": 1}
    for name in (made.file.name, picture.file.name, "attachments/plan.txt"):
        with pytest.raises(IntegrityError), transaction.atomic():
            PictureRendition.objects.create(file=name, **forged)


def test_renditions_are_deleted_and_made_again(shown: ArticlePage, picture: Picture) -> None:
    release(shown)
    picture.get_rendition("width-100").delete()
    assert picture.get_rendition("width-100").pk


@pytest.mark.defends("edit form: title of a signed picture or document", by="superuser")
@pytest.mark.parametrize(
    ("kind", "screen"), [("picture", "wagtailimages:edit"), ("attachment", "wagtaildocs:edit")]
)
def test_the_form_says_why_and_offers_another_upload(
    shown: ArticlePage, kind: str, screen: str, request: pytest.FixtureRequest
) -> None:
    permit_for(shown)
    file = held(kind, request)
    client = Client()
    client.force_login(Person.objects.create_superuser("root", "root@example.test", "x"))
    sent = {"title": "改了", "description": "", "holder": "", "licence": "", "tags": "", "collection": "1"}
    for more in ({}, {"file": get_test_image_file(filename="new.png")}):
        answer = client.post(reverse(screen, args=[file.pk]), {**sent, **more})
        assert answer.status_code == 200
        assert "另外上传" in answer.content.decode()
    assert stored(file).title == file.title
