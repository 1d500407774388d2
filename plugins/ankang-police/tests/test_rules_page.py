"""What the public reads of the notice: reasons, the requirements that are aims, and the day of issue."""

import pytest
from guanwei.testing.rules_page import rules_page
from guanwei.testing.scenes import County

BOOK = "ankang-police.rules"
pytestmark = pytest.mark.django_db


@pytest.mark.clause("AKP-0.1", "AKP-0.4", "AKP-0.5")
def test_the_reasons_open_the_page(county: County) -> None:
    preamble = rules_page(county, BOOK).preamble("导语")
    assert "宣传 教育 互动 服务" in preamble
    assert "带动公安工作和队伍建设，使公众更安心、更满意" in preamble
    assert "把信息公开的建设、管理和维护做好" in preamble


@pytest.mark.clause("AKP-4.1.2", "AKP-4.5.0", "AKP-4.5.4", "AKP-4.5.5")
def test_requirements_that_are_aims_stand_in_part_four(county: County) -> None:
    page = rules_page(county, BOOK)
    assert "接受群众监督、了解民意" in page.body("四、1")
    assert "认识到办好新型媒体的意义" in page.body("四、5")
    assert "指充分发挥四种功能" in page.body("四、5")
    assert "目的仍是促进公安工作和队伍建设" in page.body("四、5")


@pytest.mark.clause("AKP-6.1")
def test_the_day_of_issue_stands_at_the_foot_with_how_it_was_printed(county: County) -> None:
    foot = rules_page(county, BOOK).foot("落款")
    assert "印发日期 2015-05-24" in foot
    assert "网页发布日期 2015-06-02" in foot
    assert "印作 2015524" in foot
