"""What the gate refuses goes back to the screen it came from, with the reason; scripts get it as JSON."""

from collections.abc import Callable
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from guanwei.api import Refusal
from guanwei.console.refusals.saying import refusals_in, tell


class RefusalMiddleware:
    """Turns ``GateRefused``, the triggers' database errors and what the record refuses into sentences."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if getattr(request, "gate_refused", False) and isinstance(response, HttpResponseRedirect):
            return HttpResponseRedirect(_came_from(request))
        return response

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        refusals = refusals_in(exception)
        if not refusals:
            return None
        if _wants_json(request):
            return _as_json(refusals)
        if not hasattr(request, "_messages"):
            return None
        tell(request, refusals)
        return HttpResponseRedirect(_came_from(request))


def _wants_json(request: HttpRequest) -> bool:
    return request.headers.get("x-requested-with") == "XMLHttpRequest" or not request.accepts("text/html")


def _as_json(refusals: list[Refusal]) -> JsonResponse:
    sentences = [str(each) for each in refusals]
    said = {
        "success": False,
        "error_code": "refused",
        "error_message": "".join(sentences),
        "refusals": sentences,
    }
    return JsonResponse(said, status=403, json_dumps_params={"ensure_ascii": False})


def _came_from(request: HttpRequest) -> str:
    """The screen that sent the request, where it is one of ours and not the very address that was refused."""
    referrer = request.headers.get("referer", "")
    ours = url_has_allowed_host_and_scheme(referrer, {request.get_host()}, request.is_secure())
    if not ours or (request.method == "GET" and urlsplit(referrer).path == request.path):
        return reverse("wagtailadmin_home")
    return referrer
