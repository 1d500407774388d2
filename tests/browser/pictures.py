"""The pictures of docs/tour.md, taken of the demo county. ``make demo``, then in another terminal:

    PYTHONPATH=tests .venv/bin/python -m browser.pictures ADDRESS docs/pictures PASSWORD

with the address and the password that the demo prints.

Each person is one of the demo's, and each item is found as a person would find it: in a list or a queue.
"""

import sys
from pathlib import Path

from browser.chromium import running_chromium
from PIL import Image
from playwright.sync_api import Browser, Page

DESK = {"width": 1200, "height": 800}
PHONE = {"width": 390, "height": 844}
# Flat screens: a palette of this many colours shows no difference and takes a third of the bytes.
COLOURS = 128
# High enough for the list of findings and the text that they stand in.
TALL = {"width": 1200, "height": 1060}
# A mark of classification and a superlative that sells.
UNFIT = "秘密★1年 展销会明天开幕，现场销售全国最好的蜂蜜，欢迎选购。"
# An article of the demo whose post was published by hand.
OUT = "城东片区供水管网检修停水通知"


class Camera:
    """``address`` is where the demo answers; pictures go into ``folder``."""

    def __init__(self, browser: Browser, address: str, folder: Path, password: str) -> None:
        self.browser, self.address, self.folder, self.password = (
            browser,
            address.rstrip("/"),
            folder,
            password,
        )

    def desk_of(self, username: str, size: dict[str, int] = DESK) -> Page:
        """The admin's first screen, signed in."""
        page = self.browser.new_context(viewport=size, locale="zh-CN", timezone_id="Asia/Shanghai").new_page()
        page.goto(f"{self.address}/admin/")
        page.get_by_label("用户名").fill(username)
        page.get_by_label("密码").fill(self.password)
        page.get_by_role("button", name="登录").click()
        page.wait_for_url(f"{self.address}/admin/")
        return page

    def take(self, page: Page, name: str) -> None:
        """Save what the window shows as ``name``.png."""
        page.wait_for_load_state("networkidle")
        path = self.folder / f"{name}.png"
        page.screenshot(path=path, animations="disabled", caret="hide")
        with Image.open(path) as shot:
            shot.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)


def writing(camera: Camera) -> None:
    """Editor and chain, of a draft that its editor has open."""
    page = camera.desk_of("water-editor")
    page.locator(".gw-mine-row").filter(has=page.locator(".gw-tag--draft")).first.get_by_role("link").click()
    page.locator(".gw-step").first.wait_for()
    camera.take(page, "chain")
    page.locator("#id_variants-0-text").evaluate("e => e.scrollIntoView({block: 'center'})")
    camera.take(page, "editor")


def checking(camera: Camera) -> None:
    """What is found while somebody writes, in the list and on the text."""
    page = camera.desk_of("water-editor", TALL)
    page.goto(f"{camera.address}/admin/snippets/publishing/post/add/")
    page.locator("#id_title").fill("展销会明天开幕")
    page.locator("#id_variants-ADD").click()
    page.locator("#id_variants-0-account").select_option(index=1)
    page.locator("#id_variants-0-text").fill(UNFIT)
    page.locator("#id_variants-0-text + .gw-mirror").wait_for()
    page.locator("[data-gw-live]").evaluate("e => e.scrollIntoView()")
    camera.take(page, "findings")


def signing(camera: Camera) -> None:
    """The queue on a desk, the signature on a phone."""
    page = camera.desk_of("emergency-head")
    page.locator(".sidebar-menu-item__link").filter(has_text="等我处理").click()
    page.locator(".gw-rows").wait_for()
    camera.take(page, "queue")
    phone = camera.desk_of("water-leader", PHONE)
    phone.locator(".gw-row__link").first.click()
    phone.locator(".gw-bar").wait_for()
    camera.take(phone, "signing")


def record(camera: Camera) -> None:
    """The timeline of an article that is out, as its editor reaches it from the list."""
    page = camera.desk_of("water-editor")
    page.get_by_role("link", name="稿件", exact=True).click()
    page.locator("main").get_by_role("link", name=OUT).first.click()
    page.get_by_role("link", name="全过程").click()
    page.locator(".gw-timeline").wait_for()
    camera.take(page, "timeline")


def portal(camera: Camera) -> None:
    """Home and an article with its posts."""
    page = camera.browser.new_context(viewport=DESK, locale="zh-CN", timezone_id="Asia/Shanghai").new_page()
    page.goto(camera.address)
    camera.take(page, "portal")
    page.locator(".headlines .article-list a").first.click()
    page.locator(".article-body").wait_for()
    camera.take(page, "article")


def main(address: str, folder: str, password: str) -> None:
    """All eight."""
    Path(folder).mkdir(parents=True, exist_ok=True)
    with running_chromium() as browser:
        camera = Camera(browser, address, Path(folder), password)
        for scene in (writing, signing, record, portal, checking):
            scene(camera)


if __name__ == "__main__":
    main(*sys.argv[1:])
