"""A declared tree before it stands: which columns, below which page, led by which unit; and what is missing."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _
from wagtail.models import Page

from guanwei.accounts.models import Account
from guanwei.accounts.queries import open_accounts
from guanwei.api import Column, Refusal
from guanwei.organisations.models import Unit
from guanwei.organisations.queries.rules import rules_of
from guanwei.organisations.queries.tree import lineage, units_within
from guanwei.portal.models import ColumnPage
from guanwei.portal.queries.declared import columns_of
from guanwei.portal.queries.printed import names_printed, owners_of, units_by_name
from guanwei.registry import catalogue


@dataclass(frozen=True, slots=True)
class PlannedColumn:
    """A declared column with the unit that will lead it, the account that it links to, and the page that stands."""

    column: Column
    unit: Unit | None
    account: Account | None
    page: ColumnPage | None


@dataclass(frozen=True, slots=True)
class TreePlan:
    """What founding a tree below a page would do. ``unnamed`` are printed names that mean no unit yet."""

    base: Page
    agency: Unit
    plugin: str
    columns: tuple[PlannedColumn, ...]
    unnamed: tuple[str, ...]
    refusals: tuple[Refusal, ...]

    @property
    def missing(self) -> tuple[PlannedColumn, ...]:
        """Columns without a page."""
        return tuple(each for each in self.columns if each.page is None)


def plan_tree(base: Page, agency: Unit, plugin: str) -> TreePlan:
    """The plan for the columns of ``plugin`` below ``base``. Eight queries at most."""
    named = units_by_name(agency)
    columns = columns_of(plugin)
    standing = {
        each.declared: each
        for each in ColumnPage.objects.filter(declared__in=columns, unit__in=_within(agency))
    }
    accounts = _accounts(agency) if any(each.platform for each in columns.values()) else {}
    leads = _leads(columns, named, agency)
    planned = tuple(
        PlannedColumn(each, leads[each.id], accounts.get((each.platform, each.label)), standing.get(each.id))
        for each in columns.values()
    )
    printed = dict.fromkeys(name for each in columns.values() for name in names_printed(each))
    unnamed = tuple(name for name in printed if name not in named)
    return TreePlan(
        base, agency, plugin, planned, unnamed, tuple(_against(base, agency, plugin, planned, named))
    )


def _within(agency: Unit) -> list[int]:
    return [each.pk for each in units_within([agency])[agency.pk]]


def _accounts(agency: Unit) -> dict[tuple[str, str], Account]:
    """Open accounts of the agency by platform and name."""
    rows = open_accounts().filter(unit__in=_within(agency))
    return {(each.platform, each.name): each for each in rows}


def _leads(columns: Mapping[str, Column], named: Mapping[str, Unit], agency: Unit) -> dict[str, Unit | None]:
    """A column without a lead is its parent's, and at the top the agency's."""
    found: dict[str, Unit | None] = {}
    for column in columns.values():
        above = found.get(column.parent, agency) if column.parent else agency
        found[column.id] = next(iter(owners_of(column, named)), None) if column.lead else above
    return found


def _against(
    base: Page,
    agency: Unit,
    plugin: str,
    planned: tuple[PlannedColumn, ...],
    named: Mapping[str, Unit],
) -> Iterator[Refusal]:
    known = catalogue().plugin(plugin)
    if known is None or plugin not in {each.plugin for each in rules_of([agency])[agency.pk]}:
        said = _("%(agency)s没有启用规则包“%(plugin)s”，不能按它建立栏目；请管理员先启用。")
        yield Refusal(said % {"agency": agency, "plugin": plugin})
        return
    if not planned:
        yield Refusal(_("规则包“%(plugin)s”没有规定栏目。") % {"plugin": known.label}, plugin=plugin)
    lost = [each for each in planned if each.unit is None]
    for name in dict.fromkeys(each.column.lead for each in lost):
        labels = [each.column.label for each in lost if each.column.lead == name]
        said = _(
            "%(agency)s没有叫“%(name)s”的单位，“%(labels)s”还没有责任单位；请在“规定中的单位”里指明是哪个单位。"
        )
        words = {"agency": agency, "name": name, "labels": _("”“").join(labels)}
        cites = next(each.column.cites for each in lost if each.column.lead == name)
        yield Refusal(said % words, cites, plugin=plugin, version=known.version)
    tops = {each.column.slug for each in planned if not each.column.parent and each.page is None}
    for taken in base.get_children().filter(slug__in=tops):
        said = _("“%(base)s”下面已有地址为“%(slug)s”的页面“%(title)s”；请先给它换一个地址。")
        yield Refusal(said % {"base": base.title, "slug": taken.slug, "title": taken.title})
    if isinstance(base.specific, ColumnPage) and agency not in lineage(base.specific.unit):
        said = _("“%(base)s”不是%(agency)s的页面，不能在它下面建立该机构的栏目；请改选。")
        yield Refusal(said % {"base": base.title, "agency": agency})
