"""How much each unit of an agency has in public, by the kinds of units that its rule books know."""

from dataclasses import dataclass

from django.db.models import Count
from wagtail.models import Page

from guanwei.api import UnitKind
from guanwei.organisations.models import Unit
from guanwei.organisations.queries.rules import rules_of
from guanwei.organisations.queries.tree import lineages, units_within
from guanwei.publishing.models import ArticlePage
from guanwei.registry import catalogue


@dataclass(frozen=True, slots=True)
class Tally:
    """The units of one kind, each with its number of live articles."""

    kind: UnitKind
    rows: list[tuple[Unit, int]]


def tallies_below(base: Page, agency: Unit) -> list[Tally]:
    """Live articles below ``base`` by the unit directly below ``agency`` that supplied them. Six queries."""
    kinds = [
        kind for each in rules_of([agency])[agency.pk] for kind in catalogue().of(each.plugin).unit_kinds
    ]
    within = units_within([agency])[agency.pk]
    counted = _counted(base, within, agency)
    found = []
    for kind in kinds:
        units = [each for each in within if each.parent_id == agency.pk and each.declared_kind == kind.id]
        if units:
            rows = [(each, counted.get(each.pk, 0)) for each in units]
            found.append(Tally(kind, sorted(rows, key=lambda row: (-row[1], row[0].pk))))
    return found


def _counted(base: Page, within: list[Unit], agency: Unit) -> dict[int, int]:
    """By the key of the unit directly below the agency: what a section supplies counts for its department."""
    lines = lineages(within)
    top = {
        pk: next((each.pk for each in line if each.parent_id == agency.pk), pk) for pk, line in lines.items()
    }
    rows = ArticlePage.objects.live().descendant_of(base).values_list("supplier").annotate(Count("pk"))
    found: dict[int, int] = {}
    for supplier, number in rows.order_by("supplier"):
        key = top.get(supplier, supplier)
        found[key] = found.get(key, 0) + number
    return found
