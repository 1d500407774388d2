"""L1 on SQLite: REPLACE fires no DELETE trigger, and a column takes any type."""

# ruff: noqa: S608 (the tests write SQL as an insider would)

from typing import Any

import pytest
from approvals.gate.attempts import live_table, refused, sql, stored
from approvals.gate.making import new_post, permit_for, revoke
from guanwei.accounts.models import Account
from guanwei.publishing.models import ArticlePage, ArticleVariant
from wagtail.models import Page

pytestmark = [pytest.mark.law("L1"), pytest.mark.django_db]


@pytest.mark.defends("REPLACE over a live row", by="database")
def test_replace_does_not_take_a_live_row_away(
    live_article: ArticlePage, another_article: Any, account: Account
) -> None:
    post = new_post(account)
    draft = another_article("other")
    columns = [each.column for each in Page._meta.concrete_fields if each.column != "live"]
    names = ", ".join(columns)
    same = f"INSERT OR REPLACE INTO wagtailcore_page ({names}, live) SELECT {names}, 0 FROM wagtailcore_page"
    refused(lambda: sql(f"{same} WHERE id = %s", live_article.pk), "顶掉")
    refused(
        lambda: sql(
            "UPDATE OR REPLACE wagtailcore_page SET path = %s WHERE id = %s", live_article.path, draft.pk
        ),
        "顶掉",
    )
    theirs, mine = (ArticleVariant.objects.get(page=each).pk for each in (live_article, draft))
    refused(
        lambda: sql("UPDATE OR REPLACE publishing_articlevariant SET id = %s WHERE id = %s", theirs, mine),
        "顶掉",
    )
    sql("UPDATE OR REPLACE publishing_post SET title = '仍是草稿' WHERE id = %s", post.pk)
    assert stored(live_article).live


@pytest.mark.defends("a live flag that is not a number", by="database")
def test_a_live_flag_that_is_not_a_number_counts_as_live(draft: Any) -> None:
    refused(lambda: sql(f"UPDATE {live_table(draft)} SET live = 'yes' WHERE id = %s", draft.pk))
    refused(lambda: sql(f"UPDATE {live_table(draft)} SET live = 2 WHERE id = %s", draft.pk))


@pytest.mark.defends("REPLACE over a permit", by="database")
def test_a_permit_is_not_replaced(draft: Any) -> None:
    permit = permit_for(draft)
    revoke(permit)
    names = "id, family, object_id, digest, parts, snapshot_id, issued_at, revoked_reason"
    refused(
        lambda: sql(
            f"INSERT OR REPLACE INTO approvals_permit ({names}) SELECT {names}"
            " FROM approvals_permit WHERE id = %s",
            permit.pk,
        ),
        "许可一经签发",
    )
