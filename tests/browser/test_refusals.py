"""What people are told when something can't be done: why, and who can do what next."""

from datetime import timedelta

import pytest
from browser import signing, writing
from browser.visitors import Visitors
from guanwei.approvals.queries.standing import submission_of
from guanwei.audit import clock
from guanwei.organisations.models import Appointment
from guanwei.organisations.services import end_appointment
from guanwei.publishing.models import ArticlePage
from guanwei.testing.acts import submitted
from guanwei.testing.scenes import County, add_person, put_in_post, write_article
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

TITLE = "汛期安全提示"


@pytest.fixture
def written(served: County) -> ArticlePage:
    """A complete draft article with a Weibo variant."""
    return write_article(served, served.water, served.water.people["editor"], variants=True)


def edit(page: Page, article: ArticlePage) -> None:
    page.locator(".gw-mine-row a").filter(has_text=article.title).click()
    expect(page.locator("#id_title")).to_be_visible()


def test_a_manuscript_without_its_category_stays_a_draft_and_says_what_is_missing(
    visitors: Visitors, served: County, written: ArticlePage
) -> None:
    editor = visitors.at_desk(served.water.people["editor"])
    edit(editor, written)
    editor.locator("#id_category").select_option("")
    writing.submit(editor)
    expect(editor.locator(".messages")).to_contain_text("草稿已保存，但还不能提交")
    expect(editor.locator(".messages")).to_contain_text("请选择内容类别。")
    expect(editor.locator(".gw-chain-panel")).to_contain_text("提交前还差 1 项")
    assert submission_of("page", written.pk) is None


def test_a_vacant_post_is_named_with_who_can_fill_it(
    visitors: Visitors, served: County, written: ArticlePage
) -> None:
    post = Appointment.objects.get(person=served.water.people["leader"])
    last_day = clock.today() - timedelta(days=1)
    end_appointment(post, last_day, by=served.people["administrator"], reason="工作调动")
    editor = visitors.at_desk(served.water.people["editor"])
    edit(editor, written)
    expect(editor.locator(".gw-step--blocked .gw-bad")).to_contain_text("请")
    expect(editor.locator(".gw-chain-head").first).to_contain_text("还不能提交")
    writing.submit(editor)
    expect(editor.locator(".messages")).to_contain_text("分管领导")
    assert submission_of("page", written.pk) is None


def test_an_item_of_others_tells_whom_to_ask(
    visitors: Visitors, served: County, written: ArticlePage
) -> None:
    submission = submitted(written, served.water.people["editor"])
    stranger = add_person("forestry-reviewer", "林业局审核员")
    put_in_post(stranger, "county.reviewer", served.unit)
    page = visitors.at_desk(stranger)
    page.goto(f"{visitors.address}/admin/console/sign/{submission.pk}/")
    assert signing.sentences(page) == [
        "您与“汛期安全提示”无关：只有写过、审过、可审、发布和管理它的人及督查人员可以查看。"
        "确有需要，请与清河县水利局宣传科联系。"
    ]
    page.get_by_role("link", name="回到等我处理").click()
    expect(page.locator(".gw-nothing")).to_have_text("现在没有等您处理的事。")


def test_the_second_of_two_who_sign_at_once_learns_that_it_is_done(
    visitors: Visitors, served: County, written: ArticlePage
) -> None:
    submission = submitted(written, served.water.people["editor"])
    second = add_person("water-reviewer-2", "第二审核员")
    put_in_post(second, "county.reviewer", served.water.section)
    pages = [visitors.at_desk(each) for each in (served.water.people["reviewer"], second)]
    for page in pages:
        signing.open_item(page, TITLE)
        signing.tick_everything(page)
    signing.sign(pages[0])
    pages[1].get_by_role("button", name="同意签署").click()
    expect(pages[1].locator(".gw-reasons").first).to_be_visible()
    said = "".join(signing.sentences(pages[1]))
    assert "现在等待的是“分管领导签发”" in said
    assert "现在可签的是：清河县水利局分管领导" in said
    assert submission.sign_offs.count() == 1


def test_what_changed_under_the_reviewers_eyes_is_not_signed(
    visitors: Visitors, served: County, written: ArticlePage
) -> None:
    submission = submitted(written, served.water.people["editor"])
    reviewer = visitors.at_desk(served.water.people["reviewer"])
    signing.open_item(reviewer, TITLE)
    signing.tick_everything(reviewer)
    editor = visitors.at_desk(served.water.people["editor"])
    edit(editor, written)
    expect(editor.locator(".gw-warning")).to_contain_text("正在等待“审核”")
    editor.locator("#id_summary").fill("汛期请远离河道和低洼处。")
    writing.save(editor)
    reviewer.get_by_role("button", name="同意签署").click()
    expect(reviewer.locator(".gw-reasons")).to_be_visible()
    expect(reviewer.locator(".gw-card").first).to_contain_text("汛期请远离河道和低洼处。")
    assert not submission.sign_offs.exists()
    signing.tick_everything(reviewer)
    signing.sign(reviewer)
