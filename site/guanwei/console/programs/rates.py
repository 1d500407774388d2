"""How often a program may come. Counted in the database, so that several processes count together."""

from django.http import HttpRequest
from django.utils.translation import gettext as _
from wagtail.models import APIToken

from guanwei.console.programs.tokens import Denied
from guanwei.organisations.doors.tallies import count

MINUTE = 60
READS, WRITES, STRANGERS = 300, 60, 120
"""A minute: for a token's reads, its writes, and a stranger's address."""


def too_often(request: HttpRequest, token: APIToken | None) -> Denied | None:
    """The sentence for who comes too often. Two queries."""
    door, who, most = _limit(request, token)
    if count(door, who, MINUTE) <= most:
        return None
    return Denied(429, _("请求太频繁（每分钟最多%(most)d次），请稍后再发。") % {"most": most})


def _limit(request: HttpRequest, token: APIToken | None) -> tuple[str, str, int]:
    if token is None:
        return "api-stranger", request.META.get("REMOTE_ADDR", ""), STRANGERS
    if request.method in ("GET", "HEAD"):
        return "api-read", str(token.pk), READS
    return "api-write", str(token.pk), WRITES
