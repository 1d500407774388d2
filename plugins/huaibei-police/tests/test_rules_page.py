"""What the public reads of the regulation: the preamble, the mission and the principles in their place."""

import pytest
from guanwei.testing.rules_page import rules_page
from guanwei.testing.scenes import County

BOOK = "huaibei-police.rules"
pytestmark = pytest.mark.django_db


@pytest.mark.clause("HBP-0.1", "HBP-1.2", "HBP-1.3", "HBP-2.1", "HBP-2.2")
def test_purpose_mission_and_principles_are_shown_where_they_are_printed(county: County) -> None:
    page = rules_page(county, BOOK)
    assert "规范微信、微博的管理和运行维护" in page.preamble("导语")
    assert "警察公共关系" in page.body("第一条")
    assert "发出公安的声音 讲述警察的故事 树立民警的形象 搭起警民之间的桥" in page.body("第一条")
    assert "公安中心工作和大局" in page.body("第二条")
    assert "公开为先、服务为本 尊重群众、顺应民意" in page.body("第二条")
