"""L1: what only the database sees. Raw SQL, querysets and bulk writes meet the triggers alone."""

# ruff: noqa: S608 (the tests write SQL as an insider would)

from typing import Any

import pytest
from approvals.gate.attempts import live_table, refused, sql, stored
from approvals.gate.making import new_article, permit_for
from django.db import IntegrityError, connection, models
from guanwei.accounts.models import Account
from guanwei.approvals.gate import passing
from guanwei.portal.models import ColumnPage
from guanwei.publishing.models import ArticlePage, ArticleVariant, Post, PostVariant
from wagtail.models import Page

pytestmark = [pytest.mark.law("L1"), pytest.mark.django_db]


def variants_of(obj: Any) -> type[models.Model]:
    return ArticleVariant if isinstance(obj, Page) else PostVariant


def owner_of(obj: Any) -> str:
    return "page_id" if isinstance(obj, Page) else "post_id"


@pytest.mark.defends("a queryset's update of the live flag", by="shell")
def test_a_draft_is_not_made_live_by_an_update(draft: Any) -> None:
    refused(lambda: type(draft).objects.filter(pk=draft.pk).update(live=True))
    assert not stored(draft).live


@pytest.mark.defends("UPDATE of the words of a live row", by="database")
def test_text_of_a_live_object_is_not_updated(online: Any) -> None:
    refused(lambda: type(online).objects.filter(pk=online.pk).update(title="改了"))
    refused(lambda: type(online).objects.filter(pk=online.pk).update(source_name="改了"))
    refused(lambda: sql(f"UPDATE {type(online)._meta.db_table} SET category = 'x'"))
    assert stored(online).title != "改了"


@pytest.mark.defends("bulk_update of live rows", by="shell")
def test_bulk_update_of_a_live_object_is_refused(online: Any) -> None:
    online.title = "改了"
    refused(lambda: type(online).objects.bulk_update([online], ["title"]))


@pytest.mark.defends("bulk_create of live rows", by="shell")
def test_live_rows_are_not_made_in_bulk(account: Account) -> None:
    made = [Post(title="夹带", live=True, supplier=account.unit, manager=account.unit)]
    refused(lambda: Post.objects.bulk_create(made), "不能一建立就公开")
    assert not Post.objects.exists()


@pytest.mark.defends("INSERT of a live page", by="database")
def test_a_live_page_is_not_inserted_by_hand(live_article: ArticlePage) -> None:
    columns = [each.column for each in Page._meta.concrete_fields if each.column not in {"id", "path"}]
    names = ", ".join(columns)
    taken = names.replace("translation_key", "'" + "0" * 32 + "'")
    if connection.vendor == "postgresql":
        taken = names.replace("translation_key", "gen_random_uuid()")
    copied = f"INSERT INTO wagtailcore_page (path, {names}) SELECT '000100019999', {taken}"
    source = "FROM wagtailcore_page WHERE id = %s"
    refused(lambda: sql(f"{copied} {source}", live_article.pk), "不能一建立就公开")


@pytest.mark.defends("variants of a live object changed, added, removed", by="database")
def test_variants_of_a_live_object_are_not_changed_added_or_removed(online: Any, account: Account) -> None:
    variants = variants_of(online)
    refused(lambda: variants.objects.update(text="改了"))
    refused(lambda: variants.objects.all().delete())
    refused(lambda: sql(f"DELETE FROM {variants._meta.db_table}"))
    added = {owner_of(online): online.pk, "account": account, "number": 2}
    refused(lambda: variants.objects.create(**added))
    refused(lambda: variants.objects.bulk_create([variants(**added)]))
    changed = variants.objects.get()
    changed.title = "改了"
    refused(changed.save)
    assert stored(online).variants.count() == 1


@pytest.mark.defends("a variant carried into or out of a live object", by="database")
def test_a_variant_is_not_carried_into_or_out_of_a_live_object(
    live_article: ArticlePage, another_article: Any
) -> None:
    draft = another_article("other")
    refused(lambda: ArticleVariant.objects.filter(page=draft).update(page=live_article, number=2))
    refused(lambda: ArticleVariant.objects.filter(page=live_article).update(page=draft, number=2))


@pytest.mark.defends("DELETE of a live object", by="database")
def test_a_live_object_is_not_deleted_past_the_orm(online: Any) -> None:
    refused(lambda: sql(f"DELETE FROM {live_table(online)} WHERE id = %s", online.pk), "撤下，再删除")


@pytest.mark.defends("a live page's own row deleted or put in again", by="database")
def test_the_specific_row_of_a_live_page_is_not_deleted_or_put_in_again(live_article: ArticlePage) -> None:
    refused(lambda: sql("DELETE FROM publishing_articlepage"))
    refused(
        lambda: sql("INSERT INTO portal_homepage (page_ptr_id, welcome) VALUES (%s, '')", live_article.pk)
    )


@pytest.mark.defends("the key of a live object moved", by="database")
def test_the_number_of_a_live_object_does_not_move(online: Any) -> None:
    refused(
        lambda: sql(f"UPDATE {live_table(online)} SET id = 99999 WHERE id = %s", online.pk), "编号不能改动"
    )


@pytest.mark.defends("an opening of another family with the same number", by="database")
def test_the_opening_of_a_page_lets_no_post_of_the_same_number_pass(
    article: ArticlePage, account: Account
) -> None:
    post = Post(pk=article.pk, title="同号", supplier=account.unit, manager=account.unit)
    post.save()
    with pytest.raises(IntegrityError), passing(permit_for(article)):
        Post.objects.filter(pk=post.pk).update(live=True)


def test_taking_down_needs_no_opening_even_past_the_orm(online: Any) -> None:
    type(online).objects.filter(pk=online.pk).update(live=False)
    assert not stored(online).live


def test_draft_rows_are_written_freely(column: ColumnPage, account: Account) -> None:
    article = new_article(column, account, "free")
    ArticlePage.objects.filter(pk=article.pk).update(title="草稿改题")
    ArticleVariant.objects.filter(page=article).update(text="草稿改文")
    ArticleVariant.objects.filter(page=article).delete()
    assert stored(article).title == "草稿改题"
