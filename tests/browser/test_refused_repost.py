"""A repost that the emergency bureau's book refuses: who wrote it reads the article's own words and mends it."""

import pytest
from agencies.bureau import make_bureau
from browser import writing
from browser.visitors import Visitors
from guanwei.regulations.services import load_original
from guanwei.testing.acts import no_refusals
from guanwei.testing.scenes import Agency, County
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

TITLE = "家用燃气安全问答"
WORDS = "别处的稿件只从名单里选，没有名单的写清缘由。"
PRINT = f"""六安市应急管理局政务新媒体管理实施细则
第一条　为把账号管好，定下这些规矩。
第二条　本局的账号都照此办理。
第九条　七类内容可以发布。
{WORDS}
第十条　话要说准。
"""


@pytest.fixture
def bureau(served: County) -> Agency:
    """The bureau, with its regulation's wording loaded by the system administrator."""
    made = make_bureau(served)
    by = served.people["administrator"]
    no_refusals(load_original("luan-emergency.rules", PRINT.encode(), "rules.txt", by)[1])
    return made


def write(page: Page) -> None:
    writing.begin_post(page)
    page.locator("#id_title").fill(TITLE)
    page.locator("#id_kind").select_option(label="转载")
    page.locator("#id_category").select_option(label="政务资讯、宣教、形象和公益")
    page.get_by_label("发布类型/来源").fill("转载")
    writing.add_variant(page, "微博 清河县应急管理局", text="先关阀、再开窗。")
    writing.save(page)


def test_who_reposts_from_outside_the_list_reads_the_article_and_says_why(
    visitors: Visitors, served: County, bureau: Agency
) -> None:
    officer = visitors.at_desk(bureau.people["officer"])
    write(officer)
    writing.submit(officer)
    said = officer.locator(".gw-refusals").first
    expect(said).to_contain_text("稿源名单")
    with officer.context.expect_page() as opened:
        officer.locator("main").get_by_role("link", name="第九条第二款").first.click(modifiers=["Control"])
    article = opened.value
    expect(article.locator("body")).to_contain_text(WORDS)
    article.close()
