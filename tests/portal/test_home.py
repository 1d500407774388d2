"""The first page of the portal."""

import pytest
from django.test import Client
from guanwei.portal.models import Arrangement
from portal.reading import links, part, words
from portal.scene import NAME, Portal, put_online


def test_it_names_the_site_welcomes_and_leads_to_the_columns(portal: Portal, citizen: Client) -> None:
    page = citizen.get("/")
    assert NAME in words(page)
    assert "欢迎访问清河县" in words(page)
    assert part(page, '<nav class="main-nav"', "</nav>").endswith("首页 工作动态 通知公告 政务新媒体")
    assert links(page, "通知公告") == ["/notices/"]
    assert links(page, "政务新媒体")[0] == "/accounts/"


def test_each_column_shows_its_newest_articles_first(portal: Portal, citizen: Client) -> None:
    for number in range(1, 9):
        portal.publish(f"动态{number}")
    portal.publish("公告一", portal.notices)
    page = citizen.get("/")
    section = part(page, f'id="section-{portal.news.pk}"', "</section>")
    shown = [word for word in section.split() if word.startswith("动态")]
    assert shown == ["动态8", "动态7", "动态6", "动态5", "动态4", "动态3"]
    assert "公告一" in part(page, f'id="section-{portal.notices.pk}"', "</section>")


def test_an_article_deep_in_the_tree_counts_for_its_main_column(portal: Portal, citizen: Client) -> None:
    floods = portal.add_column("防汛", "floods", portal.news)
    portal.publish("水库值守", floods)
    assert "水库值守" in part(citizen.get("/"), f'id="section-{portal.news.pk}"', "</section>")


def test_an_empty_column_leaves_no_empty_box(portal: Portal, citizen: Client) -> None:
    portal.publish("动态")
    assert f'id="section-{portal.notices.pk}"' not in citizen.get("/").content.decode()


def test_drafts_are_never_shown(portal: Portal, citizen: Client) -> None:
    portal.draft("还没有审核的稿件")
    assert "还没有审核的稿件" not in words(citizen.get("/"))


def test_the_newest_posts_stand_in_the_new_media_box(portal: Portal, citizen: Client) -> None:
    portal.post("停水通知", portal.account("清河水利", "water-weibo"), "https://weibo.example/1")
    assert links(citizen.get("/"), "停水通知") == ["https://weibo.example/1"]


@pytest.mark.clause("YC-N5.3", core=True)
def test_the_foot_carries_what_is_filled_and_nothing_else(
    portal: Portal, settings_of: Arrangement, citizen: Client
) -> None:
    settings_of.icp_number, settings_of.site_code = "清ICP备00000000号", "0000000001"
    settings_of.copyright_holder = "清河县人民政府"
    settings_of.save_revision()
    put_online(settings_of)
    foot = part(citizen.get("/"), "<footer", "</footer>")
    assert "版权所有 清河县人民政府" in foot
    assert "清ICP备00000000号" in foot
    assert "网站标识码 0000000001" in foot
    for absent in ("建设和运行", "联系电话", "电子邮箱", "公网安备号"):
        assert absent not in foot


def test_settings_that_are_still_a_draft_are_not_shown(
    portal: Portal, settings_of: Arrangement, citizen: Client
) -> None:
    settings_of.site_name, settings_of.operator = "没有签过的名称", "没有签过的单位"
    settings_of.save_revision()
    assert "没有签过" not in citizen.get("/").content.decode()
