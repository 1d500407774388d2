"""What a writer may put into a manuscript: units of the own agencies, and the accounts that they manage."""

from dataclasses import dataclass, field
from typing import Any

from guanwei.accounts.models import Account
from guanwei.api import Duty
from guanwei.organisations.models import Unit
from guanwei.organisations.queries.tree import AGENCY_KINDS
from guanwei.organisations.rights.holdings import agency_in_memory, holdings_of, known_units


@dataclass(frozen=True, slots=True)
class Reach:
    """``units`` may supply or manage; ``accounts`` are theirs, closed ones too; ``own`` is the person's.

    ``concerned`` are the agencies that an item may concern: key and name by code.
    """

    units: dict[int, Unit]
    accounts: dict[int, Account]
    own: Unit | None
    concerned: dict[str, tuple[int, str]] = field(default_factory=dict)


def reach_of(person: Any) -> Reach:
    """Two queries at most, kept on the instance: every variant's form asks."""
    if not hasattr(person, "_reach"):
        person._reach = _read(person)
    return person._reach


def _read(person: Any) -> Reach:
    known, writes = known_units(person), holdings_of(person).where(Duty.WRITE)
    agencies = {agency_in_memory(person, each) for each in writes}
    units = {
        pk: unit
        for pk, unit in known.items()
        if unit.closed_on is None and (person.is_superuser or agency_in_memory(person, pk) in agencies)
    }
    accounts = {each.pk: each for each in Account.objects.filter(unit__in=units)}
    own = next((units[pk] for pk in sorted(writes) if pk in units), None)
    concerned = {
        each.slug: (each.pk, each.name)
        for each in known.values()
        if each.kind in AGENCY_KINDS and each.closed_on is None
    }
    return Reach(units, accounts, own, concerned)
