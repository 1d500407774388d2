"""Puts what happens at the doors on the record."""

from dataclasses import dataclass
from datetime import timedelta
from ipaddress import ip_address
from typing import Any

from guanwei.audit import clock
from guanwei.audit.acting import current, recorded_person
from guanwei.organisations.models import DoorEntry, DoorEvent, Person

FAMILIAR = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Came:
    """Where a request came from: its address (empty when unknown) and what the browser calls itself."""

    address: str = ""
    agent: str = ""


NOWHERE = Came()


def enter(
    event: DoorEvent,
    person: Person | None,
    came: Came = NOWHERE,
    *,
    by: Person | None = None,
    reason: str = "",
) -> DoorEntry:
    """Write the entry. ``by`` is left out where people act on their own account."""
    return DoorEntry.objects.create(
        event=event,
        person=person,
        by=by if by is not None and (person is None or by.pk != person.pk) else None,
        address=_valid(came.address),
        agent="".join(each for each in came.agent if each.isprintable())[:200],
        reason=reason[:200],
    )


def acting_other(person: Any) -> Person | None:
    """Who acts now, where that isn't ``person``."""
    actor: Any = recorded_person() if current().person is not None else None
    return actor if actor is not None and actor.pk != person.pk else None


def came_before(username: str, address: str) -> bool:
    """Whether the person signed in from this address within the last 30 days."""
    return DoorEntry.objects.filter(
        event=DoorEvent.SIGNED_IN,
        person__username=username,
        address=_valid(address),
        at__gte=clock.now() - FAMILIAR,
    ).exists()


def _valid(address: str) -> str | None:
    try:
        return str(ip_address(address))
    except ValueError:
        return None
