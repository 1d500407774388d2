"""Each kind of signature before a person's eyes: at a desk and 390 points wide."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from approvals.signatures.editing import edit_variant
from approvals.signatures.scene import joint_rules, make_bureau, write_in
from browser.test_on_a_phone import fits
from browser.visitors import Visitors
from guanwei.approvals.models import Submission
from guanwei.approvals.services import veto
from guanwei.testing.acts import no_refusals, signed, submitted
from guanwei.testing.scenes import Agency, County
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


@pytest.fixture
def bureau(served: County) -> Iterator[Agency]:
    with joint_rules():
        yield make_bureau(served)


def item(served: County, bureau: Agency, category: str) -> Submission:
    return submitted(write_in(served, bureau, category), bureau.people["editor"])


def look(page: Page, name: str) -> None:
    """Kept where somebody wants to see it."""
    folder = os.environ.get("GUANWEI_PICTURES")
    if folder:
        page.screenshot(path=Path(folder) / f"{name}.png", full_page=True)


def open_first(page: Page) -> None:
    page.goto(page.url.split("/admin/")[0] + "/admin/console/queue/")
    page.locator(".gw-row__link").first.click()
    expect(page.locator(".gw-sign")).to_be_visible()


def test_a_leader_of_two_signs_with_two_taps_and_sees_who_is_missing(
    visitors: Visitors, served: County, bureau: Agency
) -> None:
    submission = item(served, bureau, "pair")
    phone = visitors.on_phone(bureau.people["leader"])
    phone.goto(f"{visitors.address}/admin/console/queue/")
    fits(phone, ".gw-row__link")
    phone.locator(".gw-row__link").first.tap()
    fits(phone, ".gw-yes")
    look(phone, "pair-phone")
    phone.get_by_role("button", name="同意签署").tap()
    expect(phone.get_by_text("交通局副局长").first).to_be_visible()
    look(phone, "pair-done-phone")
    assert submission.sign_offs.count() == 1


def test_a_group_shows_what_it_asks_and_who_may_sign(
    visitors: Visitors, served: County, bureau: Agency
) -> None:
    signed(item(served, bureau, "two"), bureau.people["legal"])
    for page, width in (
        (visitors.at_desk(bureau.people["safety"]), "desk"),
        (visitors.on_phone(bureau.people["finance"]), "phone"),
    ):
        open_first(page)
        page.locator(".gw-fold > summary").first.click()
        expect(page.get_by_text("三方会签两方通过").first).to_be_visible()
        look(page, f"group-{width}")
        if width == "phone":
            fits(page, ".gw-yes")


def test_the_forms_around_a_paper_fit(visitors: Visitors, served: County, bureau: Agency) -> None:
    submission = signed(item(served, bureau, "paper"), bureau.people["legal"])
    for page, width in (
        (visitors.at_desk(bureau.people["clerk"]), "desk"),
        (visitors.on_phone(bureau.people["clerk"]), "phone"),
    ):
        page.goto(f"{visitors.address}/admin/console/queue/")
        look(page, f"paper-queue-{width}")
        open_first(page)
        expect(page.get_by_label("纸上的打印码")).to_be_visible()
        look(page, f"paper-record-{width}")
        if width == "phone":
            fits(page, "[name=scan]")
    page.goto(f"{visitors.address}/admin/console/sign/{submission.pk}/print/")
    expect(page.get_by_text("打印码").first).to_be_visible()
    look(page, "paper-print")


def test_a_veto_and_its_lifting_fit(visitors: Visitors, served: County, bureau: Agency) -> None:
    submission = item(served, bureau, "vetoed")
    phone = visitors.on_phone(bureau.people["discipline"])
    phone.goto(f"{visitors.address}/admin/console/queue/")
    look(phone, "veto-queue-phone")
    open_first(phone)
    phone.get_by_text("一票否决（纪检监督）").tap()
    fits(phone, "[name=veto_reason]")
    look(phone, "veto-phone")
    desk = submission.steps.get(veto=True).pk
    no_refusals(veto(submission.pk, desk, bureau.people["discipline"], "有未核实的举报"))
    wide = visitors.at_desk(bureau.people["discipline"])
    wide.goto(f"{visitors.address}/admin/console/sign/{submission.pk}/")
    wide.get_by_text("解除否决").first.click()
    look(wide, "veto-lift-desk")


def test_the_supplier_confirms_what_was_changed_on_a_phone(
    visitors: Visitors, served: County, bureau: Agency
) -> None:
    submission = item(served, bureau, "edited")
    edit_variant(submission, bureau.people["editing"], "审改过的微博正文。")
    phone = visitors.on_phone(bureau.people["editor"])
    open_first(phone)
    fits(phone, ".gw-yes")
    look(phone, "confirm-phone")
    phone.get_by_role("button", name="供稿单位确认").tap()
    expect(phone.get_by_text("审改的内容待您确认")).to_have_count(0)
    assert submission.confirmations.count() == 1
