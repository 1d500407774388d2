"""Found a tree, sign it in one act, say which unit a printed name means."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from guanwei.api import Refusal
from guanwei.console.columns.views.showing import show, tree_at
from guanwei.console.review.answers import person_of
from guanwei.organisations.models import Unit
from guanwei.portal.queries.trees import Tree, bases_for
from guanwei.portal.services import found_tree, name_unit, submit_tree


@require_POST
def found(request: HttpRequest, slug: str, plugin: str) -> HttpResponse:
    """The missing columns as drafts."""

    def act(shown: Tree) -> list[Refusal]:
        key = request.POST.get("base", "")
        base = shown.base or next((each for each in bases_for(shown.agency) if str(each.pk) == key), None)
        if base is None:
            return [
                Refusal(_("请先选定在哪个页面下面建立；还没有本机构页面的，请网站管理员先建一个并发布。"))
            ]
        return found_tree(base, shown.agency, shown.plugin.name, person_of(request))

    return _done(request, slug, plugin, act, _("栏目已按规定的次序建成草稿，请核对后送审签发。"))


@require_POST
def sign(request: HttpRequest, slug: str, plugin: str) -> HttpResponse:
    """Submit and sign every draft of the tree."""

    def act(shown: Tree) -> list[Refusal]:
        return submit_tree(shown.base, person_of(request))[1] if shown.base is not None else []

    return _done(request, slug, plugin, act, _("栏目已签发公开。"))


@require_POST
def name(request: HttpRequest, slug: str, plugin: str) -> HttpResponse:
    """One printed name."""

    def act(shown: Tree) -> list[Refusal]:
        unit = Unit.objects.filter(slug=request.POST.get("unit", "")).first()
        if unit is None:
            return [Refusal(_("请选定这个名称指哪个单位。"))]
        given = (request.POST.get("name", ""), unit)
        return name_unit(shown.agency, *given, by=person_of(request), reason=request.POST.get("reason", ""))

    return _done(request, slug, plugin, act, _("已指明单位。"))


def _done(
    request: HttpRequest, slug: str, plugin: str, act: Callable[[Tree], list[Refusal]], said: str
) -> HttpResponse:
    shown = tree_at(request, slug, plugin)
    refusals = act(shown)
    if refusals:
        return show(request, shown, refusals, 422)
    messages.success(request, said)
    return redirect("columns:tree", slug, plugin)
