"""Columns: where a citizen is, what lies below, and the list."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from portal.reading import links, part, words
from portal.scene import Portal


@pytest.mark.clause("YC-N5.4", core=True)
def test_the_trail_leads_down_the_tree_to_the_article(portal: Portal, citizen: Client) -> None:
    floods = portal.add_column("防汛", "floods", portal.news)
    article = portal.publish("水库值守", floods)
    page = citizen.get(article.url)
    assert part(page, '<nav class="breadcrumbs"', "</nav>").endswith("首页 工作动态 防汛 正文")
    assert links(page, "防汛") == ["/news/floods/"]


def test_a_column_names_its_unit_its_purpose_and_the_columns_below(portal: Portal, citizen: Client) -> None:
    portal.add_column("防汛", "floods", portal.news)
    page = citizen.get("/news/")
    assert "责任单位：清河县水利局" in words(page).replace(" ", "")
    assert "记录日常工作。" in words(page)
    assert links(page, "防汛") == ["/news/floods/"]


def test_a_list_goes_on_over_sheets_of_twenty(portal: Portal, citizen: Client) -> None:
    for number in range(21):
        portal.publish(f"动态{number}")
    first, second = citizen.get("/news/"), citizen.get("/news/?page=2")
    assert len(links(first, "下一页")) == 1
    assert part(first, '<ul class="article-list"', "</ul>").count("动态") == 20
    assert "动态0" in part(second, '<ul class="article-list"', "</ul>")
    assert "共 21 条" in words(second)


@pytest.mark.parametrize("number", ["0", "-3", "999", "很多", ""])
def test_a_senseless_sheet_number_still_shows_a_list(portal: Portal, citizen: Client, number: str) -> None:
    portal.publish("动态")
    assert "动态" in part(citizen.get("/news/", {"page": number}), '<ul class="article-list"', "</ul>")


def test_drafts_are_neither_listed_nor_counted(portal: Portal, citizen: Client) -> None:
    portal.draft("还没有审核的稿件")
    assert "暂无内容" in words(citizen.get("/news/"))


def queries(citizen: Client, address: str) -> int:
    """Queries of a warm request."""
    citizen.get(address)
    with CaptureQueriesContext(connection) as asked:
        assert citizen.get(address).status_code == 200
    return len(asked)


def test_sixty_articles_cost_no_more_queries_than_five(portal: Portal, citizen: Client) -> None:
    account = portal.account("清河水利", "water-weibo")
    for number in range(5):
        portal.send(portal.publish(f"动态{number}"), account, f"https://weibo.example/{number}")
    few = {address: queries(citizen, address) for address in ("/", "/news/", "/accounts/")}
    for number in range(5, 60):
        portal.publish(f"动态{number}")
    many = {address: queries(citizen, address) for address in few}
    assert many == few
    assert max(many.values()) <= 15
