"""Puts the writing side into Wagtail: screens, buttons, guards, lists."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.templatetags.static import static
from django.urls import URLPattern, URLResolver, include, path
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail import hooks
from wagtail.models import Page
from wagtail.snippets.models import register_snippet

from guanwei.approvals.governed import governed_of
from guanwei.console.editor import actions, guards
from guanwei.console.editor.listings import Arrangements, Articles, Posts
from guanwei.console.editor.submitting import submit_if_asked

register_snippet(Posts)
register_snippet(Arrangements)
hooks.register("register_admin_viewset", lambda: Articles())
hooks.register("register_page_action_menu_item", lambda: actions.SubmitPage(order=5))
hooks.register("register_page_action_menu_item", lambda: actions.WithdrawPage(order=6))
hooks.register("construct_page_action_menu", actions.arrange)
hooks.register("construct_snippet_action_menu", actions.arrange)
hooks.register("before_edit_page", guards.hold_autosave)
hooks.register("before_edit_snippet", guards.guard_edit)
hooks.register("before_delete_snippet", guards.guard_deletion)
hooks.register("after_move_page", guards.note_move)
hooks.register("after_create_page", submit_if_asked)
hooks.register("after_edit_page", submit_if_asked)
hooks.register("after_create_snippet", submit_if_asked)
hooks.register("after_edit_snippet", submit_if_asked)


@hooks.register("register_admin_urls")
def register_urls() -> list[URLPattern | URLResolver]:
    """``console/chain/…``, ``console/withdraw/…``."""
    return [path("console/", include("guanwei.console.editor.urls"))]


@hooks.register("register_snippet_action_menu_item")
def submit_snippet(model: type) -> Any:
    """提交审核 for what the gate guards."""
    return actions.SubmitSnippet(order=5) if governed_of(model) else None


@hooks.register("register_snippet_action_menu_item")
def withdraw_snippet(model: type) -> Any:
    """撤回送审 for what the gate guards."""
    return actions.WithdrawSnippet(order=6) if governed_of(model) else None


@hooks.register("before_delete_page")
def before_delete_page(request: HttpRequest, page: Page) -> HttpResponse | None:
    """A live or submitted page stays."""
    return guards.guard_deletion(request, [page.specific])


@hooks.register("before_move_page")
def before_move_page(request: HttpRequest, page: Page, destination: Page) -> HttpResponse | None:
    """A page in review or in public stays where it is."""
    return guards.guard_move(request, page)


@hooks.register("before_bulk_action")
def before_bulk_action(
    request: HttpRequest, action_type: str, objects: list[Any], action_class: Any
) -> HttpResponse | None:
    """What can't be done to one can't be done to many."""
    if action_type == "move":
        return guards.refuse_bulk_move(request)
    if action_type != "delete" or not any(governed_of(each) or isinstance(each, Page) for each in objects):
        return None
    return guards.guard_deletion(request, [getattr(each, "specific", each) for each in objects])


@hooks.register("insert_global_admin_css")
def style() -> SafeString:
    """Counters, chain, hidden key."""
    return format_html('<link rel="stylesheet" href="{}">', static("console/editor.css"))


@hooks.register("insert_editor_js")
def script() -> SafeString:
    """Counters, chain, fields that only a repost has."""
    return format_html('<script src="{}" defer></script>', static("console/editor.js"))
