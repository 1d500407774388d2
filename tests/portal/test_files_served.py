"""L1 at the file's own address: a draft's pictures and attachments are not the public's, before and after."""

from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from guanwei.audit.acting import acting
from guanwei.organisations.models import Person
from guanwei.organisations.services import appoint
from guanwei.publishing.models import ArticlePage, Attachment, Picture
from guanwei.testing.scenes import LONG_AGO, add_person
from portal.scene import Portal, put_online
from wagtail.images.tests.utils import get_test_image_file

pytestmark = [
    pytest.mark.law("L1"),
    pytest.mark.django_db,
    # Wagtail leaves the buffer of a new rendition to the garbage collector.
    pytest.mark.filterwarnings("ignore:Unclosed file <tempfile.SpooledTemporaryFile:ResourceWarning"),
]


@pytest.fixture
def picture(portal: Portal) -> Picture:
    return Picture.objects.create(title="水库大坝", file=get_test_image_file(filename="IMG_1.png"))


@pytest.fixture
def attachment(portal: Portal) -> Attachment:
    return Attachment.objects.create(title="防汛预案", file=ContentFile("预案".encode(), name="plan.txt"))


@pytest.fixture
def addresses(picture: Picture, attachment: Attachment) -> list[str]:
    """Where the two are shown: a resized picture, and the attachment's own address."""
    return [picture.get_rendition("width-100").url, attachment.url]


@pytest.fixture
def draft(portal: Portal, picture: Picture, attachment: Attachment) -> ArticlePage:
    body = [("picture", {"picture": picture, "caption": ""}), ("attachment", attachment)]
    return portal.draft("水库值守", body=body)


def seen(client: Client, addresses: list[str]) -> list[int]:
    return [read(client, each).status_code for each in addresses]


def read(client: Client, address: str) -> Any:
    """The answer, read to its end: a file that is served stays open until then."""
    answer = client.get(address)
    if answer.streaming:
        b"".join(answer)
    return answer


@pytest.mark.defends("media and document addresses: files of a draft", by="outsider")
def test_files_of_a_draft_are_not_served(draft: ArticlePage, addresses: list[str], citizen: Client) -> None:
    assert seen(citizen, addresses) == [404, 404]


def test_files_of_a_live_article_are_served_and_kept_for_minutes(
    draft: ArticlePage, addresses: list[str], citizen: Client
) -> None:
    put_online(draft)
    for address in addresses:
        answer = read(citizen, address)
        assert answer.status_code == 200
        assert set(answer["Cache-Control"].split(", ")) == {"public", "max-age=300"}
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert "default-src 'none'" in answer["Content-Security-Policy"]


@pytest.mark.defends("media and document addresses: files after a take-down", by="outsider")
def test_files_of_what_was_taken_down_are_served_no_more(
    draft: ArticlePage, addresses: list[str], citizen: Client
) -> None:
    put_online(draft)
    with acting(None, "内容有误"):
        ArticlePage.objects.get(pk=draft.pk).unpublish()
    assert seen(citizen, addresses) == [404, 404]


@pytest.mark.defends("media and document addresses: files of a later draft of a live page", by="outsider")
def test_files_that_only_a_newer_draft_names_are_not_served(
    portal: Portal, picture: Picture, attachment: Attachment, addresses: list[str], citizen: Client
) -> None:
    article = portal.publish("水库值守")
    article.body = [("picture", {"picture": picture, "caption": ""}), ("attachment", attachment)]
    article.save_revision()
    assert seen(citizen, addresses) == [404, 404]
    put_online(article)
    assert seen(citizen, addresses) == [200, 200]
    article = ArticlePage.objects.get(pk=article.pk)
    article.body = []
    article.save_revision()
    put_online(article)
    assert seen(citizen, addresses) == [404, 404]


def test_a_permit_that_still_waits_takes_nothing_from_the_public(
    draft: ArticlePage, addresses: list[str], citizen: Client
) -> None:
    from approvals.gate.making import permit_for

    put_online(draft)
    later = ArticlePage.objects.get(pk=draft.pk)
    later.body = []
    later.save_revision()
    permit_for(later)
    assert seen(citizen, addresses) == [200, 200]


@pytest.mark.defends("media address: the original of a public picture", by="outsider")
def test_the_original_file_has_no_public_address(
    draft: ArticlePage, picture: Picture, attachment: Attachment, citizen: Client
) -> None:
    put_online(draft)
    direct = [f"/media/{picture.file.name}", f"/media/{attachment.file.name}"]
    assert seen(citizen, direct) == [404, 404]


@pytest.mark.parametrize(
    "path", ["", "..", "../settings.py", "%00", "%2e%2e/x", "pictures/", "images/no.png", "a" * 4000]
)
@pytest.mark.defends("media address: junk and climbing paths", by="outsider")
def test_hostile_paths_find_nothing(portal: Portal, citizen: Client, path: str) -> None:
    assert citizen.get(f"/media/{path}").status_code == 404
    assert citizen.get(f"/documents/1/{path}").status_code == 404


@pytest.mark.defends("document address: another file's name", by="outsider")
def test_a_number_alone_opens_nothing(draft: ArticlePage, attachment: Attachment, citizen: Client) -> None:
    put_online(draft)
    for address in (f"/documents/{attachment.pk}/other.txt", f"/documents/{10**30}/plan.txt"):
        assert citizen.get(address).status_code == 404


def in_post(portal: Portal) -> Person:
    person = add_person("editor", "宣传科编辑")
    appoint(person, "county.editor", portal.water, LONG_AGO, by=None, basis="任职通知")
    return person


def test_who_works_here_sees_files_of_drafts_and_no_cache_keeps_them(
    portal: Portal, draft: ArticlePage, picture: Picture, addresses: list[str]
) -> None:
    client = Client(SERVER_NAME="localhost")
    client.force_login(in_post(portal))
    for address in [*addresses, f"/media/{picture.file.name}"]:
        answer = read(client, address)
        assert answer.status_code == 200
        assert "no-store" in answer["Cache-Control"]
        assert "private" in answer["Cache-Control"]


@pytest.mark.defends("media and document addresses: a person without a post", by="outsider")
def test_a_person_without_a_post_is_a_citizen(draft: ArticlePage, addresses: list[str]) -> None:
    client = Client(SERVER_NAME="localhost")
    client.force_login(add_person("former", "原宣传科编辑"))
    assert seen(client, addresses) == [404, 404]


def test_other_files_in_the_store_have_no_address_at_all(portal: Portal, settings: Any) -> None:
    from django.core.files.storage import default_storage

    default_storage.save("kept/secret.txt", ContentFile(b"x"))
    client = Client(SERVER_NAME="localhost")
    client.force_login(in_post(portal))
    assert client.get("/media/kept/secret.txt").status_code == 404


@pytest.mark.parametrize("files", [1, 12])
def test_a_picture_costs_one_query_however_many_there_are(
    portal: Portal, citizen: Client, files: int, django_assert_num_queries: Any
) -> None:
    pictures = [
        Picture.objects.create(title=f"图{each}", file=get_test_image_file(filename=f"I{each}.png"))
        for each in range(files)
    ]
    body = [("picture", {"picture": each, "caption": ""}) for each in pictures]
    portal.publish("水库值守", body=body)
    address = pictures[0].get_rendition("width-100").url
    with django_assert_num_queries(1):
        assert read(citizen, address).status_code == 200
