"""The emergency bureau's own book in the browser: three reviews, the last check, a post that is really sent."""

import io
from pathlib import Path

import pytest
from agencies.bureau import make_bureau
from browser import signing, writing
from browser.visitors import Visitors
from docx import Document
from guanwei.delivery.jobs import engine
from guanwei.delivery.recording_server import RecordingServer
from guanwei.delivery.worker import one_round
from guanwei.testing.scenes import Agency, County
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

TITLE = "汛期值守安排"
TEXT = "各乡镇安排专人值守，请群众远离河道。"


@pytest.fixture
def bureau(served: County, platform: RecordingServer) -> Agency:
    """The bureau; its Weibo account goes out through the recording channel."""
    agency = make_bureau(served)
    agency.weibo.channel = "recording-weibo"
    agency.weibo.save()
    return agency


def write(page: Page) -> None:
    writing.begin_post(page)
    page.locator("#id_title").fill(TITLE)
    page.locator("#id_category").select_option(label="应急法规、文件、工作和活动")
    writing.add_variant(page, "微博 清河县应急管理局", text=TEXT)
    writing.save(page)
    expect(page.locator(".gw-chain .gw-refusals")).to_contain_text("发布类型/来源")
    page.get_by_label("发布类型/来源").fill("原创")
    page.get_by_label("主责主题").select_option(label="防灾减灾")
    writing.save(page)
    writing.submit(page)
    expect(page.locator(".messages")).to_contain_text("等待“初审”")


def test_three_reviews_the_last_check_and_a_post_that_arrives(
    visitors: Visitors, served: County, bureau: Agency, platform: RecordingServer
) -> None:
    officer = visitors.at_desk(bureau.people["officer"])
    write(officer)
    signing.review(officer, TITLE)
    head = visitors.at_desk(bureau.people["head"])
    signing.review(head, TITLE)
    leader = visitors.on_phone(bureau.people["leader"])
    leader.locator(".gw-row__link").filter(has_text=TITLE).tap()
    signing.sign(leader)

    signing.open_item(head, TITLE)
    head.get_by_label("无敏感词汇").check()
    head.get_by_role("button", name="同意签署").click()
    # The browser itself holds a form with an open box that binds.
    expect(head.get_by_label("无个人隐私")).to_be_visible()
    signing.tick_everything(head)
    signing.sign(head)
    expect(head.locator(".gw-done")).to_contain_text("专职管理员")

    administrator = visitors.at_desk(bureau.people["administrator"])
    signing.release(administrator, TITLE)
    assert platform.posts == []
    one_round("worker", engine())
    assert [post["text"] for post in platform.posts] == [TEXT]
    administrator.get_by_role("link", name="全过程").first.click()
    expect(administrator.locator(".gw-timeline")).to_contain_text(platform.posts[0]["address"])

    citizen = visitors.anonymous()
    citizen.get_by_role("link", name=TITLE).first.click()
    expect(citizen.locator("body")).to_contain_text(TEXT)
    archive_the_form(officer)


def archive_the_form(officer: Page) -> None:
    """The day's form with three signatures: looked at, archived, downloaded."""
    officer.locator(".sidebar-menu-item__link").filter(has_text="审批表").click()
    expect(officer.locator(".gw-paper")).to_contain_text(TITLE)
    officer.get_by_role("button", name="归档").click()
    with officer.expect_download() as taken:
        officer.locator(".gw-sheet-archive").get_by_role("link", name="下载").click()
    table = Document(io.BytesIO(Path(taken.value.path()).read_bytes())).tables[0]
    words = [cell.text for row in table.rows for cell in row.cells]
    assert TITLE in words
    for name in ("信息员（签字）", "科长（签字）", "分管局领导（签字）"):
        assert any(name in each for each in words)
