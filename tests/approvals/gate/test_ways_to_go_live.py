"""L1: every way by which stock Wagtail and Django put content online, without a permit."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from approvals.gate.attempts import refused, stored
from approvals.gate.making import new_article, release
from django.core import serializers
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone
from guanwei.accounts.models import Account
from guanwei.approvals.gate import GateRefused
from guanwei.organisations.models import Person
from guanwei.portal.models import ColumnPage
from guanwei.publishing.models import ArticlePage, Post
from wagtail.actions.copy_page import CopyPageAction
from wagtail.actions.create_alias import CreatePageAliasAction
from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.actions.publish_revision import PublishRevisionAction
from wagtail.management.commands.publish_scheduled import Command as StockCommand
from wagtail.models import Page, Revision

pytestmark = [pytest.mark.law("L1"), pytest.mark.django_db]


def gate_refuses(write: Callable[[], Any], words: str = "只能按许可") -> None:
    with pytest.raises(GateRefused) as refusal, transaction.atomic():
        write()
    assert words in refusal.value.refusals[0].sentence


@pytest.fixture
def superuser(db: None) -> Person:
    return Person.objects.create_superuser("root", "root@example.org", "x")


@pytest.mark.defends("a revision published in code", by="shell")
def test_publishing_a_revision(draft: Any, superuser: Person) -> None:
    revision = draft.get_latest_revision()
    gate_refuses(revision.publish)
    gate_refuses(lambda: revision.publish(user=superuser, skip_permission_checks=True))
    gate_refuses(lambda: draft.publish(revision))
    assert not stored(draft).live


@pytest.mark.defends("the publish action with its checks skipped", by="shell")
def test_the_publish_action_with_its_checks_skipped(draft: Any, superuser: Person) -> None:
    action = PublishPageRevisionAction if isinstance(draft, Page) else PublishRevisionAction
    made = action(draft.get_latest_revision(), user=superuser)
    gate_refuses(lambda: made.execute(skip_permission_checks=True))
    assert not stored(draft).live


@pytest.mark.defends("a later draft or an older revision published again", by="shell")
def test_republishing_a_later_draft_or_an_older_revision(online: Any) -> None:
    first = online.get_latest_revision()
    online.title = "未经审批的题目"
    later = online.save_revision()
    gate_refuses(later.publish)
    online = release(online)
    gate_refuses(first.publish)
    assert stored(online).title == "未经审批的题目"


@pytest.mark.defends("live set and saved", by="shell")
def test_setting_live_and_saving(draft: Any) -> None:
    draft.live = True
    gate_refuses(draft.save)
    gate_refuses(lambda: draft.save(update_fields=["live"]))
    assert not stored(draft).live


@pytest.mark.defends("words of a live object saved", by="shell")
def test_saving_live_text(online: Any) -> None:
    online.title = "改了"
    gate_refuses(online.save)
    gate_refuses(lambda: online.save(update_fields=["title"]))
    online.live = False
    gate_refuses(lambda: online.save(update_fields=["title"]))
    assert stored(online).title != "改了"


@pytest.mark.defends("a page saved through its base class", by="shell")
def test_saving_a_page_through_its_base_class(article: ArticlePage) -> None:
    page = Page.objects.get(pk=article.pk)
    page.live = True
    gate_refuses(page.save)
    page = Page.objects.get(pk=release(article).pk)
    page.title = "改了"
    gate_refuses(page.save)
    assert stored(article).title != "改了"


@pytest.mark.defends("a live child added to a column", by="shell")
def test_adding_a_live_child_leaves_no_row(column: ColumnPage, account: Account) -> None:
    page = ArticlePage(title="夹带", slug="x", supplier=account.unit, manager=account.unit, live=True)
    gate_refuses(lambda: column.add_child(instance=page), "不能一建立就公开")
    assert not ArticlePage.objects.exists()


@pytest.mark.defends("a post created live", by="shell")
def test_creating_a_live_post_leaves_no_row(account: Account) -> None:
    made = {"title": "夹带", "supplier": account.unit, "manager": account.unit, "live": True}
    gate_refuses(lambda: Post.objects.create(**made), "不能一建立就公开")
    assert not Post.objects.exists()


@pytest.mark.defends("a page of a kind that nobody governs", by="plugin")
def test_a_page_kind_that_nobody_governs(column: ColumnPage) -> None:
    gate_refuses(lambda: column.add_child(instance=Page(title="夹带", slug="x")), "没有纳入审批")


@pytest.mark.defends("a fixture with a live row", by="shell")
def test_loading_a_fixture(draft: Any) -> None:
    row = Page.objects.get(pk=draft.pk) if isinstance(draft, Page) else draft
    text = serializers.serialize("json", [row])
    text = text.replace('"live": false', '"live": true')
    gate_refuses(lambda: [each.save() for each in serializers.deserialize("json", text)])
    assert not stored(draft).live


@pytest.mark.defends("a fixture that rewrites a live page's own row", by="shell")
def test_a_fixture_that_rewrites_the_specific_row(live_article: ArticlePage) -> None:
    live_article.summary = "改了"
    text = serializers.serialize("json", [live_article])
    gate_refuses(lambda: [each.save() for each in serializers.deserialize("json", text)])
    assert stored(live_article).summary == ""


@pytest.mark.defends("a copy that stays live under another title", by="shell")
def test_copying_and_staying_live(live_article: ArticlePage) -> None:
    copy = CopyPageAction(live_article, keep_live=True, update_attrs={"slug": "copy", "title": "换了题目"})
    gate_refuses(lambda: copy.execute(skip_permission_checks=True), "不能一建立就公开")
    assert ArticlePage.objects.count() == 1


@pytest.mark.defends("an alias of a live page, made in code", by="shell")
def test_an_alias(live_article: ArticlePage, article: ArticlePage) -> None:
    alias = CreatePageAliasAction(live_article, update_slug="alias")
    gate_refuses(lambda: alias.execute(skip_permission_checks=True), "不能建立别名页")
    assert ArticlePage.objects.count() == 1


@pytest.mark.defends("a day of publication in the draft", by="shell")
def test_a_schedule_in_the_draft(draft: Any) -> None:
    draft.go_live_at = timezone.now() + timedelta(days=1)
    revision = draft.save_revision()
    gate_refuses(revision.publish, "填写发布时间")
    gate_refuses(lambda: draft.save_revision(approved_go_live_at=draft.go_live_at), "填写发布时间")


@pytest.mark.defends("a planted date and Wagtail's own publish_scheduled", by="shell")
def test_a_planted_schedule_and_the_scheduled_command(draft: Any) -> None:
    Revision.objects.update(approved_go_live_at=timezone.now() - timedelta(minutes=1))
    gate_refuses(lambda: call_command(StockCommand()))
    assert not stored(draft).live


@pytest.mark.defends("deleting what is live", by="shell")
def test_deleting_what_is_live(online: Any) -> None:
    gate_refuses(online.delete, "先由有撤稿职责的人员撤下")
    assert stored(online).live


@pytest.mark.defends("deleting a column above a live page", by="shell")
def test_deleting_a_column_above_a_live_page(live_article: ArticlePage) -> None:
    gate_refuses(ColumnPage.objects.get().delete, "先由有撤稿职责的人员撤下")
    assert stored(live_article).live


@pytest.mark.defends("deleting variants of what is live", by="shell")
def test_deleting_variants_through_the_orm(online: Any) -> None:
    refused(online.variants.first().delete)
    assert stored(online).variants.count() == 1


def test_a_draft_of_the_column_stays_free_beside_all_this(column: ColumnPage, account: Account) -> None:
    article = new_article(column, account, "free")
    article.title = "草稿改题"
    article.save()
    assert stored(article).title == "草稿改题"
