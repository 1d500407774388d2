"""L1: what is public is public to everybody. A password or a group would be a second, unsigned way to take down."""

from typing import Any

import pytest
from approvals.gate.attempts import refused, sql
from django.contrib.messages import get_messages
from django.test import Client
from django.urls import reverse
from guanwei.organisations.models import Person
from guanwei.publishing.models import ArticlePage
from guanwei.testing.scenes import County
from wagtail.models import Collection, CollectionViewRestriction, PageViewRestriction

pytestmark = [pytest.mark.law("L1"), pytest.mark.django_db]

NO_PRIVACY = "不设“隐私”"
PASSWORD = {"restriction_type": "password", "password": "x"}


@pytest.mark.defends("page privacy: written through the model", by="shell")
def test_no_page_is_made_private(live_article: ArticlePage) -> None:
    refused(lambda: PageViewRestriction.objects.create(page=live_article, **PASSWORD), NO_PRIVACY)
    made = [PageViewRestriction(page=live_article, restriction_type="login")]
    refused(lambda: PageViewRestriction.objects.bulk_create(made), NO_PRIVACY)


@pytest.mark.defends("collection privacy: written through the model", by="shell")
def test_no_collection_is_made_private() -> None:
    root = Collection.get_first_root_node()
    refused(lambda: CollectionViewRestriction.objects.create(collection=root, **PASSWORD), NO_PRIVACY)


@pytest.mark.defends("page privacy: inserted in the database", by="database")
def test_no_row_of_privacy_is_inserted(live_article: ArticlePage) -> None:
    refused(
        lambda: sql(
            "INSERT INTO wagtailcore_pageviewrestriction (page_id, restriction_type, password)"
            " VALUES (%s, 'login', '')",
            live_article.pk,
        ),
        NO_PRIVACY,
    )


@pytest.mark.defends("collection privacy: inserted in the database", by="database")
def test_no_row_of_a_collections_privacy_is_inserted() -> None:
    refused(
        lambda: sql(
            "INSERT INTO wagtailcore_collectionviewrestriction (collection_id, restriction_type, password)"
            " VALUES (%s, 'login', '')",
            Collection.get_first_root_node().pk,
        ),
        NO_PRIVACY,
    )


@pytest.fixture
def root(db: None) -> Client:
    client = Client()
    client.force_login(Person.objects.create_superuser("root", "root@example.test", "x"))
    return client


def said(answer: Any) -> str:
    return " ".join(str(each) for each in get_messages(answer.wsgi_request))


@pytest.mark.defends("page privacy: the privacy screen", by="superuser")
def test_the_privacy_screen_of_a_page_is_closed(county: County, root: Client) -> None:
    address = reverse("wagtailadmin_pages:set_privacy", args=[county.news.pk])
    for answer in (root.get(address), root.post(address, PASSWORD)):
        assert answer.status_code in (302, 403)
        assert NO_PRIVACY in said(answer)
    assert not PageViewRestriction.objects.exists()


@pytest.mark.defends("collection privacy: the privacy screen", by="superuser")
def test_the_screens_of_collections_are_closed(root: Client) -> None:
    key = Collection.get_first_root_node().pk
    for address in (
        reverse("wagtailadmin_collections:set_privacy", args=[key]),
        reverse("wagtailadmin_collections:edit", args=[key]),
        reverse("wagtailadmin_collections:add"),
        reverse("wagtailadmin_collections:index"),
    ):
        answer = root.post(address, PASSWORD)
        assert answer.status_code in (302, 403)
        assert NO_PRIVACY in said(answer), address
    assert not CollectionViewRestriction.objects.exists()


def test_the_editor_offers_no_privacy(county: County, root: Client) -> None:
    shown = root.get(reverse("wagtailadmin_pages:edit", args=[county.news.pk])).content.decode()
    assert 'data-a11y-dialog-show="set-privacy"' not in shown
