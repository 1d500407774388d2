"""L1 in the way of nobody: drafts, moves, locks and take-downs of live content need no permit."""

from collections.abc import Callable
from typing import Any

import pytest
from approvals.gate.attempts import refused, stored
from approvals.gate.making import permit_for, release
from django.core.management import call_command
from django.utils import timezone
from guanwei.accounts.models import Account
from guanwei.approvals.gate import GateRefused
from guanwei.audit import clock
from guanwei.audit.acting import acting
from guanwei.organisations.models import Person
from guanwei.portal.models import ColumnPage
from guanwei.publishing.models import ArticlePage, Release, Reservation
from wagtail.actions.copy_page import CopyPageAction
from wagtail.models import Page

pytestmark = [pytest.mark.law("L1"), pytest.mark.django_db]


def still_says(obj: Any, title: str) -> bool:
    found = stored(obj)
    return found.live and found.title == title


def test_a_draft_is_saved_over_a_live_object(online: Any, account: Account) -> None:
    title = online.title
    online.title = "新的草稿"
    online.variants.add(type(online.variants.first())(account=account, number=2, text="更正"))
    revision = online.save_revision()
    online.save_revision(overwrite_revision=revision)
    assert still_says(online, title)
    assert stored(online).get_latest_revision().as_object().variants.count() == 2


def test_a_live_object_is_saved_unchanged(online: Any) -> None:
    title = online.title
    stored(online).save()
    assert still_says(online, title)


def test_a_live_object_is_locked_and_unlocked(online: Any) -> None:
    person = Person.objects.create(username="editor")
    online.locked, online.locked_by, online.locked_at = True, person, timezone.now()
    online.save()
    assert stored(online).locked
    online.locked, online.locked_by, online.locked_at = False, None, None
    online.save(update_fields=["locked", "locked_by", "locked_at"])
    assert not stored(online).locked


def test_a_live_object_is_taken_down_then_deleted(online: Any) -> None:
    with acting(None, "内容有误"):
        online.unpublish()
    assert not stored(online).live
    stored(online).delete()
    assert not type(online).objects.exists()


def test_a_draft_is_moved_and_the_tree_around_live_pages_mended(
    live_article: ArticlePage, column: ColumnPage, another_article: Callable[[str], Any]
) -> None:
    home = column.get_parent()
    other = home.add_child(instance=ColumnPage(title="公告", slug="other", unit=column.unit, live=False))
    draft = another_article("draft")
    stored(draft).move(other, pos="last-child")
    assert stored(draft).url_path == "/qinghe/other/draft/"
    Page.fix_tree(fix_paths=True)
    call_command("set_url_paths", verbosity=0)
    assert still_says(live_article, live_article.title)
    assert stored(live_article).url_path == "/qinghe/news/notice/"


def test_a_column_without_public_pages_changes_its_slug(article: ArticlePage, column: ColumnPage) -> None:
    above = ColumnPage.objects.get(pk=column.pk)
    above.slug = "bulletins"
    above.save()
    assert stored(article).url_path == "/qinghe/bulletins/notice/"


def test_live_pages_change_their_order(
    live_article: ArticlePage, another_article: Callable[[str], Any]
) -> None:
    other = release(another_article("second"))
    stored(other).move(stored(live_article), pos="left")
    assert stored(other).path < stored(live_article).path


def test_a_live_page_is_copied_as_a_draft(live_article: ArticlePage) -> None:
    copy = CopyPageAction(live_article, keep_live=False, update_attrs={"slug": "copy"})
    made = copy.execute(skip_permission_checks=True)
    assert not stored(made).live
    assert made.variants.count() == 1


def test_the_revision_that_is_live_may_go_from_the_drafts(online: Any) -> None:
    title = online.title
    online.title = "新的草稿"
    online.save_revision()
    online.revisions.order_by("created_at").first().delete()
    assert still_says(online, title)


def test_the_owner_of_a_live_page_may_leave(live_article: ArticlePage) -> None:
    person = Person.objects.create(username="gone")
    Page.objects.filter(pk=live_article.pk).update(owner=person)
    person.delete()
    assert stored(live_article).live


def reserve(article: ArticlePage, permit: Any) -> Reservation:
    said = {"family": "page", "object_id": article.pk, "title": "通知", "order": "page_first"}
    release_row = Release.objects.create(permit=permit, decided_at=clock.now(), due_at=clock.now(), **said)
    return Reservation.objects.create(release=release_row, page_id=article.pk, url_path=article.url_path)


def test_a_reserved_address_does_not_change_until_it_is_lifted(
    article: ArticlePage, column: ColumnPage
) -> None:
    reservation = reserve(article, permit_for(article))
    other = column.get_parent().add_child(
        instance=ColumnPage(title="公告", slug="other", unit=column.unit, live=False)
    )
    article.slug = "moved"
    refused(article.save, "已预留")
    refused(lambda: stored(article).move(stored(other), pos="last-child"), "已预留")
    above = ColumnPage.objects.get(pk=column.pk)
    above.slug = "bulletins"
    refused(above.save, "已预留")
    call_command("set_url_paths", verbosity=0)
    assert stored(article).url_path == "/qinghe/news/notice/"
    reservation.lifted_at = clock.now()
    reservation.save()
    stored(article).move(stored(other), pos="last-child")
    assert stored(article).url_path == "/qinghe/other/notice/"


def test_the_root_stays_as_it_is(db: None) -> None:
    root = Page.get_first_root_node()
    root.save()
    root.title = "改了"
    with pytest.raises(GateRefused):
        root.save()
