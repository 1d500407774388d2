"""The one door of the API: who comes, how often, to what. Every endpoint stands behind it, later ones too."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import APIToken

from guanwei.audit.acting import acting
from guanwei.audit.wording import on_record
from guanwei.console.programs.answers import problem, refused_by_gate, reworded
from guanwei.console.programs.endpoints import Access, access_of, why_closed
from guanwei.console.programs.rates import too_often
from guanwei.console.programs.strangers import asking_too_much, for_strangers
from guanwei.console.programs.tokens import Denied, holder_of, lacking, presented

MOUNT = "api/v3/"
View = Callable[..., HttpResponse]
_BY_TOKEN = gettext_lazy("通过接口令牌“%(name)s”")


def guarded(view: View) -> View:
    """``view`` behind the door. Sessions don't count here, so nobody's browser can be made to send for them."""

    def behind_the_door(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        request.user = AnonymousUser()
        key = presented(request)
        token, denied = (None, None) if key is None else holder_of(key)
        denied = denied or too_often(request, token) or _denied(request, token)
        if denied is not None:
            return problem(denied.status, denied.sentence)
        return reworded(_answer(view, request, token, args, kwargs))

    behind_the_door.csrf_exempt = True  # type: ignore[attr-defined]
    return behind_the_door


def _path(request: HttpRequest) -> str:
    match = request.resolver_match
    return match.route.removeprefix(MOUNT) if match else ""


def _denied(request: HttpRequest, token: APIToken | None) -> Denied | None:
    access = access_of(request.method or "", _path(request))
    if token is None and access is not Access.ANYBODY:
        return Denied(
            401, _("这里要带令牌；请在管理后台的“接口令牌”里发一个，放在 Authorization: Bearer 里。")
        )
    if access is None:
        return Denied(403, why_closed(request.method or "", _path(request)))
    if token is None:
        return asking_too_much(request)
    return lacking(token.user, access) or _too_big(request)


def _too_big(request: HttpRequest) -> Denied | None:
    most = settings.DATA_UPLOAD_MAX_MEMORY_SIZE
    sent = request.headers.get("Content-Length", "0")
    uploads = request.content_type == "multipart/form-data"
    if not uploads and sent.isdecimal() and int(sent) > most:
        said = _("请求的内容超过%(most)d MB，没有保存；图片和附件请单独上传。")
        return Denied(413, said % {"most": most // (1024 * 1024)})
    return None


def _answer(view: View, request: HttpRequest, token: APIToken | None, args: Any, kwargs: Any) -> HttpResponse:
    """As the token's person, with the token's name as the reason on record."""
    if token is None:
        return for_strangers(view(request, *args, **kwargs))
    said = on_record(_BY_TOKEN) % {"name": token.name[:60]}
    with acting(token.user, said):
        try:
            return view(request, *args, **kwargs)
        except RequestDataTooBig as error:
            return refused_by_gate(request, error)
