"""Those who decide: from the queue to the signature, the release, the address that comes back."""

from playwright.sync_api import Page, expect


def open_queue(page: Page) -> None:
    """等我处理, from the menu."""
    page.locator(".sidebar-menu-item__link").filter(has_text="等我处理").click()
    expect(page.get_by_role("heading", name="等我处理")).to_be_visible()


def open_item(page: Page, title: str) -> None:
    """The item from the queue."""
    open_queue(page)
    page.locator(".gw-row__link").filter(has_text=title).first.click()
    expect(page.locator(".gw-bar")).to_be_visible()


def tick_everything(page: Page) -> None:
    """Every box of the checklist."""
    for box in page.locator(".gw-checks input").all():
        box.check()


def sign(page: Page) -> None:
    """同意签署."""
    page.get_by_role("button", name="同意签署").click()
    expect(page.locator(".gw-done")).to_be_visible()


def review(page: Page, title: str) -> None:
    """Open, tick, sign."""
    open_item(page, title)
    tick_everything(page)
    sign(page)


def release(page: Page, title: str) -> None:
    """发布 at once."""
    open_item(page, title)
    page.get_by_role("button", name="发布", exact=True).click()
    expect(page.locator(".gw-done")).to_be_visible()


def sentences(page: Page) -> list[str]:
    """What a refusal says."""
    return page.locator(".gw-reasons p").all_inner_texts()


def taps(page: Page) -> None:
    """Count the taps from here on, in every page that this browser opens."""
    page.add_init_script(
        "addEventListener('click', (event) => event.isTrusted &&"
        " sessionStorage.setItem('taps', Number(sessionStorage.getItem('taps') || 0) + 1), true)"
    )


def tapped(page: Page) -> int:
    """How many."""
    return int(page.evaluate("sessionStorage.getItem('taps') || 0"))
