"""词表: the lists that count for a person's units; their keepers found, load and end them."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from guanwei.api import Refusal
from guanwei.console.registers.duties import administered
from guanwei.console.registers.posts import wrong
from guanwei.console.review.answers import crumbs, person_of, refused
from guanwei.console.words.forms import EndForm, FoundForm, declared_dictionaries
from guanwei.console.words.reach import lists_for, sees_lists
from guanwei.screening.models import Edition, WordList
from guanwei.screening.word_lists import MOST_BYTES, end_list, found_list, load_words, may_keep

A_PAGE = 200


def index(request: HttpRequest) -> HttpResponse:
    """The lists, and founding one."""
    person = person_of(request)
    if not sees_lists(person):
        return refused(request, [_nobody()])
    units = administered(person)
    form = FoundForm(units, request.POST or None)
    refusals: list[Refusal] = []
    if request.method == "POST":
        refusals = wrong(form)
        if form.is_valid():
            said = dict(form.cleaned_data)
            made, refusals = found_list(said.pop("unit"), person, said)
            if made is not None:
                return redirect("words:list", made.pk)
    context = {
        "rows": [(each, _declared(each)) for each in lists_for(person)],
        "form": form if units else None,
        "refusals": refusals,
        "header_title": _("词表"),
        "breadcrumbs_items": crumbs((_("词表"), "")),
    }
    return render(request, "console/words/index.html", context, status=409 if refusals else 200)


def word_list(request: HttpRequest, list_id: int) -> HttpResponse:
    """The words of one list, page by page; its keeper loads the next edition or ends it."""
    person = person_of(request)
    if not sees_lists(person):
        return refused(request, [_nobody()])
    kept = get_object_or_404(lists_for(person), pk=list_id)
    refusals: list[Refusal] = []
    if request.method == "POST":
        refusals = _end(request, kept) if request.POST.get("action") == "end" else _load(request, kept)
        if not refusals:
            return redirect("words:list", kept.pk)
    edition = _newest(kept)
    words = edition.words.split("\n") if edition else []
    context: dict[str, Any] = {
        "list": kept,
        "declared": _declared(kept),
        "edition": edition,
        "page": Paginator(words, A_PAGE).get_page(request.GET.get("p")),
        "may": may_keep(person, kept.unit),
        "end": EndForm(request.POST if request.POST.get("action") == "end" else None),
        "pasted": request.POST.get("words", ""),
        "refusals": refusals,
        "header_title": str(kept),
        "breadcrumbs_items": crumbs((_("词表"), reverse("words:index")), (str(kept), "")),
    }
    return render(request, "console/words/list.html", context, status=409 if refusals else 200)


@require_safe
def export(request: HttpRequest, list_id: int) -> HttpResponse:
    """The newest edition as it can be loaded again."""
    person = person_of(request)
    if not sees_lists(person):
        return refused(request, [_nobody()])
    edition = _newest(get_object_or_404(lists_for(person), pk=list_id))
    answer = HttpResponse(edition.words if edition else "", content_type="text/plain; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="words-{list_id}.txt"'
    answer["X-Content-Type-Options"] = "nosniff"
    return answer


def _load(request: HttpRequest, kept: WordList) -> list[Refusal]:
    file = request.FILES.get("file")
    # One byte more than may be: the service refuses it without the rest in memory.
    data = file.read(MOST_BYTES + 1) if file else request.POST.get("words", "").encode()
    loaded = load_words(kept, data, person_of(request))
    if loaded.edition is not None:
        said = _("已载入第%(number)d版，%(count)d个词。")
        messages.success(request, said % {"number": loaded.edition.number, "count": loaded.edition.count})
    return list(loaded.refusals)


def _end(request: HttpRequest, kept: WordList) -> list[Refusal]:
    form = EndForm(request.POST)
    if not form.is_valid():
        return wrong(form)
    refusals = end_list(kept, form.cleaned_data["until"], person_of(request), form.cleaned_data["reason"])
    if not refusals:
        messages.success(request, _("已记下。"))
    return refusals


def _newest(kept: WordList) -> Edition | None:
    return kept.editions.order_by("-number").first()


def _declared(kept: WordList) -> str:
    found = declared_dictionaries().get(kept.dictionary)
    return found.label if found else kept.dictionary


def _nobody() -> Refusal:
    return Refusal(
        _("词表由采编人员、督查人员和系统管理员查看，您没有这些职务；请与本单位的系统管理员联系。")
    )
