"""Who holds a post, or signs for its holder, at a moment."""

from dataclasses import dataclass, replace
from datetime import date

from django.db.models import Q, QuerySet

from guanwei.api import Duty, Whose
from guanwei.organisations.models import Appointment, Delegation, Person, Unit
from guanwei.organisations.queries.tree import agency_of
from guanwei.registry import catalogue

OVERSEERS = frozenset({Whose.OVERSEER_OF_SUPPLIER, Whose.OVERSEER_OF_MANAGER})


@dataclass(frozen=True, slots=True)
class Seat:
    """A post that somebody holds (``delegation`` None) or signs for in writing."""

    person: Person
    appointment: Appointment
    delegation: Delegation | None = None


@dataclass(frozen=True, slots=True)
class HeldPost:
    """A post that a person holds (``own``) or signs for, as ids; ``overseen`` are the units it oversees."""

    role: str
    unit_id: int
    own: bool
    overseen: frozenset[int] = frozenset()


def _current(day: date, prefix: str = "") -> Q:
    return Q(**{f"{prefix}starts_on__lte": day}) & (
        Q(**{f"{prefix}ends_on__isnull": True}) | Q(**{f"{prefix}ends_on__gte": day})
    )


def appointments_on(day: date) -> QuerySet[Appointment]:
    """Appointments that stand on ``day``, of people whose account is active."""
    return Appointment.objects.filter(_current(day), person__is_active=True)


def delegations_on(day: date) -> QuerySet[Delegation]:
    """Delegations that stand on ``day``, of appointments that stand too. A delegation isn't passed on."""
    return (
        Delegation.objects.filter(_current(day), _current(day, "appointment__"), delegate__is_active=True)
        .filter(Q(revoked_on__isnull=True) | Q(revoked_on__gt=day))
        .exclude(document="")
    )


def held_or_lent(person: Person, day: date) -> QuerySet[Appointment]:
    """Appointments that the person holds or signs for on ``day``."""
    lent = delegations_on(day).filter(delegate=person).values("appointment")
    return Appointment.objects.filter(
        Q(pk__in=appointments_on(day).filter(person=person).values("pk")) | Q(pk__in=lent)
    )


def posts_of(person: Person, day: date) -> tuple[HeldPost, ...]:
    """The same, read in one query."""
    found: dict[int, HeldPost] = {}
    rows = held_or_lent(person, day).values_list("pk", "role", "unit_id", "person_id", "oversees")
    for pk, role, unit_id, holder, overseen in rows:
        known = found.get(pk) or HeldPost(role, unit_id, holder == person.pk)
        if overseen is not None:
            known = replace(known, overseen=known.overseen | {overseen})
        found[pk] = known
    return tuple(found.values())


def post_matches(role: str, unit: Unit, overseer: bool, prefix: str = "") -> Q:
    """The condition that an appointment is the post ``role`` at (or overseeing) ``unit``."""
    place = f"{prefix}oversees" if overseer else f"{prefix}unit"
    return Q(**{f"{prefix}role": role, place: unit})


def seats(role: str, unit: Unit, overseer: bool, day: date) -> list[Seat]:
    """Everybody who may sign as ``role`` for ``unit`` on ``day``: holders, then written delegates."""
    held = appointments_on(day).filter(post_matches(role, unit, overseer)).select_related("person", "unit")
    lent = (
        delegations_on(day)
        .filter(post_matches(role, unit, overseer, "appointment__"))
        .select_related("delegate", "appointment__person", "appointment__unit")
    )
    return [Seat(each.person, each) for each in held.distinct()] + [
        Seat(each.delegate, each.appointment, each) for each in lent.distinct()
    ]


def unit_for(whose: Whose, supplier: Unit, manager: Unit) -> tuple[Unit, bool]:
    """The unit at which a step's post is looked up, and whether the post *oversees* it."""
    if whose in (Whose.SUPPLIER, Whose.OVERSEER_OF_SUPPLIER):
        unit = supplier
    elif whose == Whose.AGENCY:
        unit = agency_of(manager)
    else:
        unit = manager
    return unit, whose in OVERSEERS


def roles_with(duty: Duty) -> list[str]:
    """Ids of the declared roles that carry ``duty``."""
    return [role.id for role in catalogue().roles if duty in role.duties]


def units_where(person: Person, duty: Duty, day: date) -> list[Unit]:
    """Units in which the person holds a post with ``duty`` on ``day``."""
    return list(
        Unit.objects.filter(
            appointments__in=appointments_on(day).filter(person=person, role__in=roles_with(duty))
        ).distinct()
    )


def holds(person: Person, duty: Duty, day: date) -> bool:
    """Whether the person holds any post with ``duty`` on ``day``."""
    return appointments_on(day).filter(person=person, role__in=roles_with(duty)).exists()
