"""Who may put items into a column: its lead and co-owners, those who contribute, and what stands below them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from wagtail.models import Page

from guanwei.api import ColumnFacts, Duty
from guanwei.organisations.models import Unit
from guanwei.organisations.queries.kinds import is_one_of
from guanwei.organisations.queries.tree import lineages, unit_facts
from guanwei.organisations.rights.holdings import holdings_of, line_of
from guanwei.portal.models import ColumnPage
from guanwei.portal.queries.declared import Declared, column_at, declared_among, declared_of
from guanwei.portal.queries.printed import names_printed, units_by_name, units_by_name_in
from guanwei.registry import catalogue


@dataclass(frozen=True, slots=True)
class Suppliers:
    """Units that may submit into a column, each with all below it."""

    units: Mapping[int, Unit]
    kinds: tuple[str, ...]

    def take(self, line: Sequence[Unit]) -> bool:
        """Whether the unit whose line this is (itself, its parent, and so on up) is one of them."""
        return any(each.pk in self.units or is_one_of(each, self.kinds) for each in line)

    @property
    def words(self) -> str:
        """The units by name, then the kinds."""
        kinds = (catalogue().unit_kind(each) for each in self.kinds)
        named = [*map(str, self.units.values()), *(each.label for each in kinds if each)]
        return _("、").join(dict.fromkeys(named))


def suppliers_of(declared: Declared, named: Mapping[str, Unit] | None = None) -> Suppliers:
    """By the page's lead and the declaration. Two queries where ``named`` isn't given."""
    known = units_by_name(declared.agency) if named is None else named
    printed = (known[name] for name in names_printed(declared.column) if name in known)
    units = {each.pk: each for each in (declared.page.unit, *printed)}
    return Suppliers(units, declared.column.contributor_kinds)


def column_facts(page: Page, supplier: Unit) -> ColumnFacts | None:
    """What rules are told of the column. Two queries; five more for one that a rule book declares."""
    column = column_at(page)
    if column is None:
        return None
    declared = declared_of(column)
    may = declared is None or suppliers_of(declared).take(lineages([supplier])[supplier.pk])
    return ColumnFacts(declared.column.id if declared else "", column.slug, unit_facts(column.unit), may)


def closed_to(person: Any) -> frozenset[int]:
    """Columns into which the person puts nothing: taken out of use, or kept by others. Kept on the instance.

    Five queries at most, however many columns there are.
    """
    if not hasattr(person, "_closed_columns"):
        person._closed_columns = _read_closed(person)
    found: frozenset[int] = person._closed_columns
    return found


def _read_closed(person: Any) -> frozenset[int]:
    pages = list(ColumnPage.objects.select_related("unit"))
    shut = {each.pk for each in pages if each.closed}
    if person.is_superuser:
        return frozenset(shut)
    declared = declared_among(each for each in pages if not each.closed)
    named = units_by_name_in({each.agency.pk: each.agency for each in declared.values()}.values())
    lines = [line_of(person, unit) for unit in holdings_of(person).where(Duty.WRITE)]
    for pk, said in declared.items():
        suppliers = suppliers_of(said, named[said.agency.pk])
        if said.column.platform or not any(suppliers.take(line) for line in lines):
            shut.add(pk)
    return frozenset(shut)
