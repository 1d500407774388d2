"""L1: a public page keeps its address. What readers hold leads where it was signed to lead."""

from collections.abc import Callable
from typing import Any

import pytest
from approvals.gate.attempts import refused, sql, stored
from approvals.gate.making import permit_for, release
from django.contrib.messages import get_messages
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from guanwei.approvals.gate import GateRefused, passing, sentence_of
from guanwei.organisations.models import Person
from guanwei.portal.models import ColumnPage
from guanwei.publishing.models import ArticlePage
from wagtail.actions.move_page import MovePageAction
from wagtail.models import Page

pytestmark = [pytest.mark.law("L1"), pytest.mark.django_db]

WHERE = "/qinghe/news/notice/"


def stopped(write: Callable[[], Any]) -> None:
    """Refused by the gate's Python or by the database, whichever meets it first; in words."""
    with pytest.raises((GateRefused, IntegrityError)) as error, transaction.atomic():
        write()
    told = error.value
    said = str(told) if isinstance(told, GateRefused) else str(sentence_of(told))
    assert "只能按许可" in said


@pytest.fixture
def other(column: ColumnPage) -> ColumnPage:
    home = column.get_parent()
    return home.add_child(instance=ColumnPage(title="公告", slug="other", unit=column.unit, live=False))


@pytest.fixture
def root(db: None) -> Client:
    client = Client()
    client.force_login(Person.objects.create_superuser("root", "root@example.test", "x"))
    return client


def still_there(article: ArticlePage) -> bool:
    found = stored(article)
    return found.live and found.url_path == WHERE and found.get_parent().slug == "news"


@pytest.mark.defends("page address: updated in the database", by="database")
def test_the_address_of_a_live_page_is_not_updated(live_article: ArticlePage) -> None:
    refused(lambda: sql("UPDATE wagtailcore_page SET url_path = '/x/' WHERE id = %s", live_article.pk))
    refused(lambda: sql("UPDATE wagtailcore_page SET slug = 'x' WHERE id = %s", live_article.pk))
    refused(lambda: Page.objects.filter(pk=live_article.pk).update(url_path="/x/"))
    assert still_there(live_article)


@pytest.mark.defends("page move: by the model", by="shell")
def test_a_live_page_is_not_moved(live_article: ArticlePage, other: ColumnPage) -> None:
    stopped(lambda: stored(live_article).move(other, pos="last-child"))
    move = MovePageAction(stored(live_article), stored(other), pos="last-child")
    stopped(lambda: move.execute(skip_permission_checks=True))
    assert still_there(live_article)


@pytest.mark.defends("page move: of a column above a live page", by="shell")
def test_a_column_above_a_live_page_is_not_moved(
    live_article: ArticlePage, column: ColumnPage, other: ColumnPage
) -> None:
    stopped(lambda: ColumnPage.objects.get(pk=column.pk).move(other, pos="last-child"))
    assert still_there(live_article)


@pytest.mark.defends("page slug: of a column above a live page", by="shell")
def test_a_column_above_a_live_page_keeps_its_slug(live_article: ArticlePage, column: ColumnPage) -> None:
    above = ColumnPage.objects.get(pk=column.pk)
    above.slug = "bulletins"
    stopped(above.save)
    assert still_there(live_article)
    assert stored(column).slug == "news"


@pytest.mark.defends("page slug: a signed slug of a column above a live page", by="signer")
def test_even_a_permit_of_the_column_moves_no_page_below(
    live_article: ArticlePage, column: ColumnPage
) -> None:
    public = release(ColumnPage.objects.get(pk=column.pk))
    public.slug = "bulletins"
    public.save_revision()
    permit = permit_for(stored(public))

    def publish() -> None:
        with passing(permit):
            stored(public).get_latest_revision().publish()

    stopped(publish)
    assert still_there(live_article)


def test_an_article_takes_a_signed_slug(live_article: ArticlePage) -> None:
    live_article.slug = "corrected"
    live_article.save_revision()
    assert release(live_article).url_path == "/qinghe/news/corrected/"


def test_columns_and_pages_change_their_order(
    live_article: ArticlePage, column: ColumnPage, other: ColumnPage
) -> None:
    ColumnPage.objects.get(pk=column.pk).move(ColumnPage.objects.get(pk=other.pk), pos="right")
    assert stored(other).path < stored(column).path
    assert still_there(live_article)


def test_a_draft_column_without_public_pages_is_moved(
    article: ArticlePage, column: ColumnPage, other: ColumnPage
) -> None:
    ColumnPage.objects.get(pk=column.pk).move(other, pos="last-child")
    assert stored(article).url_path == "/qinghe/other/news/notice/"


@pytest.mark.defends("move screen: a column above a live page", by="superuser")
def test_the_move_screen_says_what_stands_against_it(
    live_article: ArticlePage, column: ColumnPage, other: ColumnPage, root: Client
) -> None:
    for page in (live_article, column):
        answer = root.post(reverse("wagtailadmin_pages:move_confirm", args=[page.pk, other.pk]))
        said = " ".join(str(each) for each in get_messages(answer.wsgi_request))
        assert answer.status_code == 302
        assert "先" in said
        assert "撤下" in said, page
    assert still_there(live_article)


@pytest.mark.defends("edit form: slug of a column above a live page", by="editor")
def test_the_form_says_it_at_the_address_and_keeps_what_was_typed(
    live_article: ArticlePage, column: ColumnPage, root: Client
) -> None:
    address = reverse("wagtailadmin_pages:edit", args=[column.pk])
    typed = {"title": "要闻", "slug": "bulletins", "unit": column.unit_id, "introduction": "刚写的主旨"}
    answer = root.post(address, typed)
    shown = answer.content.decode()
    assert answer.status_code == 200
    assert "下面有公开的页面" in shown
    assert "刚写的主旨" in shown
    assert still_there(live_article)
