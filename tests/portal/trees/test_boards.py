"""The first page of a declared tree as citizens meet it."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from guanwei.publishing.models import ArticlePage
from guanwei.publishing.services import submit
from guanwei.testing.acts import released, signed, submitted
from portal.reading import links, words
from portal.trees.bureau import Bureau


def publish(tree: Bureau, label: str, supplier: str, title: str, **fields: str) -> ArticlePage:
    draft = tree.draft(label, supplier, title=title, **fields)
    submission = signed(submitted(draft, tree.managers[supplier]), tree.heads[supplier])
    released(submission, tree.managers[tree.page(label).unit.name])
    return ArticlePage.objects.get(pk=draft.pk)


def tile(html: str, label: str) -> str:
    parts = re.findall(r'<section class="panel board-tile".*?</section>', html, re.S)
    return next(words(each) for each in parts if words(each).startswith(label))


def test_columns_on_the_page_list_their_items_and_links_list_nothing(tree: Bureau, client: Client) -> None:
    publish(tree, "要闻", "宣传科", "今日要闻")
    publish(tree, "年报", "办公室", "去年年报")
    tree.draft("要闻", "宣传科", title="未审要闻")
    page = client.get("/police/")
    html = page.content.decode()
    assert "今日要闻" in tile(html, "要闻")
    assert "未审要闻" not in html
    assert tile(html, "公开目录") == "公开目录 年报"
    assert "去年年报" not in html
    assert "去年年报" not in client.get("/").content.decode()
    assert "去年年报" in client.get("/police/public/more/reports/").content.decode()
    assert links(page, "年报") == ["/police/public/more/reports/"]


def test_an_account_is_a_link_to_the_account_and_a_column_out_of_use_is_gone(
    tree: Bureau, client: Client
) -> None:
    publish(tree, "办事", "办公室", "办事须知")
    assert links(client.get("/police/"), "清河警务") == ["/police/weibo/"]
    assert "办事须知" in client.get("/police/").content.decode()
    assert tree.change("办事", closed=True) == []
    assert "办事须知" not in client.get("/police/").content.decode()
    gone = client.get("/police/desk/")
    assert "本栏目已停用" in words(gone)
    assert "办事须知" in words(gone)


def test_materials_stand_by_kind_apart_from_the_list(tree: Bureau, client: Client) -> None:
    publish(tree, "办事", "交通科", "车管电话", service="columned.phone", summary="0000-1234567")
    publish(tree, "办事", "交通科", "办事须知")
    page = words(client.get("/police/desk/"))
    assert "便民电话 车管电话 0000-1234567" in page
    assert page.count("车管电话") == 1
    assert "办事须知" in page
    assert "业务咨询" in page


def test_a_kind_of_material_that_the_column_has_not_is_refused(tree: Bureau) -> None:
    draft = tree.draft("要闻", "宣传科", service="columned.phone")
    assert ["没有这种服务材料" in each.sentence for each in submit(draft, tree.managers["宣传科"])[1]] == [
        True
    ]


@pytest.mark.parametrize("address", ["/police/", "/police/public/", "/police/desk/"])
def test_many_items_cost_no_more_queries_than_one(tree: Bureau, client: Client, address: str) -> None:
    def asked() -> int:
        client.get(address)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address).status_code == 200
        return len(queries)

    publish(tree, "要闻", "宣传科", "要闻零")
    publish(tree, "办事", "交通科", "电话零", service="columned.phone")
    few = asked()
    for number in range(3):
        publish(tree, "要闻", "办公室", f"要闻{number}")
        publish(tree, "办事", "交通科", f"电话{number}", service="columned.phone")
    assert asked() == few <= 17
