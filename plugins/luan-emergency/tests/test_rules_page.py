"""What the public reads of the regulation, and that no number which we derived passes for a printed one."""

import pytest
from guanwei.testing.rules_page import RulesPage, rules_page
from guanwei.testing.scenes import County

BOOK = "luan-emergency.rules"
pytestmark = pytest.mark.django_db


@pytest.fixture
def page(county: County) -> RulesPage:
    return rules_page(county, BOOK)


@pytest.mark.clause("LAE-0.1")
def test_adoption_addressees_and_day_of_issue_stand_in_the_header(page: RulesPage) -> None:
    header = page.header("印发通知")
    assert "局党委会议通过后印发" in header
    assert "印发日期 2023-03-21" in header
    assert "主送 局各科室、各直属事业单位" in header


@pytest.mark.clause("LAE-1.1", "LAE-1.2", "LAE-3.2", "LAE-3.3", "LAE-15.6", "LAE-16.5")
def test_purpose_principles_and_bearing_stand_at_their_articles(page: RulesPage) -> None:
    assert "政务新媒体承载公开和服务" in page.body("第一条")
    assert "国办发〔2018〕123号 皖政办秘〔2016〕136号 六政办秘〔2021〕148号" in page.body("第一条")
    assert "依法建设管理" in page.body("第三条")
    assert "统筹规划、分级负责和公开透明、及时快捷" in page.body("第三条")
    assert "官方的真实和权威" in page.body("第十五条3)")
    assert "不搞形式主义" in page.body("第十六条")


@pytest.mark.clause("LAE-4.1", "LAE-4.3", "LAE-13.1a", "LAE-13.6")
def test_articles_whose_labels_are_lost_stand_at_their_place_with_words_of_the_original(
    page: RulesPage,
) -> None:
    first = page.body("第二章首条（原文缺条号）")
    assert "导向正、定位清、跟着需求走" in first
    assert "以应急工作和公众所需为根本" in first
    assert "本系统编号 4，为推定，原文没有印出；原文片段：“遵循网络及新媒体发展规律”" in first
    safety = page.body("第五章首条（原文缺条号）1)")
    assert "内容要积极向上" in safety
    assert "网络舆情的风险" in safety
    assert "本系统编号 13 之 1，为推定" in safety
    assert not [
        each for each in page.numbers() if each.startswith(("第四条", "第十三条", "第十四条", "第十八条"))
    ]


@pytest.mark.clause("LAE-17.1", "LAE-18.1")
def test_effect_interpreter_and_what_else_applies_stand_at_the_foot(page: RulesPage) -> None:
    assert "施行日期 2023-03-21 解释机关 六安市应急管理局" in page.foot("第十七条")
    assert "按国家、省、市的规定办" in page.foot("第七章末条（原文条号残缺）")
