"""An editor at work: everything by clicking and typing, as the screen offers it."""

import re
from pathlib import Path

from playwright.sync_api import Page, expect


def begin_article(page: Page, column: str) -> None:
    """From the menu to an empty article in ``column``."""
    page.get_by_role("link", name="稿件", exact=True).click()
    page.get_by_role("link", name=re.compile("添加")).click()
    page.locator("main").get_by_role("link", name=column).click()
    expect(page.locator("#id_title")).to_be_visible()


def begin_post(page: Page) -> None:
    """From the menu to an empty post without a page."""
    page.get_by_role("link", name="独立稿", exact=True).click()
    page.get_by_role("link", name=re.compile("添加")).first.click()
    expect(page.locator("#id_title")).to_be_visible()


def write_paragraph(page: Page, text: str) -> None:
    """A paragraph of the body, typed into the editor."""
    body = page.locator('[data-contentpath="body"]')
    body.locator("button.c-sf-add-button").first.click()
    page.get_by_role("option", name="段落").click()
    typed = body.locator(".public-DraftEditor-content")
    typed.click()
    page.keyboard.type(text)
    expect(typed).to_have_text(text)


def add_variant(page: Page, account: str, **texts: str) -> str:
    """A variant for ``account``; ``texts`` are its fields. Returns the prefix of its fields' ids."""
    number = page.locator("[data-gw-account]").count()
    page.locator("#id_variants-ADD").click()
    prefix = f"#id_variants-{number}-"
    page.locator(f"{prefix}account").select_option(label=account)
    for name, text in texts.items():
        page.locator(f"{prefix}{name}").fill(text)
    return prefix


def upload_cover(page: Page, prefix: str, picture: Path, title: str) -> None:
    """A new picture through the chooser's second tab."""
    chooser = page.locator(f"{prefix}cover-chooser")
    chooser.locator("[data-chooser-action-choose]").first.click()
    dialog = page.locator(".modal-dialog")
    dialog.get_by_role("tab", name="上传").click()
    dialog.locator('input[type="file"]').set_input_files(picture)
    dialog.locator('input[name$="-title"]').fill(title)
    dialog.locator("#tab-upload").get_by_role("button", name="上传").click()
    expect(chooser.locator("[data-chooser-title]")).to_have_text(title)


def save(page: Page) -> None:
    """保存草稿, from the menu of buttons where another one comes first."""
    button = page.locator("footer button.action-save")
    if not button.is_visible():
        page.locator("footer").get_by_role("button", name="更多动作").click()
    with page.expect_navigation():
        button.click()
    expect(page.locator(".messages .success")).to_be_visible()


def submit(page: Page) -> None:
    """提交审核. What came of it is on the page that follows."""
    with page.expect_navigation():
        page.get_by_role("button", name="提交审核").click()


def chain(page: Page) -> list[str]:
    """The steps of the chain that the panel shows, once it has loaded."""
    expect(page.locator(".gw-step").first).to_be_visible()
    return page.locator(".gw-step").all_inner_texts()
