"""Each endpoint that Wagtail registers, and who may use it. One that isn't here is closed (law L6)."""

from enum import Enum

from django.utils.translation import gettext_lazy as _


class Access(Enum):
    """Who may use an endpoint."""

    ANYBODY = "anybody"
    HOLDERS = "holders"
    """Whoever holds a token and a post."""
    WRITERS = "writers"
    """Whoever holds a token and writes somewhere."""


ELSEWHERE = _("这件事不能通过接口办理，请在管理后台办理。")
PUBLISHING = _("稿件不能通过接口发布。请在管理后台提交审核，签批完成后由发布人员发布。")
TAKING_DOWN = _("不能通过接口撤下。请有撤稿职责的人员在管理后台打开这篇稿件，写明理由后撤下。")
DELETING = _("不能通过接口删除。草稿请在管理后台删除；送过审的要留在记录里，公开的请先撤下。")
MOVING = _("栏目是审核的依据，不能通过接口移动；请在管理后台逐篇办理。")
COPYING = _("不能通过接口复制、建立别名页或译本，那样会丢掉原来的采编记录；请另建一篇草稿。")
REVERTING = _("不能通过接口恢复旧版本。请在管理后台打开历史版本，看过后另存为草稿。")
FILES_STAY = _("图片和附件传上来后不能通过接口改动或删除；要换，请另传一份再改选。")

# Method and path below the mount.
OPEN: dict[str, Access] = {
    "GET pages/": Access.ANYBODY,
    "GET pages/find/": Access.ANYBODY,
    "GET pages/<page_id>/": Access.ANYBODY,
    "GET whoami/": Access.HOLDERS,
    "GET openapi.json": Access.HOLDERS,
    "GET schema/": Access.WRITERS,
    "GET schema/<type_name>/": Access.WRITERS,
    "POST pages/": Access.WRITERS,
    "PATCH pages/<page_id>/": Access.WRITERS,
    "GET pages/<page_id>/revisions/": Access.WRITERS,
    "GET pages/<page_id>/revisions/<revision_id>/": Access.WRITERS,
    "GET snippets/<type>/": Access.WRITERS,
    "POST snippets/<type>/": Access.WRITERS,
    "GET snippets/<type>/<pk>/": Access.WRITERS,
    "PATCH snippets/<type>/<pk>/": Access.WRITERS,
    "GET snippets/<type>/<pk>/revisions/": Access.WRITERS,
    "GET snippets/<type>/<pk>/revisions/<revision_id>/": Access.WRITERS,
    "GET images/": Access.WRITERS,
    "POST images/": Access.WRITERS,
    "GET images/<image_id>/": Access.WRITERS,
    "GET documents/": Access.WRITERS,
    "POST documents/": Access.WRITERS,
    "GET documents/<document_id>/": Access.WRITERS,
}
# What is said at the closed ones, by the beginning or a part of the path.
CLOSED = {
    "actions/publish/": PUBLISHING,
    "actions/unpublish/": TAKING_DOWN,
    "actions/delete/": DELETING,
    "actions/move/": MOVING,
    "actions/copy": COPYING,
    "alias/": COPYING,
    "actions/revert/": REVERTING,
    "PATCH images/": FILES_STAY,
    "PATCH documents/": FILES_STAY,
    "DELETE images/": FILES_STAY,
    "DELETE documents/": FILES_STAY,
    "DELETE ": DELETING,
}


def access_of(method: str, path: str) -> Access | None:
    """Who may send ``method`` to ``path`` (the pattern below the mount); None where nobody may."""
    return OPEN.get(f"{'GET' if method == 'HEAD' else method} {path}")


def why_closed(method: str, path: str) -> str:
    """The sentence at a closed endpoint."""
    asked = f"{method} {path}"
    return str(next((said for part, said in CLOSED.items() if part in asked), ELSEWHERE))
