"""Answers as RFC 7807 problems, as Wagtail's own are, with the office's sentence in ``detail``."""

import json
import logging
from typing import Any

from django.core.exceptions import BadRequest, PermissionDenied, SuspiciousOperation
from django.db import Error as DatabaseError
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from guanwei.console.programs.endpoints import PUBLISHING
from guanwei.console.refusals.saying import refusals_in

logger = logging.getLogger(__name__)
PROBLEM = "application/problem+json"
# What a body of the wrong shape makes Wagtail's own reading stumble over.
MISSHAPEN = (
    TypeError,
    LookupError,
    ValueError,
    AttributeError,
    ArithmeticError,
    RecursionError,
    DatabaseError,
    SuspiciousOperation,
    BadRequest,
)


def problem(status: int, *sentences: str, **more: Any) -> HttpResponse:
    """One problem: ``detail`` in one sentence, ``refusals`` each by itself."""
    said = {
        "type": "about:blank",
        "title": HttpResponse(status=status).reason_phrase,
        "status": status,
        "detail": "".join(sentences),
        "refusals": list(sentences),
        **more,
    }
    answer = HttpResponse(json.dumps(said, ensure_ascii=False), content_type=PROBLEM, status=status)
    if status == 401:
        answer["WWW-Authenticate"] = "Bearer"
    return answer


def refused_by_gate(request: HttpRequest, error: Exception) -> HttpResponse:
    """What the gate, a trigger or the record says; else what the person may not."""
    refusals = refusals_in(error)
    if refusals:
        return problem(403, *map(str, refusals))
    if isinstance(error, PermissionDenied):
        said = PUBLISHING if "publish" in str(error) else may_not()
        return problem(403, str(said))
    return misshapen(request, error)


def misshapen(_request: HttpRequest, error: Exception) -> HttpResponse:
    """The body can't be read as what it should be. Logged: a fault of ours would look the same."""
    logger.warning("A program's request could not be read: %s", type(error).__name__, exc_info=error)
    return problem(
        422,
        _("请求的内容不合接口的格式，没有保存；请对照接口说明（schema）改正后再发。"),
    )


def may_not() -> str:
    return _("您的任职不能这样做：稿件由供稿单位和管理单位的采编人员修改，新稿件建在栏目下面。")


def connect() -> None:
    """Teach Wagtail's API our sentences. Called once, when the application is ready."""
    from wagtail.api.v3.api import api

    from guanwei.approvals.gate import GateRefused

    for kind in (GateRefused, PermissionDenied, DatabaseError):
        api.add_exception_handler(kind, refused_by_gate)
    for kind in MISSHAPEN:
        if kind is not DatabaseError:
            api.add_exception_handler(kind, misshapen)


WORDS = {
    400: gettext_lazy("请求读不懂，没有保存；请对照接口说明（schema）改正后再发。"),
    401: gettext_lazy("这里要带令牌；请在管理后台的“接口令牌”里发一个，放在 Authorization: Bearer 里。"),
    403: gettext_lazy("您的任职不能这样做；请与系统管理员联系。"),
    404: gettext_lazy("没有这一项，或者这个令牌看不到它。"),
    405: gettext_lazy("这个地址没有这种操作；请对照接口说明。"),
    422: gettext_lazy("有内容不合要求，没有保存；请按 errors 逐项改正后再发。"),
}


def reworded(response: HttpResponse) -> HttpResponse:
    """A problem of Wagtail's own in the office's words; what it said stands in ``note``, its list in ``errors``."""
    if response.status_code < 400 or getattr(response, "streaming", False):
        return response
    theirs = _theirs(response)
    if "refusals" in theirs or response.status_code not in WORDS:
        return response
    said = {key: theirs[key] for key in ("errors",) if key in theirs}
    note = theirs.get("detail")
    return problem(
        response.status_code, str(WORDS[response.status_code]), **said, **({"note": note} if note else {})
    )


def _theirs(response: HttpResponse) -> dict[str, Any]:
    try:
        found = json.loads(response.content)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}
