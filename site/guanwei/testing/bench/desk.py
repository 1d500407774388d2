"""Our side's acts: open, save, submit, sign, with rules in their processes and every record written."""

from typing import Any

from django.test import Client
from django.urls import reverse

from guanwei.approvals.models import Submission
from guanwei.approvals.subjects import draft_of
from guanwei.organisations.models import Person
from guanwei.publishing.models import ArticleVariant
from guanwei.publishing.services import add_article
from guanwei.testing.bench.forms import PARAGRAPH, PARAGRAPHS, body, fields_of, pictures
from guanwei.testing.scenes import County, make_county


def _client(person: Person) -> Client:
    client = Client()
    client.force_login(person)
    return client


class OurDesk:
    """``items`` drafts of an agency that lives by the county's book."""

    def __init__(self, items: int) -> None:
        county = make_county()
        people = county.water.people
        self.editor, self.reviewer = _client(people["editor"]), _client(people["reviewer"])
        self.pages = [self._draft(county, number) for number in range(items)]
        self.forms: dict[int, dict[str, Any]] = {}

    def _draft(self, county: County, number: int) -> int:
        water = county.water
        return add_article(
            county.news,
            water.people["editor"],
            [ArticleVariant(account=water.weibo, text="汛期请远离河道。")],
            title="汛期安全提示",
            slug=f"flood-{number}",
            supplier=water.section,
            manager=water.section,
            category="county.convenience",
            body=[("paragraph", PARAGRAPH)] * PARAGRAPHS,
        ).pk

    def prepare(self, act: str, item: int) -> None:
        """Nothing is at hand before the acts of an editor."""

    def open(self, item: int) -> None:
        """The editor's screen of a draft."""
        response = self.editor.get(reverse("wagtailadmin_pages:edit", args=[self.pages[item]]))
        self.opened = (response.status_code, response.content)

    def _post(self, item: int, **more: str) -> None:
        data = {**self.forms[item], **more}
        self.posted = self.editor.post(reverse("wagtailadmin_pages:edit", args=[self.pages[item]]), data)

    def save(self, item: int) -> None:
        """Save a changed draft."""
        self._post(item, title="汛期安全提示（改）")

    def submit(self, item: int) -> None:
        """Submit by the county's route."""
        self._post(item, title="汛期安全提示（改）", **{"action-guanwei-submit": "1"})

    def sign(self, item: int) -> None:
        """Sign the first step from the form that was shown."""
        submission = Submission.objects.get(object_id=self.pages[item], family="page")
        self.posted = self.reviewer.post(reverse("review:sign", args=[submission.pk]), self.forms[item])

    def check(self, done: str, item: int) -> None:
        """The act had its effect; what a later act posts is taken from what this one showed."""
        if done == "open":
            status, html = self.opened
            assert status == 200, status
            found = fields_of(html, "form[data-edit-form], #page-edit-form")
            self.forms[item] = {**found, **body(), **pictures("variants-0")}
            return
        assert self.posted.status_code == 302, self.posted.status_code
        latest = draft_of("page", self.pages[item])
        assert latest.title.endswith("（改）")
        assert len(latest.body) == PARAGRAPHS
        self._check_position(done, item)

    def _check_position(self, done: str, item: int) -> None:
        submission = Submission.objects.filter(object_id=self.pages[item], family="page").first()
        expected = {"save": None, "submit": 0, "sign": 1}[done]
        assert (submission.position if submission else None) == expected
        if done == "submit" and submission is not None:
            url = reverse("review:sign", args=[submission.pk])
            form = fields_of(self.reviewer.get(url).content, "form:has([name=seen])")
            boxes = [each["id"] for each in submission.steps.get(position=0).checklist]
            self.forms[item] = {**form, "checked": boxes, "action": "sign"}
