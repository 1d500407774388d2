"""Whose entries a person reads and keeps: by the posts held, where the plugin is in force."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from guanwei.api import Duty, Register
from guanwei.organisations.models import Unit
from guanwei.organisations.queries.rules import rules_along
from guanwei.organisations.rights.holdings import agency_in_memory, holdings_of, known_units, line_of


@dataclass(frozen=True, slots=True)
class Reach:
    """Ids of organisations: whose entries are read, and whose are kept."""

    reads: frozenset[int]
    keeps: frozenset[int]


def reach_of(person: Any, register: Register, plugin: str) -> Reach:
    """Everybody in post reads the own organisation's register while its plugin is in force there; who audits or
    administers it reads it whenever. Three queries for any number of registers, kept on the instance.
    """
    in_force = _in_force(person)
    at_work = [each for each in holdings_of(person).posts if plugin in in_force[each.unit_id]]
    reads = {agency_in_memory(person, each.unit_id) for each in at_work}
    keeps = {
        agency_in_memory(person, each.unit_id)
        for each in at_work
        if each.own and each.role in register.kept_by
    }
    return Reach(frozenset(reads | _overseen(person)), frozenset(keeps))


def organisations(person: Any, ids: Iterable[int]) -> list[Unit]:
    """Those of the organisations that aren't closed."""
    known = known_units(person)
    return [known[pk] for pk in sorted(ids) if pk in known and known[pk].closed_on is None]


def _overseen(person: Any) -> set[int]:
    held = holdings_of(person)
    overseeing = held.where(Duty.AUDIT) | held.where(Duty.ADMINISTER)
    return {
        pk
        for pk in (known_units(person) if overseeing else ())
        if overseeing & {each.pk for each in line_of(person, pk)}
    }


def _in_force(person: Any) -> dict[int, frozenset[str]]:
    """Names of the plugins in force at each unit where the person holds a post."""
    kept = getattr(person, "_in_force", None)
    if kept is None:
        held = {each.unit_id for each in holdings_of(person).posts}
        rules = rules_along({pk: line_of(person, pk) for pk in held})
        kept = {pk: frozenset(each.plugin for each in active) for pk, active in rules.items()}
        person._in_force = kept
    found: dict[int, frozenset[str]] = kept
    return found
