"""What Wagtail's own addresses may not do is said in sentences, and nothing goes live or away."""

from collections.abc import Callable
from io import BytesIO

import pytest
from django.contrib.messages import get_messages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError
from django.http import HttpResponse
from django.urls import reverse
from guanwei.approvals.gate.refusals import refused
from guanwei.console.editor import submitting
from guanwei.console.editor.submitting import SUBMIT
from guanwei.organisations.models import Person
from guanwei.publishing.models import ArticlePage, ArticleVariant, Picture, Post
from guanwei.testing.acts import released, signed, submitted
from guanwei.testing.scenes import County
from PIL import Image

from .conftest import Enter, edit_url, filled_in


def said(answer: HttpResponse) -> str:
    return "".join(str(each) for each in get_messages(answer.wsgi_request))


@pytest.fixture
def root(county: County) -> Person:
    return Person.objects.create_superuser("root", password="long enough to pass")


@pytest.fixture
def live(article: ArticlePage, people: dict[str, Person]) -> ArticlePage:
    released(
        signed(submitted(article, people["editor"]), people["reviewer"], people["leader"]),
        people["publisher"],
    )
    return ArticlePage.objects.get(pk=article.pk)


@pytest.mark.parametrize("kind", ["article", "post"])
def test_a_publish_sent_by_hand_only_saves(
    request: pytest.FixtureRequest, root: Person, enter: Enter, kind: str
) -> None:
    obj, client = request.getfixturevalue(kind), enter(root)
    sent = filled_in(client.get(edit_url(obj))) | {"action-publish": "1"}
    client.post(edit_url(obj), sent)
    assert not type(obj).objects.get(pk=obj.pk).live


def refuse(*_args: object) -> None:
    """What the gate's Python door does."""
    raise refused("needs-opening")


def refuse_in_database(*_args: object) -> None:
    """What a trigger does."""
    raise IntegrityError("guanwei.L1: needs-opening")


@pytest.mark.parametrize("door", [refuse, refuse_in_database])
def test_the_gates_own_sentence_takes_the_place_of_no_permission(
    article: ArticlePage,
    people: dict[str, Person],
    enter: Enter,
    monkeypatch: pytest.MonkeyPatch,
    door: Callable[..., None],
) -> None:
    """Whatever screen meets the gate, the person is back where they were and reads why."""
    client = enter(people["editor"])
    sent = filled_in(client.get(edit_url(article))) | {SUBMIT: "1"}
    monkeypatch.setattr(submitting, "hand_in", door)
    answer = client.post(
        f"{edit_url(article)}?a=b", sent, headers={"referer": f"http://testserver{edit_url(article)}"}
    )
    assert answer.status_code == 302
    assert answer["Location"].endswith(edit_url(article))
    assert "只能按许可改动或发布" in said(answer)
    assert "permission" not in said(answer)


@pytest.mark.parametrize("door", [refuse, refuse_in_database])
def test_scripts_read_the_sentence_as_json(
    article: ArticlePage,
    people: dict[str, Person],
    enter: Enter,
    monkeypatch: pytest.MonkeyPatch,
    door: Callable[..., None],
) -> None:
    client = enter(people["editor"])
    sent = filled_in(client.get(edit_url(article))) | {SUBMIT: "1"}
    monkeypatch.setattr(submitting, "hand_in", door)
    answer = client.post(edit_url(article), sent, headers={"x-requested-with": "XMLHttpRequest"})
    assert answer.status_code == 403
    assert "只能按许可改动或发布" in answer.json()["refusals"][0]


