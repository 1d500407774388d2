"""Refusals as a message: each sentence with its articles, one a line."""

import sys
from collections.abc import Sequence

from django.contrib import messages
from django.http import HttpRequest
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from guanwei.api import Refusal
from guanwei.approvals.gate import GateRefused, sentence_of


def as_list(refusals: Sequence[Refusal], heading: str = "") -> SafeString:
    """The sentences as HTML; a single one stands without a list."""
    unique = list(dict.fromkeys(map(str, refusals)))
    if len(unique) == 1 and not heading:
        return format_html("{}", unique[0])
    items = format_html_join("", "<li>{}</li>", ((each,) for each in unique))
    return format_html('{}<ul class="gw-refusals">{}</ul>', heading, items)


def tell(request: HttpRequest, refusals: Sequence[Refusal], heading: str = "") -> None:
    """Put the refusals before the person on the next screen."""
    messages.error(request, as_list(refusals, heading))


def refusals_in(error: BaseException | None) -> list[Refusal]:
    """What the gate says in ``error`` or in what caused it; empty where it isn't the gate's."""
    while error is not None:
        if isinstance(error, GateRefused):
            return error.refusals
        found = sentence_of(error)
        if found is not None:
            return [found]
        error = error.__cause__
    return []


def being_handled() -> list[Refusal]:
    """What the gate says in the exception that is being handled at this moment."""
    return refusals_in(sys.exc_info()[1])
