"""L1 through the admin's own doors: every address that publishes in stock Wagtail, tried by a superuser in post.

The ways below the screens (ORM, raw SQL, fixtures, races, migrations) are in ``tests/approvals/gate``.
"""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from guanwei.approvals.subjects import row_of
from guanwei.organisations.models import Person
from guanwei.publishing.models import ArticlePage, Post
from guanwei.publishing.services import save_draft
from guanwei.testing.acts import released, signed, submitted
from guanwei.testing.bench.forms import body, fields_of, pictures
from guanwei.testing.scenes import County, add_person, put_in_post, write_article, write_post

pytestmark = [pytest.mark.law("L1"), pytest.mark.django_db]
PUBLISH = {"action-publish": "1"}


@pytest.fixture
def root(county: County) -> Person:
    """A superuser who also holds every post of the agency: if anybody could, it would be this one."""
    person = add_person("root", "系统安装员", is_superuser=True, is_staff=True)
    for role in ("county.editor", "county.reviewer", "county.publisher"):
        put_in_post(person, role, county.water.section)
    return person


@pytest.fixture
def browser(root: Person) -> Client:
    client = Client()
    client.force_login(root)
    return client


@pytest.fixture
def article(county: County) -> ArticlePage:
    return write_article(county, county.water, county.water.people["editor"], variants=True)


@pytest.fixture
def post(county: County) -> Post:
    return write_post(county.water, county.water.people["editor"])


@pytest.fixture
def online(county: County, article: ArticlePage) -> ArticlePage:
    people = county.water.people
    submission = signed(submitted(article, people["editor"]), people["reviewer"], people["leader"])
    released(submission, people["publisher"])
    changed = row_of("page", article.pk).get_latest_revision().as_object()
    changed.title = "没有人签过的标题"
    save_draft(changed, people["editor"])
    return article


def still_offline(obj: Any) -> bool:
    return not type(obj).objects.get(pk=obj.pk).live


def public_title(obj: Any) -> str:
    return str(type(obj).objects.get(pk=obj.pk).title)


def page_url(name: str, *args: Any) -> str:
    return reverse(f"wagtailadmin_pages:{name}", args=args)


def post_url(name: str, *args: Any) -> str:
    return reverse(Post.snippet_viewset.get_url_name(name), args=args)


def page_form(browser: Client, address: str) -> dict[str, Any]:
    found = fields_of(browser.get(address).content, "form[data-edit-form], #page-edit-form")
    return {**found, **body(), **pictures("variants-0")}


@pytest.mark.clause("YC-19.2", "LAE-13.9", law=True)
@pytest.mark.defends("edit form of a page: publish", by="superuser")
def test_the_publish_button_of_the_page_editor(browser: Client, article: ArticlePage) -> None:
    address = page_url("edit", article.pk)
    browser.post(address, {**page_form(browser, address), **PUBLISH})
    assert still_offline(article)


@pytest.mark.defends("edit form of a live page: publish", by="superuser")
def test_the_publish_button_on_a_live_page(browser: Client, online: ArticlePage) -> None:
    address = page_url("edit", online.pk)
    browser.post(address, {**page_form(browser, address), **PUBLISH})
    assert public_title(online) == "汛期安全提示"


@pytest.mark.defends("create form of a page: publish", by="superuser")
def test_publishing_a_new_page_at_once_leaves_nothing_live(browser: Client, county: County) -> None:
    address = page_url("add", "publishing", "articlepage", county.news.pk)
    form = fields_of(browser.get(address).content, "form[data-edit-form], #page-edit-form")
    browser.post(address, {**form, **body(), "title": "直接发布", "slug": "straight", **PUBLISH})
    assert not ArticlePage.objects.filter(live=True).exists()


@pytest.mark.clause("YC-19.2", "LAE-13.9", law=True)
@pytest.mark.defends("edit form of a post: publish", by="superuser")
def test_the_publish_button_of_the_post_editor(browser: Client, post: Post) -> None:
    address = post_url("edit", post.pk)
    form = fields_of(browser.get(address).content, "form[data-edit-form], #snippet-edit-form, main form")
    browser.post(address, {**form, **pictures("variants-0"), **PUBLISH})
    assert still_offline(post)


