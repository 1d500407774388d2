"""规定原文: the versions of a rule book's original wording, what its print lacks, and loading the next."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from guanwei.api import Refusal, RuleBook
from guanwei.console.registers.duties import reads_registers
from guanwei.console.review.answers import crumbs, person_of, refused
from guanwei.organisations.models import Person
from guanwei.organisations.rights.holdings import holdings_of
from guanwei.registry import LoadedPlugin, catalogue
from guanwei.regulations.models import Original
from guanwei.regulations.queries import may_load, versions_of
from guanwei.regulations.reading import MOST_BYTES
from guanwei.regulations.services import load_original, too_large
from guanwei.regulations.wording import public_passages


def originals(request: HttpRequest, book: str) -> HttpResponse:
    """The versions, newest first, with the form for whoever administers the rules."""
    declared, plugin = _declared(book)
    person = person_of(request)
    may = may_load(person, plugin.name)
    if not may and not _reads(person):
        return refused(request, [_not_yours(declared)])
    refusals: list[Refusal] = []
    if request.method == "POST":
        refusals = _load(request, declared, person)
        if not refusals:
            return redirect("regulations:originals", book)
    context: dict[str, Any] = {
        "book": declared,
        "versions": list(versions_of(book)),
        "may_load": may,
        "refusals": refusals,
        "header_title": _("《%(document)s》的原文") % {"document": declared.document},
        "breadcrumbs_items": crumbs((_("规定原文"), "")),
    }
    return render(request, "console/regulations/originals.html", context, status=409 if refusals else 200)


@require_safe
def original(request: HttpRequest, book: str, version: int) -> HttpResponse:
    """One version as it was split, and what was told of it."""
    declared, plugin = _declared(book)
    person = person_of(request)
    if not may_load(person, plugin.name) and not _reads(person):
        return refused(request, [_not_yours(declared)])
    kept = get_object_or_404(Original.objects.select_related("by"), rule_book=book, version=version)
    context = {
        "book": declared,
        "original": kept,
        "passages": public_passages(kept),
        "header_title": _("《%(document)s》原文第%(version)d版")
        % {"document": declared.document, "version": version},
        "breadcrumbs_items": crumbs(
            (_("规定原文"), reverse("regulations:originals", args=[book])), (f"{version}", "")
        ),
    }
    return render(request, "console/regulations/original.html", context)


def _reads(person: Person) -> bool:
    """Those who read registers, and who keeps the site: a version is looked at before it is signed for."""
    return reads_registers(person) or bool(holdings_of(person).keeping)


def _declared(book_id: str) -> tuple[RuleBook, LoadedPlugin]:
    book, plugin = catalogue().rule_book(book_id), catalogue().owner_of(book_id)
    if book is None or plugin is None:
        raise Http404(book_id)
    return book, plugin


def _load(request: HttpRequest, book: RuleBook, person: Person) -> list[Refusal]:
    file = request.FILES.get("file")
    if file is None:
        return [Refusal(_("请选择规定的文件：.txt 或 .docx。"))]
    if (file.size or 0) > MOST_BYTES:
        return [too_large(file.size or 0)]
    loaded, refusals = load_original(book.id, file.read(), file.name or "", person)
    if loaded is not None:
        said = _("已载入原文第%(version)d版，请看下面的提示。")
        messages.success(request, said % {"version": loaded.version})
    return refusals


def _not_yours(book: RuleBook) -> Refusal:
    said = _("《%(document)s》的原文由启用这套规则的单位的系统管理员载入，您没有这个职务；请与其联系。")
    return Refusal(said % {"document": book.document})
