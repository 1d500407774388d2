"""The system's browser, held to this machine: what it may not do is refused by the browser itself."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")
QUIET = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # No name resolves but this machine's: a page that asks another fails its test.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
)


class NoBrowserError(AssertionError):
    """There is no browser to test in."""


def found_browser() -> str:
    """The path of a Chromium. Raises ``NoBrowserError``: without a browser these tests prove nothing."""
    named = os.environ.get("GUANWEI_CHROMIUM")
    path = next(filter(None, map(shutil.which, [named] if named else NAMES)), None)
    if path is None:
        said = f"GUANWEI_CHROMIUM names {named}, which can't be run" if named else "no Chromium is installed"
        raise NoBrowserError(f"{said}; install the package chromium, then run the tests again")
    return path


@contextmanager
def running_chromium() -> Iterator[Browser]:
    """A headless browser. People get contexts of their own in it, so none sees another's session."""
    as_root = ("--no-sandbox",) if os.geteuid() == 0 else ()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found_browser(), args=[*QUIET, *as_root])
        try:
            yield browser
        finally:
            browser.close()
