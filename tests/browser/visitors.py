"""People before their screens: a browser context each, signed in through the login page."""

from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from guanwei.organisations.models import Person
from guanwei.testing.scenes import PASSWORD
from playwright.sync_api import Browser, BrowserContext, Page, Response, expect

DESK = {"width": 1280, "height": 800}
PHONE = {"width": 390, "height": 844}
HERE = {"127.0.0.1", "localhost"}
# Long enough for a machine that runs everything twice at once.
PATIENCE = 20_000
expect.set_options(timeout=PATIENCE)


@dataclass
class Visitors:
    """``troubles`` collects what a person would not see: script errors, answers of 500, strange addresses."""

    browser: Browser
    address: str
    troubles: list[str] = field(default_factory=list)
    contexts: list[BrowserContext] = field(default_factory=list)

    def anonymous(self, **options: Any) -> Page:
        """A citizen at the portal's home page."""
        page = self._context(DESK, **options).new_page()
        page.goto(self.address)
        return page

    def at_desk(self, person: Person) -> Page:
        """Signed in on a wide screen."""
        return self._signed_in(self._context(DESK), person)

    def on_phone(self, person: Person) -> Page:
        """Signed in on a phone that is held upright."""
        return self._signed_in(self._context(PHONE, has_touch=True, is_mobile=True), person)

    def leave(self) -> None:
        """Close every browser; nothing asks the server any more."""
        for each in self.contexts:
            each.close()

    def _context(self, size: dict[str, int], **options: Any) -> BrowserContext:
        context = self.browser.new_context(
            viewport=size, locale="zh-CN", timezone_id="Asia/Shanghai", reduced_motion="reduce", **options
        )
        context.set_default_timeout(PATIENCE)
        context.on("weberror", lambda error: self.troubles.append(f"script: {error.error}"))
        context.on("response", self._look_at)
        self.contexts.append(context)
        return context

    def _look_at(self, response: Response) -> None:
        if response.status >= 500:
            self.troubles.append(f"{response.status} {response.url}")
        address = urlsplit(response.url)
        if address.scheme in {"http", "https"} and address.hostname not in HERE:
            self.troubles.append(f"left the site: {response.url}")

    def _signed_in(self, context: BrowserContext, person: Person) -> Page:
        page = context.new_page()
        page.goto(f"{self.address}/admin/")
        page.get_by_label("用户名").fill(person.username)
        page.get_by_label("密码").fill(PASSWORD)
        page.get_by_role("button", name="登录").click()
        page.wait_for_url(f"{self.address}/admin/")
        return page
