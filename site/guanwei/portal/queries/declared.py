"""A column's page by its declaration, where the rule book that declares it is in force."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from wagtail.models import Page

from guanwei.api import Citation, Column, Refusal
from guanwei.audit import clock
from guanwei.organisations.models import Unit
from guanwei.organisations.queries.rules import place, rules_along
from guanwei.organisations.queries.tree import lineages
from guanwei.portal.models import ColumnPage
from guanwei.registry import Active, LoadedPlugin, catalogue
from guanwei.registry.in_force import rules_in_force


@dataclass(frozen=True, slots=True)
class Declared:
    """A page and what its rule book says of it. ``agency`` is the unit where the book is switched on."""

    page: ColumnPage
    column: Column
    plugin: LoadedPlugin
    agency: Unit

    def refusal(self, sentence: str, cites: tuple[Citation, ...] = ()) -> Refusal:
        """A refusal in the name of the column's article."""
        plugin = self.plugin
        return Refusal(sentence, cites or self.column.cites, self.column.id, plugin.name, plugin.version)


def column_at(page: Page | None) -> ColumnPage | None:
    """The column behind a page of any class. At most one query, kept on the instance."""
    if page is None or isinstance(page, ColumnPage):
        return page
    if not page.pk or page.content_type_id is None or not issubclass(page.specific_class or Page, ColumnPage):
        return None
    if not hasattr(page, "_column"):
        page._column = ColumnPage.objects.select_related("unit").filter(pk=page.pk).first()
    found: ColumnPage | None = page._column
    return found


def declared_of(page: Page | None) -> Declared | None:
    """What the rule book in force says of the page; None where none does. Two queries for a declared column."""
    column = column_at(page)
    return declared_among([column]).get(column.pk) if column is not None and column.declared else None


def declared_among(pages: Iterable[ColumnPage]) -> dict[int, Declared]:
    """The same for many pages, by their keys. Two queries, none without a declared column."""
    named = [each for each in pages if each.declared]
    if not named:
        return {}
    lines = lineages({each.unit_id: each.unit for each in named}.values())
    rules = rules_along(lines)
    found = ((each, _found(each, lines[each.unit_id], rules[each.unit_id])) for each in named)
    return {each.pk: said for each, said in found if said is not None}


def _found(page: ColumnPage, line: Sequence[Unit], rules: Sequence[Active]) -> Declared | None:
    plugin = catalogue().owner_of(page.declared)
    active = next((each for each in rules if plugin and each.plugin == plugin.name), None)
    if plugin is None or active is None:
        return None
    column = columns_of(plugin.name).get(page.declared)
    return Declared(page, column, plugin, place(active, line)) if column is not None else None


def columns_of(plugin: str) -> Mapping[str, Column]:
    """The columns that a plugin declares and that apply today, by id, in its order."""
    declared = catalogue().of(plugin)
    applying = rules_in_force(declared, clock.today()).columns if declared.columns else ()
    return {each.id: each for each in applying}
