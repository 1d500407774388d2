"""Kinds of units: what the tree knows of a unit, and what the rule books in force there call it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from guanwei.api import Citation, Role, Structure
from guanwei.api import UnitKind as DeclaredKind
from guanwei.organisations.models import Unit, UnitKind
from guanwei.organisations.queries.rules import place, rules_along
from guanwei.organisations.queries.tree import AGENCY_KINDS, lineage
from guanwei.registry import Active, catalogue

INNER = (Structure.SECTION, Structure.AFFILIATED_UNIT)
"""What belongs to an agency."""


@dataclass(frozen=True, slots=True)
class KindChoice:
    """A kind that a unit may be given: ``value`` is the id of a declared kind, or a structure without a name."""

    value: str
    label: str
    structure: Structure
    cites: tuple[Citation, ...] = ()

    @property
    def declared(self) -> str:
        return self.value if self.cites else ""


def kind_label(unit: Unit) -> str:
    """What the unit is called: by the book that names its kind, else by its place in the tree."""
    declared = catalogue().unit_kind(unit.declared_kind) if unit.declared_kind else None
    return declared.label if declared else unit.get_kind_display()


def is_one_of(unit: Unit, unit_kinds: tuple[str, ...]) -> bool:
    """Whether the unit is of one of the kinds, by either name."""
    return unit.kind in unit_kinds or unit.declared_kind in unit_kinds


def is_misplaced(unit: Unit, line: Sequence[Unit], rules: Iterable[Active]) -> bool:
    """Whether its kind isn't one that a unit at its place may have: it was there before the book, or moved.

    ``line`` runs from its parent up, ``rules`` are in force at its parent.
    """
    return all(each.value != (unit.declared_kind or unit.kind) for each in kinds_along(line, rules))


def has_post(unit: Unit, role: Role) -> bool:
    """Whether units of this kind have the post; nothing said means that all have."""
    return not role.unit_kinds or is_one_of(unit, role.unit_kinds)


def kinds_below(parent: Unit | None) -> tuple[KindChoice, ...]:
    """The kinds that a unit directly below ``parent`` may have. Two queries."""
    if parent is None:
        return (_plain(Structure.COUNTY),)
    line = lineage(parent)
    return kinds_along(line, rules_along({parent.pk: line})[parent.pk])


def kinds_along(line: Sequence[Unit], rules: Iterable[Active]) -> tuple[KindChoice, ...]:
    """The same where the caller knows the units from the parent up, and the rules in force at the parent."""
    parent = line[0]
    standing, reaching = _declared_below(line, rules)
    if standing:
        return (*map(_named, standing), *map(_plain, _needing_none(parent, standing)))
    fitting = [each for each in reaching if _may_stand(each.structure, parent)]
    covered = {each.structure for each in fitting}
    nameless = [
        each for each in Structure if each in INNER or (each not in covered and _may_stand(each, parent))
    ]
    return (*map(_named, fitting), *map(_plain, nameless))


def choice_of(parent: Unit | None, wanted: str) -> KindChoice | None:
    """What ``wanted``, the id of a declared kind or a structure, means below ``parent``.

    A structure means the one kind that has it; None where there is none, or more than one.
    """
    offered = kinds_below(parent)
    exact = [each for each in offered if each.value == wanted]
    found = exact or [each for each in offered if each.structure == wanted]
    return found[0] if len(found) == 1 else None


def cited(choices: Iterable[KindChoice]) -> tuple[Citation, ...]:
    """The articles behind the choices, each once."""
    return tuple(dict.fromkeys(cite for each in choices for cite in each.cites))


def _declared_below(
    line: Sequence[Unit], rules: Iterable[Active]
) -> tuple[list[DeclaredKind], list[DeclaredKind]]:
    """Kinds of the books that are switched on at the parent itself, and those of all books in force there."""
    standing: list[DeclaredKind] = []
    reaching: list[DeclaredKind] = []
    for active in rules:
        kinds = catalogue().of(active.plugin).unit_kinds
        reaching += kinds
        if place(active, line) == line[0]:
            standing += kinds
    return standing, reaching


def _needing_none(parent: Unit, standing: Iterable[DeclaredKind]) -> tuple[Structure, ...]:
    """An inner section is a part of its agency, no unit that the book speaks of; the county itself has none."""
    named = {each.structure for each in standing}
    inner = parent.kind != UnitKind.COUNTY and Structure.SECTION not in named
    return (Structure.SECTION,) if inner else ()


def _may_stand(structure: Structure, parent: Unit) -> bool:
    """There is one county; an agency stands below an agency."""
    if structure is Structure.COUNTY:
        return False
    return structure in INNER or parent.kind in AGENCY_KINDS


def _named(kind: DeclaredKind) -> KindChoice:
    return KindChoice(kind.id, kind.label, kind.structure, kind.cites)


def _plain(structure: Structure) -> KindChoice:
    return KindChoice(structure.value, str(UnitKind(structure.value).label), structure)
