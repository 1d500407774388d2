"""What a request without a token may ask, and what it is told: live pages, and of each what the portal shows."""

import json
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from guanwei.console.programs.tokens import Denied

ASKING = frozenset(
    {"id", "html_path", "type", "child_of", "descendant_of", "ancestor_of", "limit", "offset", "order"}
    | {"rich_text_format", "version"}
)
ORDERS = frozenset({"id", "-id", "title", "-title", "first_published_at", "-first_published_at"})
# Never a draft's facts, nor the words of posts that haven't gone out.
TOLD = frozenset(
    {
        "id",
        "meta",
        "title",
        "summary",
        "body",
        "source_name",
        "source_url",
        "index_number",
        "document_number",
        "issuing_body",
        "issued_on",
        "introduction",
        "welcome",
        "count",
        "items",
    }
)


def asking_too_much(request: HttpRequest) -> Denied | None:
    """A filter on a field that strangers don't read would still tell them what stands in it."""
    unknown = set(request.GET) - ASKING
    if unknown or not set(request.GET.getlist("order")) <= ORDERS:
        said = _("不带令牌时只能用这些条件查询：%(known)s。")
        return Denied(400, said % {"known": _("、").join(sorted(ASKING))})
    return None


def for_strangers(response: HttpResponse) -> HttpResponse:
    """The answer without what the portal doesn't show. A field that nobody named here is left out."""
    if response.status_code == 200 and response.content:
        response.content = json.dumps(_told(json.loads(response.content)), ensure_ascii=False)
    return response


def _told(answer: Any) -> Any:
    if isinstance(answer, dict):
        kept = {name: value for name, value in answer.items() if name in TOLD}
        if "items" in kept:
            kept["items"] = [_told(each) for each in kept["items"]]
        return kept
    return [_told(each) for each in answer] if isinstance(answer, list) else answer
