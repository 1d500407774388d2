"""What the public reads of the regulation: purpose and scope, principles, aims, and who interprets it."""

import pytest
from guanwei.testing.rules_page import rules_page
from guanwei.testing.scenes import County

BOOK = "huaibei-veterans.rules"
pytestmark = pytest.mark.django_db


@pytest.mark.clause("HBV-0.1", "HBV-0.2", "HBV-0.3", "HBV-1.1")
def test_purpose_scope_and_principles_open_the_page(county: County) -> None:
    page = rules_page(county, BOOK)
    assert "让权威信息及时出来、谣言消下去、舆论走正路，政府更可信" in page.preamble("导语")
    assert "公开水平更高" in page.preamble("导语")
    assert "政务舆情工作。 收集 研判 回应" in page.preamble("导语")
    assert "公开透明 分级负责 科学有效 双向互动" in page.body("第一条")


@pytest.mark.clause("HBV-6.4")
def test_the_meetings_office_is_said_to_be_the_leading_groups(county: County) -> None:
    assert "会议的办公室就是局政务公开工作领导小组的办公室" in rules_page(county, BOOK).body("第六条")


@pytest.mark.clause("HBV-10.4", "HBV-10.6", "HBV-11.6", "HBV-14.3", "HBV-14.5")
def test_what_handling_and_answering_are_for_stands_at_its_article(county: County) -> None:
    page = rules_page(county, BOOK)
    assert "全市当成一盘棋" in page.body("第十条")
    assert "信息共享 多方参与 齐抓共管" in page.body("第十条")
    assert "把舆论往正面引导" in page.body("第十一条末句")
    assert "重视新闻发布在应对中的作用" in page.body("第十四条末句")
    assert "使应对更有权威、更及时" in page.body("第十四条末句")


@pytest.mark.clause("HBV-16.1")
def test_effect_and_interpreter_stand_at_the_foot(county: County) -> None:
    foot = rules_page(county, BOOK).foot("第十六条")
    assert "施行 自印发之日起" in foot
    assert "解释机关 局政务公开工作领导小组办公室" in foot
