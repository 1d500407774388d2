"""The trees of columns that rule books declare: whose they are, where they stand, what each column lacks."""

from collections.abc import Iterable
from dataclasses import dataclass

from wagtail.models import Page

from guanwei.api import Role
from guanwei.audit import clock
from guanwei.organisations.models import Unit
from guanwei.organisations.queries.posts import appointments_on
from guanwei.organisations.queries.rules import switched_on
from guanwei.organisations.queries.tree import units_within
from guanwei.portal.models import ColumnPage
from guanwei.portal.queries.declared import columns_of
from guanwei.portal.queries.planning import PlannedColumn, TreePlan, plan_tree
from guanwei.registry import LoadedPlugin, catalogue


@dataclass(frozen=True, slots=True)
class Tree:
    """What one rule book declares for one agency. ``base`` is the page that it stands below, None before founding."""

    agency: Unit
    plugin: LoadedPlugin
    base: Page | None


@dataclass(frozen=True, slots=True)
class ColumnState:
    """A declared column of a tree with its page, and the posts that its lead has to fill yet."""

    planned: PlannedColumn
    depth: int
    vacant: tuple[Role, ...]


def trees_of(agencies: Iterable[Unit]) -> list[Tree]:
    """Every tree that a rule book declares for one of ``agencies``. Two queries and three more a tree."""
    wanted = {each.pk for each in agencies}
    found = []
    for pk, (unit, plugins) in switched_on().items():
        for name in plugins if pk in wanted else ():
            plugin = catalogue().plugin(name)
            if plugin is not None and columns_of(name):
                found.append(Tree(unit, plugin, _base(unit, name)))
    return found


def _base(agency: Unit, plugin: str) -> Page | None:
    tops = [each.id for each in columns_of(plugin).values() if not each.parent]
    own = ColumnPage.objects.filter(declared__in=tops, unit__in=units_within([agency])[agency.pk])
    first = own.order_by("path").first()
    return Page.objects.filter(path=first.path[: -Page.steplen]).first() if first is not None else None


def bases_for(agency: Unit) -> list[ColumnPage]:
    """Live pages of the agency below which its tree may be founded."""
    own = ColumnPage.objects.live().filter(declared="", unit=agency)
    return list(own.order_by("path"))


def states_of(tree: Tree, base: Page) -> tuple[TreePlan, list[ColumnState]]:
    """The columns in their order, with what is missing. Nine queries."""
    plan = plan_tree(base, tree.agency, tree.plugin.name)
    asked = {role for each in plan.columns for role in each.column.staffed_by}
    leads = {each.unit.pk for each in plan.columns if each.unit is not None}
    rows = appointments_on(clock.today()).filter(role__in=asked, unit__in=leads)
    held = set(rows.values_list("unit", "role"))
    depths: dict[str, int] = {}
    states = []
    for each in plan.columns:
        depths[each.column.id] = depth = depths.get(each.column.parent, -1) + 1
        states.append(ColumnState(each, depth, _vacant(each, held)))
    return plan, states


def _vacant(planned: PlannedColumn, held: set[tuple[int, str]]) -> tuple[Role, ...]:
    lead = planned.page.unit_id if planned.page is not None else planned.unit.pk if planned.unit else 0
    empty = [each for each in planned.column.staffed_by if (lead, each) not in held]
    return tuple(role for each in empty if (role := catalogue().role(each)) is not None)
