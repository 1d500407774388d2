"""Part one: three sections, the columns in each, and that none is lost."""

from collections.abc import Callable
from typing import Any

import pytest
from guanwei.approvals.models import Submission
from guanwei.audit import clock
from guanwei.portal.keeping import closed_tree_refusals
from guanwei.portal.queries.alarms import dead_links

Police = Any
Refused = Callable[[str], set[str]]
PART_ONE = ["警务要闻", "公示公告", "法律法规", "警队文化", "县区动态", "部门动态", "教育训练", "表彰奖励", "警方提示",
            "网上通缉", "视频新闻", "政务公开"]  # fmt: skip
ITEMS = ["政府信息公开规定", "指南", "年报", "领导之窗", "组织机构", "新闻动态", "通知公告", "重要会议", "政策法规",
         "规划计划", "财政信息", "政府采购", "统计数据", "应急管理", "重大项目", "新闻发布", "目标考核", "三公支出",
         "政府文件", "行政收费", "社会公益", "行政许可", "人事信息", "警情提示", "公安史志", "公安通缉",
         "典型案例"]  # fmt: skip
TYPES = ["户政", "治安", "保安", "出入境", "消防", "监管", "刑侦", "交警", "禁毒", "网安", "经侦", "经文保"]
INTERACTION = ["民意征集", "在线访谈", "信件反馈", "请您帮助", "依申请公开", "局长信箱", "举报投诉"]
ACCOUNTS = ["安康公安新浪微博", "安康警务腾讯微博", "安康市公安局微信公共平台"]


def not_another(police: Police, label: str) -> set[str]:
    """The articles that keep a further column out."""
    return {cite.article for each in closed_tree_refusals(police.page(label)) for cite in each.cites}


@pytest.mark.clause("AKP-1.0")
def test_the_portal_has_three_sections_in_this_order_and_keeps_them(police: Police, refused: Refused) -> None:
    assert police.listed("") == ["信息公开", "网上办事", "警民互动"]
    assert [label for label in police.listed("") if "一" not in refused(label)] == []


@pytest.mark.clause(
    "AKP-1.1", "AKP-1.2", "AKP-1.3", "AKP-1.4", "AKP-1.5", "AKP-1.6", "AKP-1.7", "AKP-1.8", "AKP-1.9",
    "AKP-1.10", "AKP-1.11", "AKP-1.12",
)  # fmt: skip
def test_disclosure_has_twelve_columns_in_this_order_and_keeps_them(police: Police, refused: Refused) -> None:
    assert police.listed("信息公开") == PART_ONE
    assert [label for label in PART_ONE if "一" not in refused(label)] == []


@pytest.mark.clause("AKP-1.10")
def test_the_wanted_may_go_out_of_use_with_its_history(police: Police) -> None:
    assert any("没有说“公示公告”可以停用" in each for each in police.change("公示公告", closed=True))
    assert police.change("网上通缉", closed=True) == []
    page = police.page("网上通缉")
    assert (page.live, page.closed) == (True, True)
    assert page.revisions.count() == 2
    assert Submission.objects.get(object_id=page.pk).state == "released"
    assert police.page("网上通缉").get_children().live().count() == 1


@pytest.mark.clause("AKP-1.13")
def test_disclosed_items_are_27_each_with_one_owner_and_none_is_lost_or_added(
    police: Police, refused: Refused
) -> None:
    assert police.listed("政务公开") == ITEMS
    assert len({police.page(label).unit.pk for label in ITEMS}) == 7
    assert [label for label in ITEMS if "一" not in refused(label)] == []
    assert "一" in not_another(police, "政务公开")


@pytest.mark.clause("AKP-1.14")
def test_online_services_are_of_twelve_police_types_and_one_may_go_out_of_use(
    police: Police, refused: Refused
) -> None:
    assert police.listed("网上办事") == TYPES
    assert [label for label in TYPES if "一" not in refused(label)] == []
    assert "一" in not_another(police, "网上办事")
    assert police.change("消防", closed=True) == []
    assert (police.page("消防").live, police.page("消防").closed) == (True, True)


@pytest.mark.clause("AKP-1.16")
def test_interaction_has_seven_columns_and_three_accounts(police: Police, refused: Refused) -> None:
    assert police.listed("警民互动") == [*INTERACTION, *ACCOUNTS]
    assert [label for label in (*INTERACTION, *ACCOUNTS) if "一" not in refused(label)] == []
    assert police.change("在线访谈", closed=True) == []
    assert police.page("在线访谈").closed


@pytest.mark.clause("AKP-1.16")
def test_a_link_to_an_account_that_has_ended_raises_an_alarm(police: Police) -> None:
    wechat = police.page("安康市公安局微信公共平台").account
    before = [each.column.title for each in dead_links()]
    wechat.closed_on = clock.today()
    wechat.save()
    alarms = {each.column.title: each.sentence for each in dead_links()}
    assert before == ["安康警务腾讯微博"]
    assert "已经注销" in alarms["安康市公安局微信公共平台"]
