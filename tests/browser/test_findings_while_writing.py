"""An editor sees on the text what must not go out, mends it, says why the rest may stay, and submits."""

import pytest
from browser import checking, writing
from browser.visitors import Visitors
from guanwei.approvals.models import Submission
from guanwei.testing.scenes import County
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

# The example of the standard GB 11643.
NUMBER = "11010519491231002X"
HIDDEN = "110105********002X"
MARK = "秘密★1年"
BEST = "全国最好"
STOCK = "高度重视、统一思想、提高站位、狠抓落实"
TEXT = f"{MARK} 展销会明天开幕，现场销售{BEST}的蜂蜜，欢迎选购。中奖者身份证号{NUMBER}。各单位要{STOCK}。"
MENDED = f" 展销会明天开幕，现场销售{BEST}的蜂蜜，欢迎选购。中奖者身份证号{HIDDEN}。各单位要{STOCK}。"
FILL_IN = (
    "(field, words) => { field.value = words; field.dispatchEvent(new Event('input', {bubbles: true})); }"
)


def write_post(page: Page, text: str) -> str:
    """A new post for the Weibo account; returns where its text stands."""
    writing.begin_post(page)
    page.locator("#id_title").fill("展销会明天开幕")
    page.locator("#id_category").select_option(label="便民信息")
    prefix = writing.add_variant(page, "微博 清河县水利局")
    page.locator(f"{prefix}text").click()
    page.keyboard.insert_text(text)
    return f"{prefix}text"


def test_findings_are_mended_dismissed_with_a_reason_and_submitted(
    visitors: Visitors, served: County
) -> None:
    editor = visitors.at_desk(served.water.people["editor"])
    field = write_post(editor, TEXT)
    checking.expect_shelves(
        editor, block=["密级标志", "身份证号"], look=["广告绝对化用语"], info=["官话套话"]
    )
    checking.expect_marked(editor, "block", [MARK, NUMBER])
    checking.expect_marked(editor, "look", [BEST])
    checking.expect_marked(editor, "info", [STOCK])
    checking.keep_picture(editor, "on-the-text")
    editor.locator("[data-gw-live-chip]").click()
    expect(checking.shelf(editor, "info")).to_be_in_viewport()
    checking.keep_picture(editor, "three-shelves")

    mend(editor, field)
    expect(editor.locator(field)).to_have_value(MENDED)
    checking.expect_shelves(editor, look=["广告绝对化用语"], info=["官话套话"])
    writing.save(editor)
    say_why(editor, "引自展销会的评比结果")

    writing.submit(editor)
    expect(editor.locator(".messages")).to_contain_text("等待“审核”")
    kept = {each["label"]: each["answer"] for each in Submission.objects.get(family="post").findings}
    assert kept["广告绝对化用语"]["reason"] == "引自展销会的评比结果"
    assert "身份证号" not in kept


def mend(page: Page, field: str) -> None:
    """Go to the mark by the keyboard and take it out; let the number be masked."""
    place = checking.shelf(page, "block").locator("[data-go]").filter(has_text=MARK)
    place.focus()
    page.keyboard.press("Enter")
    expect(page.locator(field)).to_be_focused()
    assert checking.chosen(page) == MARK
    page.keyboard.press("Delete")
    page.get_by_role("button", name=f"改为“{HIDDEN}”").click()


def say_why(page: Page, reason: str) -> None:
    """检查提示 opens beside the editor, where nothing is lost."""
    with page.expect_popup() as opened:
        page.locator("[data-gw-live]").get_by_role("link", name="说明理由、放行").click()
    beside = opened.value
    beside.get_by_label("送审的理由").fill(reason)
    beside.get_by_role("button", name="记下理由").click()
    expect(beside.locator(".messages .success")).to_be_visible()
    beside.close()
    page.reload()
    expect(checking.shelf(page, "look").locator("[data-answer]")).to_contain_text(reason)


def test_marks_in_a_paragraph_go_along_with_what_is_typed(visitors: Visitors, served: County) -> None:
    editor = visitors.at_desk(served.water.people["editor"])
    writing.begin_article(editor, "通知公告")
    writing.write_paragraph(editor, f"😀登记时请报身份证号{NUMBER}。")
    checking.expect_marked(editor, "block", [NUMBER])
    body = editor.locator('[data-contentpath="body"] .public-DraftEditor-content')
    assert "<mark" not in body.inner_html()
    body.press("Home")
    editor.keyboard.type("群众")
    # In the next frame, long before the next check.
    checking.expect_marked(editor, "block", [NUMBER])
    editor.get_by_role("button", name=f"改为“{HIDDEN}”").click()
    expect(body).to_have_text(f"群众😀登记时请报身份证号{HIDDEN}。")
    checking.expect_shelves(editor)
    checking.expect_marked(editor, "block", [])
    body.press("Control+z")
    checking.expect_marked(editor, "block", [NUMBER])


def test_words_in_a_folded_panel_are_shown_when_somebody_goes_there(
    visitors: Visitors, served: County
) -> None:
    editor = visitors.at_desk(served.water.people["editor"])
    writing.begin_post(editor)
    editor.locator("#id_title").fill("更正")
    folded = editor.locator("#id_apology")
    expect(folded).to_be_hidden()
    folded.evaluate(
        "field => { field.value = '有错请打13900000000'; field.dispatchEvent(new Event('input', {bubbles: true})); }"
    )
    editor.locator("[data-go]").filter(has_text="13900000000").click()
    expect(folded).to_be_focused()
    assert checking.chosen(editor) == "13900000000"


def test_the_editor_is_told_when_nobody_answers(visitors: Visitors, served: County) -> None:
    editor = visitors.at_desk(served.water.people["editor"])
    writing.begin_post(editor)
    said = editor.locator("[data-gw-live-said]")
    expect(said).to_contain_text("检查没有提示")
    editor.route("**/findings/now/", lambda route: route.abort())
    editor.locator("#id_title").fill("值班电话13900000000")
    expect(said).to_contain_text("没有连上服务器")
    editor.unroute("**/findings/now/")
    editor.locator("#id_title").fill("值班手机13900000000")
    checking.expect_shelves(editor, look=["手机号码"])
