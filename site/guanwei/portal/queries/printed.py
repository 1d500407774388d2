"""Units by the names that a regulation prints."""

from collections.abc import Iterable, Mapping

from guanwei.api import Column
from guanwei.organisations.models import Unit
from guanwei.organisations.queries.tree import units_within
from guanwei.portal.models import PrintedUnit


def units_by_name(agency: Unit) -> dict[str, Unit]:
    """What each name means in the agency: as it says itself, else the one unit of that name. Two queries."""
    return units_by_name_in([agency])[agency.pk]


def units_by_name_in(agencies: Iterable[Unit]) -> dict[int, dict[str, Unit]]:
    """The same for several agencies, by their keys. Two queries."""
    within = units_within(agencies)
    found = {pk: _own_names(units) for pk, units in within.items()}
    for said in PrintedUnit.objects.filter(agency__in=within).select_related("unit"):
        found[said.agency_id][said.name] = said.unit
    return found


def _own_names(units: Iterable[Unit]) -> dict[str, Unit]:
    """Open units by name and by short name; a name that two of them have means neither."""
    named: dict[str, set[Unit]] = {}
    for unit in units:
        for name in {unit.name, unit.short_name} - {""}:
            if unit.closed_on is None:
                named.setdefault(name, set()).add(unit)
    return {name: next(iter(meant)) for name, meant in named.items() if len(meant) == 1}


def names_printed(column: Column) -> tuple[str, ...]:
    """Every unit that the declaration names: lead, co-owners, contributors."""
    return tuple(filter(None, (column.lead, *column.co_owners, *column.contributors)))


def owners_of(column: Column, named: Mapping[str, Unit]) -> list[Unit]:
    """The units that may lead the column, the printed lead first."""
    return [named[name] for name in (column.lead, *column.co_owners) if name in named]
