"""The stock side's acts: open, save, submit, approve."""

from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from wagtail.models import GroupApprovalTask, Page, Task, Workflow, WorkflowPage, WorkflowTask

from guanwei.testing.bench.forms import PARAGRAPH, PARAGRAPHS, body, fields_of, pictures
from guanwei.testing.bench.stock.models import Office, StockArticle, StockVariant


def _person(name: str, group: Group) -> Client:
    person = get_user_model().objects.create_user(name, f"{name}@example.test", "stock-bench")
    person.groups.add(group)
    client = Client()
    client.force_login(person)
    return client


class StockDesk:
    """``items`` drafts, an editor, a moderator, and a chain of three steps."""

    def __init__(self, items: int) -> None:
        moderators = Group.objects.get(name="Moderators")
        self.editor = _person("editor", Group.objects.get(name="Editors"))
        self.reviewer = _person("moderator", moderators)
        home = Page.objects.get(depth=2)
        self._chain(home, moderators)
        office = Office.objects.create(name="清河县水利局")
        self.pages = [self._draft(home, office, number) for number in range(items)]
        self.forms: dict[int, dict[str, Any]] = {}

    def _chain(self, home: Page, group: Group) -> None:
        WorkflowPage.objects.all().delete()
        Task.objects.update(active=False)
        workflow = Workflow.objects.create(name="三步")
        for order, name in enumerate(("审核", "签发", "发布")):
            task = GroupApprovalTask.objects.create(name=name)
            task.groups.set([group])
            WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=order)
        WorkflowPage.objects.create(page=home, workflow=workflow)

    def _draft(self, home: Page, office: Office, number: int) -> int:
        page = StockArticle(
            title="汛期安全提示",
            slug=f"flood-{number}",
            live=False,
            supplier=office,
            manager=office,
            kind="original",
            urgency="ordinary",
            category="convenience",
            body=[("paragraph", PARAGRAPH)] * PARAGRAPHS,
        )
        page.variants.add(StockVariant(account=office, text="汛期请远离河道。"))
        home.add_child(instance=page)
        page.save_revision()
        return page.pk

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
        """Submit for moderation."""
        self._post(item, title="汛期安全提示（改）", **{"action-submit": "1"})

    def sign(self, item: int) -> None:
        """Approve the first step."""
        page = Page.objects.get(pk=self.pages[item])
        state = page.current_workflow_task_state
        self.posted = self.reviewer.post(
            reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", state.pk])
        )

    def check(self, done: str, item: int) -> None:
        """The act had its effect; what a later act posts is taken from what this one showed."""
        page = StockArticle.objects.get(pk=self.pages[item])
        if done == "open":
            status, html = self.opened
            assert status == 200
            found = fields_of(html, "form[data-edit-form], #page-edit-form")
            self.forms[item] = {**found, **body(), **pictures("variants-0")}
            return
        assert self.posted.status_code == 302, self.posted.status_code
        latest = page.get_latest_revision().as_object()
        assert latest.title.endswith("（改）")
        assert len(latest.body) == PARAGRAPHS
        task = {"save": None, "submit": "审核", "sign": "签发"}[done]
        current = page.current_workflow_task
        assert (current.name if current else None) == task
