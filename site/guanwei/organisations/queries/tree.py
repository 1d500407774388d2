"""Up and down the tree of units. The tree is small (hundreds), so it is read in one query."""

from collections.abc import Iterable, Sequence

from guanwei.api import UnitFacts
from guanwei.organisations.models import Unit, UnitKind

AGENCY_KINDS = frozenset(
    {
        UnitKind.COUNTY,
        UnitKind.TOWNSHIP,
        UnitKind.SUBDISTRICT,
        UnitKind.DEPARTMENT,
        UnitKind.AFFILIATED_INSTITUTION,
    }
)


def lineage(unit: Unit) -> list[Unit]:
    """The unit itself, its parent, and so on up to the county. A cycle ends the walk."""
    return _line(unit, _units())


def lineages(units: Iterable[Unit]) -> dict[int, list[Unit]]:
    """The same for several units, by the unit's key. One query."""
    by_id = _units()
    return {unit.pk: _line(unit, by_id) for unit in units}


def _units() -> dict[int, Unit]:
    return {each.pk: each for each in Unit.objects.all()}


def _line(unit: Unit, by_id: dict[int, Unit]) -> list[Unit]:
    line: list[Unit] = []
    current: Unit | None = unit
    while current is not None and all(each.pk != current.pk for each in line):
        line.append(current)
        current = by_id.get(current.parent_id)
    return line


def agency_of(unit: Unit) -> Unit:
    """The nearest body with rules of its own: the unit itself or an ancestor."""
    return _agency(lineage(unit))


def agencies() -> dict[int, Unit]:
    """The agency of every unit, by the unit's key. One query."""
    by_id = _units()
    return {pk: _agency(_line(unit, by_id)) for pk, unit in by_id.items()}


def _agency(line: list[Unit]) -> Unit:
    return next((each for each in line if each.kind in AGENCY_KINDS), line[-1])


def unit_facts(unit: Unit) -> UnitFacts:
    """The unit as rules see it. One query."""
    return facts_along(lineage(unit))


def facts_along(line: Sequence[Unit]) -> UnitFacts:
    """The same of the first unit of a line that the caller knows: no query."""
    unit = line[0]
    return UnitFacts(
        slug=unit.slug,
        name=unit.name,
        kind=unit.kind,
        ancestors=tuple(each.slug for each in line[1:]),
        declared_kind=unit.declared_kind,
    )


def units_named(slugs: Iterable[str]) -> dict[str, Unit]:
    """Units by their code (代号). No query for none."""
    wanted = set(slugs)
    return {each.slug: each for each in Unit.objects.filter(slug__in=wanted)} if wanted else {}


def units_within(agencies: Iterable[Unit]) -> dict[int, list[Unit]]:
    """Each agency with every unit below it, by the agency's key. One query."""
    by_id = _units()
    wanted = {each.pk: [] for each in agencies} if by_id else {}
    for unit in by_id.values():
        for each in _line(unit, by_id):
            if each.pk in wanted:
                wanted[each.pk].append(unit)
    return wanted
