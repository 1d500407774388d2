"""政务新媒体: the directory of accounts."""

from datetime import date

import pytest
from django.test import Client
from guanwei.audit.acting import acting
from guanwei.organisations.models import Unit
from portal.reading import links, part, words
from portal.scene import Portal


def desk(page: object, unit: Unit) -> str:
    return part(page, f'id="unit-{unit.pk}"', "</section>")  # type: ignore[arg-type]


@pytest.mark.clause("YC-23.1", core=True)
def test_open_accounts_are_listed_with_links_and_closed_ones_are_not(portal: Portal, citizen: Client) -> None:
    portal.account("清河水利", "water-weibo")
    portal.account("清河水利订阅号", "water-wechat", platform="wechat", address="")
    portal.account("清河发布", "county-weibo", unit=portal.county)
    portal.account("旧账号", "old", closed_on=date(2026, 1, 1))
    page = citizen.get("/accounts/")
    assert links(page, "清河水利") == ["https://weibo.example/water-weibo"]
    assert links(page, "清河发布") == ["https://weibo.example/county-weibo"]
    assert "微信 清河水利订阅号" in desk(page, portal.water)
    assert "旧账号" not in words(page)


def test_an_account_that_a_section_keeps_stands_under_its_agency(portal: Portal, citizen: Client) -> None:
    section = Unit.objects.create(name="宣传科", slug="publicity", kind="section", parent=portal.water)
    portal.account("清河水利", "water-weibo", unit=section)
    assert "清河水利" in desk(citizen.get("/accounts/"), portal.water)
    assert "宣传科" not in words(citizen.get("/accounts/"))


@pytest.mark.clause("YC-23.2", core=True)
def test_the_newest_posts_of_all_accounts_stand_under_their_units(portal: Portal, citizen: Client) -> None:
    water = portal.account("清河水利", "water-weibo")
    county = portal.account("清河发布", "county-weibo", unit=portal.county)
    portal.post("停水通知", water, "https://weibo.example/1")
    portal.post("放假安排", county, "https://weibo.example/2")
    page = citizen.get("/accounts/")
    assert "停水通知" in desk(page, portal.water)
    assert "放假安排" in desk(page, portal.county)
    assert "放假安排" not in desk(page, portal.water)


def test_a_busy_unit_does_not_push_a_quiet_one_out(portal: Portal, citizen: Client) -> None:
    water = portal.account("清河水利", "water-weibo")
    county = portal.account("清河发布", "county-weibo", unit=portal.county)
    portal.post("放假安排", county, "https://weibo.example/0")
    for number in range(1, 8):
        portal.post(f"水情{number}", water, f"https://weibo.example/{number}")
    page = citizen.get("/accounts/")
    assert "放假安排" in desk(page, portal.county)
    assert [word for word in desk(page, portal.water).split() if word.startswith("水情")] == [
        "水情7",
        "水情6",
        "水情5",
        "水情4",
        "水情3",
    ]


def test_a_post_leads_back_to_its_page_while_the_page_is_live(portal: Portal, citizen: Client) -> None:
    article = portal.publish("汛期安全提示")
    portal.send(article, portal.account("清河水利", "water-weibo"), "https://weibo.example/1")
    assert links(citizen.get("/accounts/"), "门户原文") == [article.url]
    with acting(None, "内容有误"):
        article.unpublish()
    assert links(citizen.get("/accounts/"), "门户原文") == []


def test_posts_of_a_closed_account_are_gone_with_it(portal: Portal, citizen: Client) -> None:
    account = portal.account("清河水利", "water-weibo")
    portal.post("停水通知", account, "https://weibo.example/1")
    account.closed_on = date(2026, 7, 2)
    account.save()
    assert "停水通知" not in words(citizen.get("/")) + words(citizen.get("/accounts/"))
