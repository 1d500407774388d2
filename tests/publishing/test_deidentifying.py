"""去标识: one click, and the draft tells of nobody; what can't be masked is said, and nothing is half done."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from guanwei.publishing.models import ArticlePage, Attachment, Post
from guanwei.publishing.services import submit
from guanwei.publishing.services.deidentifying import deidentify
from guanwei.testing.scenes import County, write_article, write_post
from screening.tables import attached, id_number, table

pytestmark = pytest.mark.django_db
NUMBER = id_number(7)


@pytest.fixture(autouse=True)
def _own_media(settings: Any, tmp_path: Any) -> None:
    settings.MEDIA_ROOT = tmp_path


def latest(post: Post) -> str:
    return Post.objects.get(pk=post.pk).get_latest_revision_as_object().variants.first().text


def test_a_name_and_a_number_are_masked_and_the_rest_is_as_it_was(county: County) -> None:
    editor = county.water.people["editor"]
    post = write_post(county.water, editor, text=f"当事人张某三，身份证号{NUMBER}，已退赔。")
    assert submit(post, editor)[0] is None
    assert deidentify(post, editor, ["张某三"]).changed
    said = latest(post)
    assert NUMBER not in said
    assert "张**" in said
    assert said.endswith("，已退赔。")
    assert submit(post, editor)[0] is not None


def test_an_attachment_is_replaced_by_its_masked_copy_and_the_original_stays(county: County) -> None:
    editor = county.water.people["editor"]
    original = attached(table(3), "名单.xlsx")
    body = [("paragraph", f"<p>联系<b>{NUMBER}</b>见附件。</p>"), ("attachment", original)]
    article = write_article(county, county.water, editor, body=body)
    assert deidentify(article, editor).changed == 2
    draft = ArticlePage.objects.get(pk=article.pk).get_latest_revision_as_object()
    copy = next(block.value for block in draft.body if block.block_type == "attachment")
    assert copy.pk != original.pk
    assert "遮盖" in copy.title
    assert Attachment.objects.get(pk=original.pk).sha256 == original.sha256
    assert NUMBER not in str(draft.body)
    assert submit(article, editor)[0] is not None


def test_a_draft_that_tells_of_nobody_stays_as_it_is(county: County) -> None:
    editor = county.water.people["editor"]
    post = write_post(county.water, editor)
    before = post.revisions.count()
    assert deidentify(post, editor).refusals
    assert post.revisions.count() == before


def test_only_writers_may(county: County) -> None:
    post = write_post(county.water, county.water.people["editor"], text=f"身份证号{NUMBER}")
    assert "采编人员" in str(deidentify(post, county.water.people["publisher"]).refusals[0])
    assert NUMBER in latest(post)


def test_on_the_screen_the_button_is_there_for_writers_where_something_is_to_mask(
    county: County, client: Client
) -> None:
    editor = county.water.people["editor"]
    post = write_post(county.water, editor, text=f"身份证号{NUMBER}")
    address = reverse("findings:findings", args=["post", post.pk])
    client.force_login(editor)
    assert 'value="mask"' in client.get(address).content.decode()
    assert client.post(address, {"action": "mask", "names": ""}).status_code == 302
    assert NUMBER not in latest(post)
    assert 'value="mask"' not in client.get(address).content.decode()
