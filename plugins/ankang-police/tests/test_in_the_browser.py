"""A contributor and the manager of a column, each before their own screen."""

from collections.abc import Iterator
from typing import Any

import pytest
from browser import signing, writing
from browser.chromium import running_chromium
from browser.visitors import Visitors
from playwright.sync_api import Browser, Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

COLUMN = "警方提示"
TITLE = "雾天行车提示"
WORDS = "雾天请开雾灯，减速慢行。"


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with pytest.MonkeyPatch.context() as patch, running_chromium() as browser:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        yield browser


@pytest.fixture
def visitors(chromium: Browser, live_server: Any, police: Any) -> Iterator[Visitors]:
    opened = Visitors(chromium, live_server.url)
    yield opened
    opened.leave()
    assert opened.troubles == []


def write(page: Page) -> None:
    """Only the columns that take the contributor's items are offered."""
    page.get_by_role("link", name="稿件", exact=True).click()
    page.locator("header, main").get_by_role("link", name="添加").first.click()
    expect(page.locator("main")).not_to_contain_text("公示公告")
    page.locator("main").get_by_role("link", name=COLUMN).click()
    page.locator("#id_title").fill(TITLE)
    page.locator("#id_category").select_option(label="便民信息")
    writing.write_paragraph(page, WORDS)
    page.get_by_label("符合栏目主旨").check()
    writing.save(page)
    writing.submit(page)
    expect(page.locator(".messages")).to_contain_text("部门负责人审批")


def test_what_a_contributor_hands_in_is_put_online_by_the_columns_manager_alone(
    visitors: Visitors, police: Any
) -> None:
    write(visitors.at_desk(police.people["handler", "交警"]))
    signing.review(visitors.at_desk(police.people["head", "交警"]), TITLE)
    signing.review(visitors.at_desk(police.people["section_head", "治安支队"]), TITLE)
    other = visitors.at_desk(police.people["manager", "法制支队"])
    signing.open_queue(other)
    expect(other.locator("main")).not_to_contain_text(TITLE)
    signing.release(visitors.at_desk(police.people["manager", "治安支队"]), TITLE)
    citizen = visitors.anonymous()
    citizen.goto(f"{visitors.address}{police.page(COLUMN).get_url()}")
    expect(citizen.locator("main")).to_contain_text(TITLE)
