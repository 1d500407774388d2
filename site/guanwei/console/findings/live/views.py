"""Check what is on an editor's screen. Nothing is written, and no text is logged."""

import logging
from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, JsonResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from guanwei.console.findings.live.answers import found_on
from guanwei.console.findings.live.checking import check
from guanwei.console.findings.live.on_screen import OnScreen, UnreadableError, on_screen
from guanwei.console.findings.live.pace import Pace
from guanwei.console.findings.live.writers import writer_of
from guanwei.console.review.answers import person_of

logger = logging.getLogger(__name__)
pace = Pace()


@require_POST
def now(request: HttpRequest) -> JsonResponse:
    """JSON in, JSON out: ``findings``, or ``error_message``, a sentence for the person."""
    try:
        screened = on_screen(request.body)
    except UnreadableError as unreadable:
        return _refused("unreadable", str(unreadable), 400)
    except RequestDataTooBig:
        return _refused("too_much", _("文字太多，不能边写边查；提交审核时照常检查全文。"), 400)
    if pace.is_too_much(person_of(request).pk, screened.chars):
        return _refused("too_often", _("检查得太频繁，请过一分钟再试；提交审核时照常检查全文。"), 429)
    return _checked(request, screened)


def _checked(request: HttpRequest, screened: OnScreen) -> JsonResponse:
    try:
        writer = writer_of(person_of(request), screened)
    except LookupError:
        return _refused("gone", _("这份稿件已经不在了；请刷新页面。"), 404)
    if isinstance(writer, list):
        return _refused("not_yours", "".join(str(each) for each in writer), 403)
    try:
        found = found_on(check(screened, writer))
    except Exception as error:
        # Whatever the engine meets, people go on writing. An error's text may quote the draft (law L10): its
        # type alone is logged.
        logger.error("a check of what is on the screen failed: %s", type(error).__name__)
        return _refused("failed", _("检查没有完成；提交审核时照常检查全文。"), 503)
    return _json({"findings": found})


def _refused(code: str, sentence: str, status: int) -> JsonResponse:
    return _json({"success": False, "error_code": code, "error_message": sentence}, status)


def _json(said: dict[str, Any], status: int = 200) -> JsonResponse:
    return JsonResponse(said, status=status, json_dumps_params={"ensure_ascii": False})
