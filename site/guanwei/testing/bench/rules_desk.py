"""Our desk with plugins: three of them in force for the agency, asked in processes of their own."""

import sys
import threading
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest
from wagtail import hooks

from guanwei import registry
from guanwei.approvals.subjects import draft_of
from guanwei.organisations.models import Unit
from guanwei.organisations.services import switch_on
from guanwei.publishing.models import ArticlePage
from guanwei.publishing.services import hear_rules
from guanwei.testing.bench.desk import OurDesk
from guanwei.testing.bench.rule_books import names, write_plugins

ACTIVE = 3
BUSY_THREADS = 3


class RulesDesk(OurDesk):
    """``installed`` plugins, the first three of them switched on."""

    def __init__(self, items: int, installed: int) -> None:
        folder = Path(settings.MEDIA_ROOT).parent / "plugins"
        folder.mkdir(parents=True, exist_ok=True)
        sys.path.insert(0, str(folder))
        registry.configure("child", extra=write_plugins(folder, names(installed)))
        self.asking, self.drafts = False, dict[int, ArticlePage]()
        self.pages = list(ArticlePage.objects.order_by("pk").values_list("pk", flat=True))
        # Else the database is a copy of another side's, where all this is done.
        if not self.pages:
            super().__init__(items)
            for name in names(ACTIVE):
                self._put_in_force(name)
        hooks.register("after_edit_page", self._hear)
        self._calm = threading.Event()
        self._calm.set()

    def _put_in_force(self, plugin: str) -> None:
        refusals = switch_on(Unit.objects.get(slug="water"), plugin, by=None, reason="试行", mandatory=False)
        assert refusals == [], refusals

    def _hear(self, _request: HttpRequest, page: ArticlePage) -> None:
        if self.asking:
            self.heard = hear_rules(page)

    def save_and_ask(self, item: int) -> None:
        """Save a changed draft; in the same request all rules in force are asked about it."""
        self.asking = True
        self.save(item)
        self.asking = False

    def ask(self, item: int) -> None:
        """What all rules in force say of the draft."""
        self.heard = hear_rules(self.drafts[item])

    def prepare(self, done: str, item: int) -> None:
        """The draft to be asked about is at hand, as a screen has it."""
        if done == "ask" and item not in self.drafts:
            self.drafts[item] = draft_of("page", self.pages[item])

    def busy(self, item: int) -> None:
        """From now on other threads compute without pause, as a server's do that render pages."""
        self._calm.clear()
        for _each in range(BUSY_THREADS):
            threading.Thread(target=self._compute, daemon=True).start()

    def calm(self, item: int) -> None:
        """They stop."""
        self._calm.set()

    def _compute(self) -> None:
        while not self._calm.is_set():
            sum(number * number for number in range(1000))

    def check(self, done: str, item: int) -> None:
        """Every plugin in force was heard, and the nearest chose the route."""
        if done in ("busy", "calm"):
            return
        if done in ("save_and_ask", "ask"):
            assert self.heard.route is not None, self.heard.refusals
            assert self.heard.refusals == ()
            assert {each.plugin for each in self.heard.trace} == {*names(ACTIVE), "county"}
        if done != "ask":
            super().check("save" if done == "save_and_ask" else done, item)
