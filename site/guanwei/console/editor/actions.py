"""The buttons at the editor's foot: save, submit, withdraw. Publishing has none, for anybody."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.action_menu import ActionMenuItem as PageItem
from wagtail.snippets.action_menu import ActionMenuItem as SnippetItem

from guanwei.approvals.governed import governed_of
from guanwei.console.editor.rights import may_edit
from guanwei.console.editor.standing import standing_submission
from guanwei.console.editor.submitting import SUBMIT

# Wagtail's own chain and its publishing: the gate would refuse them, so they aren't offered.
STOCK = frozenset({"action-publish", "action-submit", "action-restart-workflow", "action-cancel-workflow"})
# A post has no screen of Wagtail's that takes it down with a reason; the review's screen does.
STOCK_OF_POSTS = STOCK | {"action-unpublish"}
SAVE = "action-save-draft"


def _edited(context: dict[str, Any]) -> Any:
    """The governed object that is edited; None while it is new or locked."""
    obj = context.get("page") or context.get("instance")
    if context["view"] != "edit" or context.get("locked_for_user") or obj is None:
        return None
    return obj if governed_of(obj) else None


class _Submit:
    name = SUBMIT
    label = _("提交审核")
    icon_name = "resubmit"

    def is_shown(self, context: dict[str, Any]) -> bool:
        obj = _edited(context)
        return obj is not None and standing_submission(obj) is None and may_edit(context["request"].user, obj)


class _Withdraw:
    name = "action-guanwei-withdraw"
    label = _("撤回送审")
    icon_name = "undo"

    def is_shown(self, context: dict[str, Any]) -> bool:
        obj = _edited(context)
        submission = standing_submission(obj) if obj is not None else None
        return submission is not None and submission.submitted_by_id == context["request"].user.pk

    def get_url(self, context: dict[str, Any]) -> str:
        submission = standing_submission(_edited(context))
        return reverse("editor:withdraw", args=[submission.pk]) if submission else ""


class SubmitPage(_Submit, PageItem):
    """提交审核 for pages."""


class WithdrawPage(_Withdraw, PageItem):
    """撤回送审 for pages."""


class SubmitSnippet(_Submit, SnippetItem):
    """提交审核 for posts."""


class WithdrawSnippet(_Withdraw, SnippetItem):
    """撤回送审 for posts."""


def arrange(items: list[Any], request: HttpRequest, context: dict[str, Any]) -> None:
    """Take the stock actions away, from superusers too; put submitting first where it is offered."""
    hidden = STOCK_OF_POSTS if "model" in context or "instance" in context else STOCK
    items[:] = [each for each in items if each.name not in hidden]
    order = {SUBMIT: 0, SAVE: 1}
    items.sort(key=lambda each: order.get(each.name, 2))
