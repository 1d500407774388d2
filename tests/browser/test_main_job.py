"""One article from desk to portal, in five browsers, by the county's own book."""

import hashlib
import io
import zipfile
from pathlib import Path

import pytest
from browser import signing, writing
from browser.visitors import Visitors
from guanwei.testing.scenes import County
from PIL import Image
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

TITLE = "城东水厂检修停水通知"
BODY = "因供水管网检修，城东片区今晚八时至明晨六时停水，请提前储水。"
WEIBO = "城东片区今晚八时至明晨六时停水，请提前储水。"
POSTED = "https://weibo.com/9900000002/Ab3Cd4Ef5"


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    """A cover in the proportions that WeChat shows."""
    path = tmp_path / "cover.png"
    Image.new("RGB", (900, 383), "#2f6f9f").save(path)
    return path


def write(page: Page, picture: Path) -> None:
    writing.begin_article(page, "通知公告")
    page.locator("#id_title").fill(TITLE)
    page.locator("#id_category").select_option(label="便民信息")
    page.locator("#id_summary").fill("今晚八时至明晨六时停水。")
    writing.write_paragraph(page, BODY)
    weibo = writing.add_variant(page, "微博 清河县水利局", text="停" * 141)
    expect(page.locator(f"{weibo}text ~ .gw-count, .gw-count--warn").first).to_contain_text(
        "141 / 2000 字，超过 140 字"
    )
    page.locator(f"{weibo}text").fill(WEIBO)
    wechat = writing.add_variant(page, "微信 清河县水利局", title=TITLE, digest="请提前储水。")
    page.locator(f"{wechat}from_page").check()
    writing.upload_cover(page, wechat, picture, "检修现场")
    writing.save(page)


def test_an_article_is_written_signed_by_three_people_released_and_handed_over(
    visitors: Visitors, served: County, picture: Path
) -> None:
    people = served.water.people
    editor = visitors.at_desk(people["editor"])
    write(editor, picture)
    steps = writing.chain(editor)
    assert [("审核" in steps[0]), ("分管领导" in steps[1]), ("发布" in steps[2])] == [True] * 3
    assert "清河县水利局宣传科审核员" in steps[0]
    assert all("附件1" in each for each in steps)
    expect(editor.locator(".gw-chain-head").first).to_contain_text("可以提交")
    writing.submit(editor)
    expect(editor.locator(".messages")).to_contain_text("等待“审核”：清河县水利局宣传科审核人员")

    reviewer = visitors.at_desk(people["reviewer"])
    signing.review(reviewer, TITLE)
    expect(reviewer.locator(".gw-done")).to_contain_text("清河县水利局分管领导")

    leader = visitors.on_phone(people["leader"])
    signing.taps(leader)
    leader.goto(f"{visitors.address}/admin/console/queue/")
    leader.locator(".gw-row__link").filter(has_text=TITLE).tap()
    leader.get_by_role("button", name="同意签署").tap()
    expect(leader.locator(".gw-done")).to_contain_text("等待“发布”")
    assert signing.tapped(leader) == 2

    publisher = visitors.at_desk(people["publisher"])
    signing.release(publisher, TITLE)
    expect(publisher.locator(".gw-done")).to_contain_text("/notices/")

    citizen = visitors.anonymous()
    citizen.get_by_role("link", name=TITLE).first.click()
    expect(citizen.get_by_role("heading", level=1)).to_have_text(TITLE)
    expect(citizen.locator(".article-body")).to_have_text(BODY)
    assert citizen.locator(".article-posts").count() == 0

    hand_over_weibo(publisher)
    citizen.reload()
    expect(citizen.locator(".article-posts a.post-title")).to_have_attribute("href", POSTED)
    citizen.get_by_role("link", name="政务新媒体").first.click()
    expect(citizen.locator(".desk").get_by_role("link", name="门户原文")).to_be_visible()

    editor.reload()
    read_the_timeline(editor)


def hand_over_weibo(page: Page) -> None:
    """Take the package, try a wrong address, give the right one."""
    signing.open_queue(page)
    page.locator(".gw-row__link").filter(has_text="微博").click()
    with page.expect_download() as taken:
        page.get_by_role("button", name="下载发布包").click()
    with zipfile.ZipFile(io.BytesIO(Path(taken.value.path()).read_bytes())) as package:
        held = {name: package.read(name) for name in package.namelist()}
    assert held["text.txt"].decode().startswith(WEIBO)
    assert "清河县水利局" in held["checklist.txt"].decode()
    assert hashlib.sha256(held["text.txt"]).hexdigest() in held["sha256.txt"].decode()

    page.get_by_label("发布后的公开地址").fill("https://weibo.com/")
    page.get_by_role("button", name="记下地址").click()
    expect(page.locator(".gw-reasons p")).to_have_count(1)
    expect(page.get_by_label("发布后的公开地址")).to_have_value("https://weibo.com/")
    page.get_by_label("发布后的公开地址").fill(f"{POSTED}?from=page")
    page.get_by_role("button", name="记下地址").click()
    expect(page.locator(".messages .success")).to_contain_text("已记下")


def read_the_timeline(page: Page) -> None:
    """Everything that happened is there, and any two states can be held against each other."""
    page.get_by_role("link", name="全过程").first.click()
    told = page.locator(".gw-timeline").inner_text()
    for each in (
        "审核",
        "分管领导签发",
        "签发发布许可",
        "决定发布",
        "页面已上线",
        POSTED,
        "清河县水利局宣传科审核员",
    ):
        assert each in told
    page.locator('input[name="a"]').first.check()
    page.locator('input[name="b"]').last.check()
    page.get_by_role("button", name="对比").click()
    expect(page.locator(".gw-title")).to_have_text(TITLE)
    expect(page.locator(".gw-part").first).to_be_visible()