@pytest.mark.parametrize("descendants", ["", "on"])
@pytest.mark.defends("bulk publish of a page, of a column with what is below", by="superuser")
def test_publishing_in_bulk(browser: Client, county: County, article: ArticlePage, descendants: str) -> None:
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    target = county.news.pk if descendants else article.pk
    browser.post(f"{address}?id={target}", {"include_descendants": descendants})
    assert still_offline(article)


@pytest.mark.defends("edit form: an older revision published", by="superuser")
def test_publishing_an_older_revision(browser: Client, online: ArticlePage) -> None:
    latest = row_of("page", online.pk).get_latest_revision()
    address = page_url("edit", online.pk)
    browser.post(address, {**page_form(browser, address), "revision": str(latest.pk), **PUBLISH})
    assert public_title(online) == "汛期安全提示"


@pytest.mark.defends("copy form with its copies published", by="superuser")
def test_copying_with_the_copies_published(browser: Client, county: County, online: ArticlePage) -> None:
    form = {
        "new_title": "副本",
        "new_slug": "copied",
        "new_parent_page": county.notices.pk,
        "publish_copies": "on",
        "alias": "",
    }
    browser.post(page_url("copy", online.pk), form)
    assert not ArticlePage.objects.filter(slug="copied", live=True).exists()


@pytest.mark.defends("copy form: an alias", by="superuser")
def test_an_alias_of_a_live_page(browser: Client, county: County, online: ArticlePage) -> None:
    form = {
        "new_title": "别名",
        "new_slug": "aliased",
        "new_parent_page": county.notices.pk,
        "alias": "on",
        "publish_copies": "on",
    }
    browser.post(page_url("copy", online.pk), form)
    made = ArticlePage.objects.filter(slug="aliased")
    assert not made.filter(live=True).exists()
    assert not made.filter(alias_of__isnull=False).exists()


@pytest.mark.parametrize(
    "action", ["publish", "copy", "create_alias", "convert_alias", "revert_to_page_revision"]
)
@pytest.mark.defends("the admin's own API with the screens' arguments", by="superuser")
def test_the_admins_own_api(browser: Client, county: County, online: ArticlePage, action: str) -> None:
    address = f"/admin/api/main/pages/{online.pk}/action/{action}/"
    data = {
        "destination_page_id": county.notices.pk,
        "slug": "by-api",
        "recursive": False,
        "keep_live": True,
        "revision_id": row_of("page", online.pk).latest_revision_id,
    }
    browser.post(address, data, content_type="application/json")
    assert public_title(online) == "汛期安全提示"
    assert not ArticlePage.objects.filter(slug="by-api", live=True).exists()


@pytest.mark.defends("edit form: a day of publication", by="superuser")
def test_a_schedule_in_the_form_publishes_nothing(browser: Client, article: ArticlePage) -> None:
    address = page_url("edit", article.pk)
    form = {**page_form(browser, address), "go_live_at": "2020-01-01 00:00", **PUBLISH}
    browser.post(address, form)
    assert still_offline(article)
    assert not row_of("page", article.pk).revisions.filter(approved_go_live_at__isnull=False).exists()


@pytest.mark.defends("Wagtail's own moderation and its addresses", by="superuser")
def test_stock_moderation_has_no_door(browser: Client, article: ArticlePage) -> None:
    form = page_form(browser, page_url("edit", article.pk))
    browser.post(page_url("edit", article.pk), {**form, "action-submit": "1"})
    assert row_of("page", article.pk).current_workflow_state is None
    assert browser.post(page_url("workflow_action", article.pk, "approve", 1)).status_code == 404
    assert still_offline(article)


@pytest.mark.defends("delete form of a live page", by="superuser")
def test_deleting_a_live_page_is_refused_with_a_sentence(browser: Client, online: ArticlePage) -> None:
    response = browser.post(page_url("delete", online.pk), follow=True)
    assert "撤下" in response.content.decode()
    assert ArticlePage.objects.filter(pk=online.pk, live=True).exists()
