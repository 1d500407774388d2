"""Refusals as a message: each sentence with its articles, one a line."""

import sys
from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.db.models import ProtectedError, RestrictedError
from django.http import HttpRequest
from django.utils.datastructures import MultiValueDictKeyError
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from guanwei.api import Refusal
from guanwei.approvals.gate import GateRefused, sentence_of
from guanwei.audit.records import RecordError
from guanwei.console.regulations.linking import linked_all

# What other layers raise where a person asked for something that can't be, by kind of error.
SENTENCES: dict[tuple[type[Exception], ...], Any] = {
    (ProtectedError, RestrictedError, RecordError): _(
        "这一项已写进记录，不能删除，也不能不留痕迹地改；人员离开请停用账号，内容不用请先撤下或关闭。"
    ),
    (MultiValueDictKeyError,): _("提交的表单不完整，没有保存；请重新打开页面再填一次。"),
}


def as_list(refusals: Sequence[Refusal], heading: str = "") -> SafeString:
    """The sentences as HTML, each article a link to its wording; a single one stands without a list."""
    unique = [_with_articles(each) for each in {str(each): each for each in refusals}.values()]
    if len(unique) == 1 and not heading:
        return unique[0]
    items = format_html_join("", "<li>{}</li>", ((each,) for each in unique))
    return format_html('{}<ul class="gw-refusals">{}</ul>', heading, items)


def _with_articles(refusal: Refusal) -> SafeString:
    if not refusal.cites:
        return format_html("{}", refusal.sentence)
    return format_html(_("{sentence}（{cites}）"), sentence=refusal.sentence, cites=linked_all(refusal.cites))


def tell(request: HttpRequest, refusals: Sequence[Refusal], heading: str = "") -> None:
    """Put the refusals before the person on the next screen."""
    messages.error(request, as_list(refusals, heading))


def refusals_in(error: BaseException | None) -> list[Refusal]:
    """What stands against the act, said in ``error`` or in what caused it; empty where it is a fault of ours."""
    while error is not None:
        if isinstance(error, GateRefused):
            return error.refusals
        found = sentence_of(error) or _known(error)
        if found is not None:
            return [found]
        error = error.__cause__
    return []


def _known(error: BaseException) -> Refusal | None:
    said = next((said for kinds, said in SENTENCES.items() if isinstance(error, kinds)), None)
    return Refusal(str(said)) if said is not None else None


def being_handled() -> list[Refusal]:
    """What stands against the act, in the exception that is being handled at this moment."""
    return refusals_in(sys.exc_info()[1])
