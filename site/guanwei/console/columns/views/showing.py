"""What there is: trees, one tree with the state of each column, what lacks, how much each unit has in public."""

from collections.abc import Iterable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from guanwei.api import Duty, Refusal
from guanwei.console.columns.reach import tree_read, trees_read
from guanwei.console.review.answers import crumbs, person_of
from guanwei.organisations.queries.tree import units_within
from guanwei.organisations.rights.holdings import holdings_of, line_of
from guanwei.portal.queries.consultations import consultations_for
from guanwei.portal.queries.materials import supplies_below
from guanwei.portal.queries.statistics import tallies_below
from guanwei.portal.queries.trees import Tree, bases_for, states_of
from guanwei.publishing.rights.manuscripts import may_keep


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """The trees that the person reads; straight to the only one."""
    trees = trees_read(person_of(request))
    if len(trees) == 1:
        return redirect("columns:tree", trees[0].agency.slug, trees[0].plugin.name)
    context = {"trees": trees, "header_title": _("栏目"), "breadcrumbs_items": crumbs((_("栏目"), ""))}
    return render(request, "console/columns/index.html", context)


def tree_at(request: HttpRequest, slug: str, plugin: str) -> Tree:
    """The tree of the address, where the person reads it."""
    found = tree_read(person_of(request), slug, plugin)
    if found is None:
        raise Http404
    return found


@require_safe
def tree(request: HttpRequest, slug: str, plugin: str) -> HttpResponse:
    """Each declared column with its state."""
    return show(request, tree_at(request, slug, plugin))


def show(
    request: HttpRequest, shown: Tree, refusals: Iterable[Refusal] = (), status: int = 200
) -> HttpResponse:
    """The screen, with what stands against what was just tried."""
    person = person_of(request)
    bases = bases_for(shown.agency)
    base = shown.base or next(iter(bases), None)
    plan, states = states_of(shown, base) if base is not None else (None, [])
    unnamed = plan.unnamed if plan else ()
    administers = _administers(request, shown)
    context: dict[str, Any] = {
        "tree": shown,
        "base": base,
        "bases": bases,
        "plan": plan,
        "states": states,
        "drafts": [each for each in states if each.planned.page and not each.planned.page.live],
        "keeps": base is not None and may_keep(person, base.specific),
        "administers": administers,
        "unnamed": unnamed,
        "units": units_within([shown.agency])[shown.agency.pk] if unnamed and administers else [],
        "asked": consultations_for(person).exists(),
        "refusals": list(refusals),
        **_header(shown, ""),
    }
    return render(request, "console/columns/tree.html", context, status=status)


def _administers(request: HttpRequest, shown: Tree) -> bool:
    person = person_of(request)
    above = {each.pk for each in line_of(person, shown.agency.pk)}
    return bool(above & holdings_of(person).where(Duty.ADMINISTER))


def _header(shown: Tree, part: str) -> dict[str, Any]:
    title = _("%(agency)s栏目") % {"agency": shown.agency}
    here = reverse("columns:tree", args=[shown.agency.slug, shown.plugin.name]) if part else ""
    trail = [(title, here), *([(part, "")] if part else [])]
    return {"header_title": part or title, "breadcrumbs_items": crumbs(*trail)}


@require_safe
def supply(request: HttpRequest, slug: str, plugin: str) -> HttpResponse:
    """供稿清单: which materials each column has in public, and whose lack."""
    shown = tree_at(request, slug, plugin)
    supplies = supplies_below(shown.base) if shown.base is not None else []
    context = {"tree": shown, "supplies": supplies, **_header(shown, _("服务材料清单"))}
    return render(request, "console/columns/supply.html", context)


@require_safe
def counts(request: HttpRequest, slug: str, plugin: str) -> HttpResponse:
    """信息统计: live items by unit."""
    shown = tree_at(request, slug, plugin)
    tallies = tallies_below(shown.base, shown.agency) if shown.base is not None else []
    context = {"tree": shown, "tallies": tallies, **_header(shown, _("信息统计"))}
    return render(request, "console/columns/counts.html", context)
