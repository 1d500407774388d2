"""An edit on the way, in the police bureau's own book: the supplier signs it again and confirms it."""

import pytest
from agencies.police import make_police
from browser import signing, writing
from browser.visitors import Visitors
from guanwei.organisations.models import Unit
from guanwei.testing.scenes import Agency, County
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

TITLE = "夜间查酒驾"
TEXT = "今晚八时起在城关查酒驾。"
EDITED = "今晚八时起在城关查酒驾，请勿酒后驾车。"


@pytest.fixture
def police(served: County) -> tuple[Agency, Unit]:
    return make_police(served)


def write(page: Page) -> None:
    writing.begin_post(page)
    page.locator("#id_title").fill(TITLE)
    page.locator("#id_category").select_option(label="便民信息")
    page.locator("#id_manager").select_option(label="清河县公安局宣传科")
    writing.add_variant(page, "微博 清河县公安局", text=TEXT)
    writing.save(page)
    assert [each.splitlines()[0] for each in writing.chain(page)][:1]
    writing.submit(page)
    expect(page.locator(".messages")).to_contain_text("等待“稿件提供”")


def edit(page: Page) -> None:
    """From the signing screen into the editor; the text changed and kept."""
    signing.open_item(page, TITLE)
    page.get_by_role("link", name="审改稿件").click()
    page.locator("#id_variants-0-text").fill(EDITED)
    writing.save(page)


def on_phone(page: Page, words: str = TITLE) -> None:
    """What waits, from the first screen: read, then signed."""
    page.locator(".gw-row__link").filter(has_text=TITLE).first.tap()
    expect(page.locator(".gw-sign")).to_contain_text(words)
    signing.sign(page)


def test_what_the_administrator_edits_comes_back_to_the_supplier(
    visitors: Visitors, served: County, police: tuple[Agency, Unit]
) -> None:
    people = police[0].people
    contributor = visitors.at_desk(people["contributor"])
    write(contributor)
    head = visitors.on_phone(people["head"])
    on_phone(head)
    administrator = visitors.at_desk(people["administrator"])
    edit(administrator)
    head.goto(f"{visitors.address}/admin/")
    on_phone(head, "请勿酒后驾车")
    signing.review(administrator, TITLE)
    signing.open_queue(contributor)
    contributor.locator(".gw-row__link").filter(has_text=TITLE).first.click()
    expect(contributor.locator(".gw-sign")).to_contain_text("请勿酒后驾车")
    contributor.get_by_role("button", name="供稿单位确认").click()
    on_phone(visitors.on_phone(people["leader"]), "请勿酒后驾车")
    signing.release(administrator, TITLE)
