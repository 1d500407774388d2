"""Screens on which leaders sign, 390 points wide: nothing sticks out, everything can be hit and read."""

import pytest
from browser import signing
from browser.visitors import PHONE, Visitors
from guanwei.testing.acts import signed, submitted
from guanwei.testing.scenes import County, write_article
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

# What a thumb has to hit, in points (WCAG 2.5.5).
THUMB = 44
TARGETS = ".gw .button, .gw .gw-row__link, .gw summary, .gw .gw-checks label, .gw-row__facts a"
TOO_SMALL = f"""(targets) => targets.filter((each) => each.checkVisibility())
    .map((each) => [each.innerText, each.getBoundingClientRect()])
    .filter(([, box]) => box.height < {THUMB} || box.width < {THUMB}).map(([text]) => text)"""
# Contrast of each text with the background behind it, as WCAG 1.4.3 reckons it.
FAINT = """(root) => {
  const parsed = (colour) => {
    const canvas = new OffscreenCanvas(1, 1).getContext("2d");
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const light = (rgb) => rgb.slice(0, 3).map((each) => each / 255)
    .map((each) => (each <= 0.04045 ? each / 12.92 : ((each + 0.055) / 1.055) ** 2.4))
    .reduce((sum, each, index) => sum + each * [0.2126, 0.7152, 0.0722][index], 0);
  const behind = (element) => {
    for (let each = element; each; each = each.parentElement) {
      const colour = parsed(getComputedStyle(each).backgroundColor);
      if (colour[3] === 255) return colour;
    }
    return [255, 255, 255];
  };
  const contrast = (element) => {
    const pair = [light(parsed(getComputedStyle(element).color)), light(behind(element))].sort((a, b) => b - a);
    return (pair[0] + 0.05) / (pair[1] + 0.05);
  };
  return [...root.querySelectorAll("*")]
    .filter((each) => each.checkVisibility())
    .filter((each) => [...each.childNodes].some((node) => node.nodeType === 3 && node.data.trim()))
    .filter((each) => contrast(each) < 4.5).map((each) => each.innerText);
}"""


def fits(page: Page, shows: str) -> None:
    """No sideways scrolling, no target below a thumb's width, no text too faint; ``shows`` is on the screen."""
    expect(page.locator(shows).first).to_be_visible()
    page.wait_for_load_state("networkidle")
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    assert page.locator(TARGETS).evaluate_all(TOO_SMALL) == []
    assert page.locator(".gw").first.evaluate(FAINT) == []


def test_queue_signature_and_what_follows_fit_a_phone(visitors: Visitors, served: County) -> None:
    people = served.water.people
    article = write_article(served, served.water, people["editor"], variants=True)
    reviewer = visitors.on_phone(people["reviewer"])
    fits(reviewer, ".gw-nothing")
    expect(reviewer.locator(".gw-nothing")).to_have_text("现在没有等您处理的事。")
    submission = submitted(article, people["editor"])
    reviewer.goto(f"{visitors.address}/admin/console/queue/")
    fits(reviewer, ".gw-rows")
    reviewer.locator(".gw-row__link").tap()
    fits(reviewer, ".gw-bar")
    reviewer.get_by_role("button", name="同意签署").tap()
    # An open box that binds holds the form, and the phone shows which one.
    expect(reviewer.get_by_label("不含国家秘密和不宜公开的信息")).to_be_in_viewport()
    signing.tick_everything(reviewer)
    signing.sign(reviewer)
    fits(reviewer, ".gw-done")
    signed(submission, people["leader"])
    publisher = visitors.on_phone(people["publisher"])
    publisher.locator(".gw-row__link").tap()
    fits(publisher, ".gw-bar")
    publisher.get_by_role("button", name="发布", exact=True).tap()
    publisher.get_by_role("link", name="全过程").tap()
    fits(publisher, ".gw-timeline")


def test_a_leader_sends_an_item_back_with_a_reason(visitors: Visitors, served: County) -> None:
    people = served.water.people
    submitted(write_article(served, served.water, people["editor"]), people["editor"])
    reviewer = visitors.on_phone(people["reviewer"])
    reviewer.locator(".gw-row__link").tap()
    reviewer.locator(".gw-bar").get_by_role("link", name="退回修改").tap()
    reviewer.get_by_label("退回的理由（编辑据此修改）").fill("请写明停水的范围。")
    fits(reviewer, "#gw-back textarea")
    reviewer.locator("#gw-back").get_by_role("button", name="退回修改").tap()
    expect(reviewer.locator(".gw-done")).to_contain_text("会收到您的理由")
    editor = visitors.at_desk(people["editor"])
    expect(editor.locator(".gw-mine-row")).to_contain_text("请写明停水的范围。")
