"""What the check found, as the editor's screen shows it: on the three shelves and on the text."""

import os
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

MARKED = """severity => [...(CSS.highlights.get(`gw-${severity}`) || [])]
    .map(range => range.toString()).filter(words => words)"""
CHOSEN = """() => { const field = document.activeElement;
    return 'selectionStart' in field ? field.value.slice(field.selectionStart, field.selectionEnd)
        : getSelection().toString(); }"""


def shelf(page: Page, severity: str) -> Locator:
    """One shelf: block, look or info."""
    return page.locator(f'[data-gw-shelf="{severity}"]')


def expect_shelves(page: Page, **labels: list[str]) -> None:
    """What stands on each shelf, by the labels of the rules; a shelf that isn't named is empty."""
    for severity in ("block", "look", "info"):
        wanted = labels.get(severity, [])
        expect(shelf(page, severity).locator("[data-label]")).to_have_text(wanted)
        expect(shelf(page, severity)).to_be_visible(visible=bool(wanted))


def expect_marked(page: Page, severity: str, words: list[str]) -> None:
    """The words that are underlined in the fields."""
    page.wait_for_function(f"words => JSON.stringify(({MARKED})('{severity}')) === words", arg=_json(words))


def marked(page: Page, severity: str) -> list[str]:
    """The same, as they are at this moment."""
    return list(page.evaluate(MARKED, severity))


def chosen(page: Page) -> str:
    """The words that are selected in the field that has the keyboard."""
    return str(page.evaluate(CHOSEN))


def keep_picture(page: Page, name: str) -> None:
    """A picture of the window, where somebody wants to see it: GUANWEI_PICTURES names the folder."""
    folder = os.environ.get("GUANWEI_PICTURES")
    if folder:
        page.screenshot(path=Path(folder) / f"{name}.png", animations="disabled")


def _json(words: list[str]) -> str:
    return "[" + ",".join(f'"{each}"' for each in words) + "]"
