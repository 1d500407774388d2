"""Whose request it is. A token stands for a person in post: it ends with age, disuse, revocation and the post."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _
from wagtail.models import APIToken

from guanwei.audit import clock
from guanwei.console.programs.endpoints import Access
from guanwei.organisations.rights.holdings import holdings_of
from guanwei.publishing.rights.others import writes

SCHEME = "Bearer "
LIFETIME = timedelta(days=180)
IDLE = timedelta(days=60)
LONGEST = 200


@dataclass(frozen=True, slots=True)
class Denied:
    """Why a request goes no further: an HTTP status and the sentence."""

    status: int
    sentence: str


def presented(request: HttpRequest) -> str | None:
    """What the request shows as its token; None where it shows none."""
    shown = request.headers.get("Authorization", "")
    return shown.removeprefix(SCHEME).strip() if shown.startswith(SCHEME) else (shown or None)


def holder_of(key: str) -> tuple[APIToken | None, Denied | None]:
    """The token that ``key`` opens. One query; none where ``key`` can't be a token."""
    if len(key) > LONGEST or not APIToken.validate_token_format(key):
        return None, _unknown()
    hashes = APIToken.candidate_key_hashes(key)
    token = APIToken.objects.select_related("user").filter(key_hash__in=hashes).first()
    if token is None or not token.user.is_active:
        return None, _unknown()
    over = ended(token)
    return (None, over) if over else (token, None)


def _unknown() -> Denied:
    return Denied(401, _("令牌不对或已停用；请在管理后台的“接口令牌”里另发一个。"))


def ended(token: APIToken) -> Denied | None:
    """Why the token opens nothing any more; None while it does."""
    now = clock.now()
    if token.revoked_at is not None:
        return Denied(401, _("这个令牌已经撤销；请在管理后台的“接口令牌”里另发一个。"))
    if now - token.created > LIFETIME:
        said = _("这个令牌发出已超过%(days)d天，不再有效；请在管理后台的“接口令牌”里另发一个。")
        return Denied(401, said % {"days": LIFETIME.days})
    if now - (token.last_used_at or token.created) > IDLE:
        said = _("这个令牌超过%(days)d天没有使用，不再有效；请在管理后台的“接口令牌”里另发一个。")
        return Denied(401, said % {"days": IDLE.days})
    return None


def lacking(person: Any, access: Access) -> Denied | None:
    """What the token's person lacks for ``access``. Posts alone count, for superusers too."""
    held = holdings_of(person)
    if not held.seated:
        return Denied(403, _("令牌的主人现在没有任职，令牌什么也不能做；请与系统管理员联系。"))
    if access is Access.WRITERS and not (held.writes and writes(person)):
        return Denied(403, _("令牌的主人没有采编职务，不能通过接口读写稿件；请与系统管理员联系。"))
    return None
