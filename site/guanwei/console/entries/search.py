"""What the editor's field finds while somebody types: open entries of an organisation of the person's own."""

from django.http import Http404, HttpRequest, JsonResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from guanwei.console.editor.forms.entries import numbered
from guanwei.console.editor.reach import reach_of
from guanwei.console.review.answers import person_of
from guanwei.registers.queries import model_of, open_entries
from guanwei.registry import catalogue

MOST_FOUND = 20


@require_safe
def search(request: HttpRequest, register: str, organisation: str) -> JsonResponse:
    """``entries``: how each stands in the field, the newest first."""
    found = catalogue().register(register)
    if found is None or model_of(found) is None:
        raise Http404
    mine = {each.slug: each for each in reach_of(person_of(request)).units.values()}
    if organisation not in mine:
        return _answer({"error": _("只有本机构的采编人员可以选用本机构的登记条目。")}, 403)
    rows = open_entries(found, mine[organisation], request.GET.get("q", "").strip()[:60])[:MOST_FOUND]
    return _answer({"entries": [numbered(each) for each in rows]})


def _answer(said: dict[str, object], status: int = 200) -> JsonResponse:
    return JsonResponse(said, status=status, json_dumps_params={"ensure_ascii": False})
