"""A push in the browser: put in order, signed, released with its articles, sent as one message."""

from typing import Any

import pytest
from browser import signing
from browser.visitors import Visitors
from guanwei.delivery.jobs import engine
from guanwei.delivery.recording_server import RecordingServer
from guanwei.delivery.worker import one_round
from guanwei.testing.scenes import County
from playwright.sync_api import Page, expect
from publishing.pushes.desk import Desk, set_desk

pytestmark = pytest.mark.browser

FIRST, SECOND = "汛期出行提示", "城东片区停水通知"


@pytest.fixture
def desk(served: County, platform: RecordingServer, settings: Any, tmp_path: Any) -> Desk:
    """Two signed articles of two sections; the account sends by itself."""
    settings.MEDIA_ROOT = tmp_path
    made = set_desk(served)
    made.account.channel = "recording-wechat"
    made.account.save()
    made.made = [made.page(FIRST), made.page(SECOND, made.flood)]
    for each in made.made:
        made.permitted(each)
    return made


def order(page: Page) -> list[str]:
    """The titles in the list, as it stands on the screen."""
    return page.locator(".gw-push").first.locator(".gw-push__title").all_inner_texts()


def press(page: Page, button: str) -> None:
    with page.expect_navigation():
        page.get_by_role("button", name=button, exact=True).click()


def compose(page: Page) -> None:
    """The second article is the one to lead."""
    page.locator(".sidebar-menu-item__link").filter(has_text="公众号推送").click()
    page.get_by_role("link", name="编排“清河县水利局”的推送").click()
    press(page, f"选入：{FIRST}")
    press(page, f"选入：{SECOND}")
    assert order(page) == [FIRST, SECOND]
    expect(page.get_by_text("改动还没有保存。")).to_be_visible()
    press(page, f"上移：{SECOND}")
    assert order(page) == [SECOND, FIRST]
    press(page, "提交审核")
    expect(page.locator(".messages")).to_contain_text("等待“")


def test_two_articles_go_out_as_one_message_in_the_order_that_was_signed(
    visitors: Visitors, desk: Desk, platform: RecordingServer
) -> None:
    compose(visitors.at_desk(desk.people["editor"]))
    reviewer = visitors.at_desk(desk.people["reviewer"])
    signing.review(reviewer, "推送：")

    publisher = visitors.at_desk(desk.people["publisher"])
    signing.open_item(publisher, "推送：")
    publisher.get_by_role("button", name="发布", exact=True).click()
    expect(publisher.locator(".gw-reasons").first).to_contain_text("还没有决定发布")
    for title in (FIRST, SECOND):
        signing.release(publisher, title)
    signing.release(publisher, "推送：")
    assert platform.posts == []
    one_round("worker", engine())
    assert [each["title"] for each in platform.posts[0]["articles"]] == [SECOND, FIRST]
    assert len(platform.posts) == 1

    publisher.goto(f"{visitors.address}/admin/console/take-down/page/{desk.made[0].pk}/")
    posts = publisher.locator(".gw-checks")
    expect(posts).to_contain_text("次条1发出")
    expect(posts).to_contain_text(platform.posts[0]["addresses"][1])
    citizen = visitors.anonymous()
    citizen.get_by_role("link", name=SECOND).first.click()
    expect(citizen.get_by_role("heading", level=1)).to_have_text(SECOND)