def test_a_foreign_referrer_leads_nowhere(
    article: ArticlePage, people: dict[str, Person], enter: Enter, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = enter(people["editor"])
    sent = filled_in(client.get(edit_url(article))) | {SUBMIT: "1"}
    monkeypatch.setattr(submitting, "hand_in", refuse)
    answer = client.post(edit_url(article), sent, headers={"referer": "https://elsewhere.test/admin/"})
    assert answer["Location"] == reverse("wagtailadmin_home")


def test_a_live_page_is_not_deleted(live: ArticlePage, people: dict[str, Person], enter: Enter) -> None:
    answer = enter(people["editor"]).post(reverse("wagtailadmin_pages:delete", args=[live.pk]))
    assert "还在公开，不能删除" in said(answer)
    assert ArticlePage.objects.filter(pk=live.pk).exists()


def test_a_submitted_post_is_not_deleted_and_a_fresh_one_is(
    county: County, post: Post, people: dict[str, Person], enter: Enter
) -> None:
    client = enter(people["editor"])
    address = reverse(Post.snippet_viewset.get_url_name("delete"), args=[post.pk])
    submitted(post, people["editor"])
    assert "送过审" in said(client.post(address))
    assert Post.objects.filter(pk=post.pk).exists()


def test_a_draft_that_nobody_submitted_may_go(
    article: ArticlePage, people: dict[str, Person], enter: Enter
) -> None:
    enter(people["editor"]).post(reverse("wagtailadmin_pages:delete", args=[article.pk]))
    assert not ArticlePage.objects.filter(pk=article.pk).exists()


def test_another_units_post_is_not_deleted(post: Post, people: dict[str, Person], enter: Enter) -> None:
    answer = enter(people["stranger"]).post(
        reverse(Post.snippet_viewset.get_url_name("delete"), args=[post.pk])
    )
    assert "没有采编职务" in said(answer)
    assert Post.objects.filter(pk=post.pk).exists()


def test_a_page_in_review_keeps_its_column(
    county: County, article: ArticlePage, people: dict[str, Person], enter: Enter
) -> None:
    submitted(article, people["editor"])
    address = reverse("wagtailadmin_pages:move_confirm", args=[article.pk, county.notices.pk])
    answer = enter(people["editor"]).post(address)
    assert "不能换栏目" in said(answer)
    assert ArticlePage.objects.get(pk=article.pk).get_parent().pk == county.news.pk


def picture(colour: str, name: str = "river.png") -> SimpleUploadedFile:
    data = BytesIO()
    Image.new("RGB", (40, 30), colour).save(data, "PNG")
    return SimpleUploadedFile(name, data.getvalue(), "image/png")


@pytest.fixture
def shown(people: dict[str, Person], enter: Enter) -> Picture:
    client = enter(people["editor"])
    client.post(reverse("wagtailimages:add"), {"title": "河道", "file": picture("blue"), "tags": ""})
    return Picture.objects.get()


# Wagtail leaves the temporary file of a new thumbnail to the collector.
@pytest.mark.filterwarnings("ignore:Unclosed file <tempfile.SpooledTemporaryFile:ResourceWarning")
def test_a_picture_is_not_replaced(shown: Picture, people: dict[str, Person], enter: Enter) -> None:
    address = reverse("wagtailimages:edit", args=[shown.pk])
    answer = enter(people["editor"]).post(
        address, {"title": "河道", "file": picture("red", "other.png"), "tags": ""}
    )
    assert "不能替换" in answer.content.decode()
    assert Picture.objects.get(pk=shown.pk).sha256 == shown.sha256


@pytest.mark.filterwarnings("ignore:Unclosed file <tempfile.SpooledTemporaryFile:ResourceWarning")
def test_an_unused_picture_is_renamed_and_one_under_review_is_not(
    county: County, article: ArticlePage, shown: Picture, people: dict[str, Person], enter: Enter
) -> None:
    client, address = enter(people["editor"]), reverse("wagtailimages:edit", args=[shown.pk])
    client.post(address, {"title": "清淤后的河道", "description": "", "tags": ""})
    assert Picture.objects.get().title == "清淤后的河道"
    article.variants.set([ArticleVariant(account=county.water.weibo, text="河道清淤。", cover=shown)])
    article.save_revision(user=people["editor"])
    submitted(article, people["editor"])
    answer = client.post(address, {"title": "再改", "description": "", "tags": ""})
    assert "不能再改" in answer.content.decode()
    assert Picture.objects.get().title == "清淤后的河道"
