"""A declared column stays what and where its article says, whoever tries: service, signature, screens, API."""

from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse
from guanwei import registry
from guanwei.approvals.gate import GateRefused
from guanwei.audit.acting import acting
from guanwei.organisations.services import switch_off
from guanwei.portal.keeping import field_refusals, stays
from guanwei.portal.models import ColumnPage
from guanwei.publishing.services import submit, take_down
from guanwei.testing.acts import no_refusals, signed, submitted
from portal.trees.bureau import Bureau

ARTICLE = "《清河县栏目办法》第2条"


@pytest.fixture
def keeper(tree: Bureau, client: Client) -> Client:
    client.force_login(tree.keeper)
    return client


def field_names(draft: ColumnPage) -> list[str]:
    return [name for name, _refusal in field_refusals(draft)]


def said(answer: Any) -> str:
    return answer.content.decode()


def changed(tree: Bureau, label: str, **fields: Any) -> ColumnPage:
    """A draft of the column with these fields."""
    draft = tree.page(label).get_latest_revision_as_object()
    for name, value in fields.items():
        setattr(draft, name, value)
    with acting(tree.keeper):
        draft.save_revision(user=tree.keeper)
    return draft


@pytest.mark.parametrize(
    ("label", "fields", "sentence"),
    [
        ("要闻", {"title": "新闻"}, "规定中这个栏目叫“要闻”"),
        ("要闻", {"display": "link"}, "规定“要闻”在页面显示"),
        ("要闻", {"closed": True}, "没有说“要闻”可以停用"),
        ("要闻", {"unit": "法制科"}, "规定由宣传科、办公室负责"),
    ],
)
def test_what_the_article_prints_is_not_signed_otherwise(
    tree: Bureau, label: str, fields: dict[str, Any], sentence: str
) -> None:
    given = {name: tree.units.get(value, value) for name, value in fields.items()}
    submission, refusals = submit(changed(tree, label, **given), tree.keeper)
    assert submission is None
    assert [sentence in each.sentence and ARTICLE in str(each) for each in refusals] == [True]


def test_what_the_article_leaves_open_is_the_keepers_choice(tree: Bureau) -> None:
    signed(submitted(changed(tree, "办事", display="link", closed=True), tree.keeper), tree.keeper)
    assert (tree.page("办事").display, tree.page("办事").closed, tree.page("办事").live) == (
        "link",
        True,
        True,
    )
    signed(submitted(changed(tree, "要闻", unit=tree.units["办公室"]), tree.keeper), tree.keeper)
    assert tree.page("要闻").unit.name == "办公室"


def test_it_is_neither_deleted_nor_moved_nor_taken_down_by_code(tree: Bureau) -> None:
    leader = tree.keeper
    assert "不能删除、移动或撤下" in take_down(tree.page("要闻"), leader, "不再需要")[0].sentence
    with pytest.raises(GateRefused, match="清河县栏目办法"), transaction.atomic():
        tree.page("要闻").move(tree.county.news, pos="last-child")
    with pytest.raises(GateRefused), transaction.atomic():
        tree.page("要闻").delete()


def test_a_draft_of_it_stays_too_and_no_stranger_joins_a_counted_tree(bureau: Bureau) -> None:
    from guanwei.portal.services import found_tree

    no_refusals(found_tree(bureau.base, bureau.unit, "columned", bureau.keeper))
    with pytest.raises(GateRefused, match="信息公开"), transaction.atomic():
        bureau.page("信息公开").delete()
    own = ColumnPage(title="另设栏目", slug="own", unit=bureau.unit, live=False)
    bureau.base.add_child(instance=own)
    assert not ColumnPage.can_create_at(bureau.page("公开目录"))
    with pytest.raises(GateRefused, match="不能增加"), transaction.atomic():
        own.move(bureau.page("公开目录"), pos="last-child")


def test_the_screens_say_why(tree: Bureau, keeper: Client) -> None:
    page = tree.page("要闻")
    for name, args in (
        ("delete", [page.pk]),
        ("move_confirm", [page.pk, tree.page("办事").pk]),
    ):
        answer = keeper.post(reverse(f"wagtailadmin_pages:{name}", args=args), follow=True)
        assert ARTICLE in said(answer), name
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])
    assert ARTICLE in said(keeper.post(f"{bulk}?id={page.pk}", follow=True))
    add = reverse("wagtailadmin_pages:add", args=["portal", "columnpage", tree.page("公开目录").pk])
    assert "不能增加" in said(keeper.get(add, follow=True))
    assert ColumnPage.objects.get(pk=page.pk).live


def test_the_form_says_it_at_the_field(tree: Bureau, keeper: Client) -> None:
    page = tree.page("要闻")
    edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
    form = {
        "title": "要闻",
        "slug": "news",
        "unit": tree.units["宣传科"].pk,
        "introduction": "",
        "display": "link",
    }
    assert "规定“要闻”在页面显示" in said(keeper.post(edit, form))


def test_without_the_rule_book_it_is_a_column_like_any_other(tree: Bureau) -> None:
    no_refusals(switch_off(tree.unit, "columned", by=tree.keeper, reason="不再执行"))
    assert stays(tree.page("要闻")) == []
    assert field_names(changed(tree, "要闻", display="link", closed=True)) == []


def test_whoever_lost_the_plugin_keeps_the_pages(tree: Bureau, columned: None) -> None:
    registry.configure("inline")
    assert stays(tree.page("要闻")) == []
    assert tree.page("要闻").live


def test_a_stranger_who_opens_the_form_is_told_who_may(tree: Bureau, client: Client) -> None:
    client.force_login(tree.managers["法制科"])
    add = reverse("wagtailadmin_pages:add", args=["publishing", "articlepage", tree.page("提示").pk])
    assert "可以投稿的有治安科、交通科。（《清河县栏目办法》第3条）" in said(client.get(add, follow=True))
    client.force_login(tree.managers["交通科"])
    assert client.get(add).status_code == 200
