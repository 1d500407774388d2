"""Which appointments and delegations stand on a day, and what they give a person."""

from dataclasses import dataclass, replace
from datetime import date

from django.db.models import Q, QuerySet

from guanwei.api import Duty, Whose
from guanwei.organisations.models import Appointment, Delegation, Person, Unit
from guanwei.organisations.queries.tree import agency_of
from guanwei.registry import catalogue

OVERSEERS = frozenset({Whose.OVERSEER_OF_SUPPLIER, Whose.OVERSEER_OF_MANAGER})
# An outsourced operator's staff never decide: the office may not hand its responsibility over.
DECIDING = frozenset({Duty.REVIEW, Duty.RELEASE, Duty.TAKE_DOWN, Duty.ADMINISTER})


@dataclass(frozen=True, slots=True)
class HeldPost:
    """A post that a person holds (``own``) or signs for, as ids; ``overseen`` are the units it oversees.

    ``subjects`` are those that it oversees (分管事项).
    """

    role: str
    unit_id: int
    own: bool
    overseen: frozenset[int] = frozenset()
    subjects: frozenset[str] = frozenset()


def _current(day: date, prefix: str = "") -> Q:
    return Q(**{f"{prefix}starts_on__lte": day}) & (
        Q(**{f"{prefix}ends_on__isnull": True}) | Q(**{f"{prefix}ends_on__gte": day})
    )


def _held_by_one_who_may(day: date, prefix: str = "") -> Q:
    """Not in a unit that is closed, nor a deciding post of somebody who went over to a contractor."""
    unit_stands = Q(**{f"{prefix}unit__closed_on__isnull": True}) | Q(**{f"{prefix}unit__closed_on__gt": day})
    return unit_stands & ~Q(
        **{f"{prefix}person__contractor": True, f"{prefix}role__in": _kept_from_contractors()}
    )


def _kept_from_contractors() -> list[str]:
    return [role.id for role in catalogue().roles if role.duties & DECIDING and not role.open_to_contractors]


def appointments_on(day: date) -> QuerySet[Appointment]:
    """Appointments that stand on ``day``, of people whose account is active, in units that aren't closed."""
    return Appointment.objects.filter(_current(day), _held_by_one_who_may(day), person__is_active=True)


def appointments_during(role: str, unit: Unit, first: date, last: date | None) -> QuerySet[Appointment]:
    """Appointments to the post on any day from ``first`` to ``last`` (None: for good), of people who may hold it."""
    begun = Q(starts_on__lte=last) if last is not None else Q()
    stands = begun & (Q(ends_on__isnull=True) | Q(ends_on__gte=first))
    held = Appointment.objects.filter(stands, _held_by_one_who_may(first), person__is_active=True)
    return held.filter(role=role, unit=unit)


def delegations_on(day: date) -> QuerySet[Delegation]:
    """Delegations that stand on ``day``, of appointments that stand too. A delegation isn't passed on."""
    return (
        Delegation.objects.filter(_current(day), _current(day, "appointment__"))
        .filter(
            _held_by_one_who_may(day, "appointment__"), delegate__is_active=True, delegate__contractor=False
        )
        .filter(Q(revoked_on__isnull=True) | Q(revoked_on__gt=day))
        .exclude(document="")
    )


def held_or_lent(person: Person, day: date) -> QuerySet[Appointment]:
    """Appointments that the person holds or signs for on ``day``."""
    lent = delegations_on(day).filter(delegate=person).values("appointment")
    return Appointment.objects.filter(
        Q(pk__in=appointments_on(day).filter(person=person).values("pk")) | Q(pk__in=lent)
    )


def roles_in(person: Person, unit: Unit, day: date) -> tuple[str, ...]:
    """Ids of the posts that the person holds in the unit on ``day``; none that are only signed for."""
    held = appointments_on(day).filter(person=person, unit=unit)
    return tuple(sorted(set(held.values_list("role", flat=True))))


def posts_of(person: Person, day: date) -> tuple[HeldPost, ...]:
    """The same, read in one query."""
    found: dict[int, HeldPost] = {}
    rows = held_or_lent(person, day).values_list("pk", "role", "unit_id", "person_id", "subjects", "oversees")
    for pk, role, unit_id, holder, subjects, overseen in rows:
        own = holder == person.pk
        known = found.get(pk) or HeldPost(role, unit_id, own, subjects=frozenset(subjects))
        if overseen is not None:
            known = replace(known, overseen=known.overseen | {overseen})
        found[pk] = known
    return tuple(found.values())


def unit_for(whose: Whose, supplier: Unit, manager: Unit) -> tuple[Unit, bool]:
    """The unit at which a step's post is looked up, and whether the post *oversees* it."""
    if whose in (Whose.SUPPLIER, Whose.OVERSEER_OF_SUPPLIER):
        unit = supplier
    elif whose in (Whose.AGENCY, Whose.OVERSEER_OF_SUBJECT):
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
