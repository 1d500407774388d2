"""How often a door may be used. Counted in the database, so that several processes count together.

Only requests to these doors are counted; pages of the portal and the admin's own reading cost nothing.
"""

from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from wagtail.models import APIToken

from guanwei.console.doors.arrivals import address_of, came
from guanwei.organisations.doors.record import enter
from guanwei.organisations.doors.tallies import count, counted
from guanwei.organisations.models import DoorEvent

API = "/api/"
WRONG_MOST, WRONG_SPAN = 20, 300
DAY = 24 * 60 * 60
WRITES = frozenset({"POST", "PUT", "PATCH", "DELETE"})


@dataclass(frozen=True, slots=True)
class Limit:
    """``most`` requests in ``seconds`` at addresses that begin with ``path``; ``asks`` names a query that counts."""

    door: str
    path: str
    most: int
    seconds: int
    methods: frozenset[str] = WRITES
    asks: tuple[str, ...] = ()


# The first that fits counts. A whole office may share one address: the figures leave it room.
LIMITS = (
    Limit("sign-in", "/admin/login/", 60, 300),
    Limit("api", API, 300, 60, WRITES | {"GET", "HEAD", "OPTIONS"}),
    Limit("uploads", "/admin/images/multiple/", 120, 60),
    Limit("uploads", "/admin/images/chooser/", 120, 60),
    Limit("uploads", "/admin/images/add/", 120, 60),
    Limit("uploads", "/admin/documents/", 120, 60),
    Limit("admin search", "/admin/", 120, 60, frozenset({"GET"}), ("q",)),
    # One person asks seldom; an office or a library behind one address asks some times more.
    Limit("consultations", "/consultations/", 10, 600),
    Limit("portal forms", "/", 60, 60, WRITES),
    Limit("portal search", "/", 120, 60, frozenset({"GET"}), ("q", "query")),
)


def limit_of(request: HttpRequest) -> Limit | None:
    """The limit that the request falls under."""
    for each in LIMITS:
        if not request.path.startswith(each.path) or request.method not in each.methods:
            continue
        if each.path == "/" and request.path.startswith("/admin/"):
            continue
        if not each.asks or any(name in request.GET for name in each.asks):
            return each
    return None


def over(request: HttpRequest) -> HttpResponse | None:
    """The answer to one too many; None while there is room."""
    limit = limit_of(request)
    if limit is None or count(limit.door, _who(request), limit.seconds) <= limit.most:
        return None
    sentence = _("操作太频繁，系统暂时不受理；请过 %(minutes)d 分钟再试。") % {
        "minutes": max(1, limit.seconds // 60)
    }
    return too_often(request, sentence, limit.seconds)


def too_often(request: HttpRequest, sentence: str, seconds: int) -> HttpResponse:
    """429 with the sentence, for people and for programs."""
    said: dict[str, Any] = {"success": False, "error_code": "too_often", "error_message": sentence}
    asked_by_script = request.headers.get("x-requested-with") == "XMLHttpRequest"
    if request.path.startswith(API) or asked_by_script or not request.accepts("text/html"):
        response: HttpResponse = JsonResponse(said, json_dumps_params={"ensure_ascii": False})
    else:
        response = render(request, "console/doors/too_often.html", {"sentence": sentence})
    response.status_code = 429
    response.headers["Retry-After"] = str(seconds)
    return response


def refused_tokens(request: HttpRequest) -> HttpResponse | None:
    """Nobody tries tokens for long from one address: the API doesn't even look at further ones."""
    if not request.path.startswith(API) or counted("tokens", address_of(request), WRONG_SPAN) < WRONG_MOST:
        return None
    sentence = _("接口令牌多次不对，这个地址暂停使用接口；请核对令牌，%(minutes)d 分钟后再试。") % {
        "minutes": WRONG_SPAN // 60
    }
    return too_often(request, sentence, WRONG_SPAN)


def note_token(request: Any, response: HttpResponse) -> None:
    """Count a wrong token; put the first use of a right one each day and address on the record."""
    if not request.path.startswith(API):
        return
    token = getattr(request, "auth", None)
    if response.status_code == HTTPStatus.UNAUTHORIZED:
        count("tokens", address_of(request), WRONG_SPAN)
    elif isinstance(token, APIToken) and count("token", f"{token.pk} {address_of(request)}", DAY) == 1:
        reason = f"{token.name} ({token.prefix})"
        enter(DoorEvent.TOKEN_USED, token.user, came(request), reason=reason)


def _who(request: HttpRequest) -> str:
    """The person, or the address: whose a token is isn't known yet."""
    person = request.user
    return f"person {person.pk}" if person.is_authenticated else f"address {address_of(request)}"
