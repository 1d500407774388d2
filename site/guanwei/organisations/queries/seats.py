"""Who may sit at a post that a step asks for: its holders, and those who sign for them in writing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import F, Q, QuerySet

from guanwei.organisations.models import Appointment, Delegation, Person, Unit
from guanwei.organisations.queries.posts import appointments_on, delegations_on


@dataclass(frozen=True, slots=True)
class Seat:
    """A post that somebody holds (``delegation`` None) or signs for in writing."""

    person: Person
    appointment: Appointment
    delegation: Delegation | None = None


@dataclass(frozen=True, slots=True)
class AskedPost:
    """A post as a step asks for it: ``role`` at ``unit`` or, as ``overseer``, over it; with its ``subject``."""

    role: str
    unit: Unit
    overseer: bool = False
    subject: str = ""

    def matches(self, prefix: str) -> Q:
        """The condition of a row whose ``overseen`` is one of the units that the appointment oversees."""
        place = "overseen" if self.overseer else f"{prefix}unit"
        return Q(**{f"{prefix}role": self.role, place: self.unit.pk})

    def is_held(self, appointment: Appointment, overseen: int | None) -> bool:
        """Whether the appointment, read with one unit that it oversees, is this post."""
        place = overseen if self.overseer else appointment.unit_id
        # In Python: SQLite's JSON has no "contains", and a post has few holders.
        fits = not self.subject or self.subject in appointment.subjects
        return fits and appointment.role == self.role and place == self.unit.pk


def seats(role: str, unit: Unit, overseer: bool, day: date, subject: str = "") -> list[Seat]:
    """Everybody who may sign as ``role`` for ``unit`` on ``day``: holders, then written delegates.

    With a ``subject``, those alone whose appointment oversees it.
    """
    return seats_of([AskedPost(role, unit, overseer, subject)], day)[0]


def seats_of(posts: Sequence[AskedPost], day: date) -> list[list[Seat]]:
    """The same of several posts, in their order. Two queries, however many posts."""
    if not posts:
        return []
    rows = [*_held(posts, day), *_lent(posts, day)]
    return [
        # An appointment comes once for each unit that it oversees.
        list(dict.fromkeys(seat for seat, unit in rows if post.is_held(seat.appointment, unit)))
        for post in posts
    ]


def seat_of(person: Person, post: AskedPost, day: date) -> Seat | None:
    """The seat of one person at ``post``: their own, or one lent to them. One query where they hold it."""
    for rows in (_held, _lent):
        mine = rows([post], day, person)
        found = next((seat for seat, unit in mine if post.is_held(seat.appointment, unit)), None)
        if found is not None:
            return found
    return None


def _held(posts: Sequence[AskedPost], day: date, by: Person | None = None) -> list[tuple[Seat, int | None]]:
    rows = _asked(appointments_on(day), posts).select_related("person", "unit")
    rows = rows.filter(person=by) if by is not None else rows
    return [(Seat(each.person, each), getattr(each, "overseen", None)) for each in rows]


def _lent(posts: Sequence[AskedPost], day: date, by: Person | None = None) -> list[tuple[Seat, int | None]]:
    rows = _asked(delegations_on(day), posts, "appointment__")
    rows = rows.select_related("delegate", "appointment__person", "appointment__unit")
    rows = rows.filter(delegate=by) if by is not None else rows
    return [(Seat(each.delegate, each.appointment, each), getattr(each, "overseen", None)) for each in rows]


def _asked(rows: QuerySet[Any], posts: Sequence[AskedPost], prefix: str = "") -> QuerySet[Any]:
    """Those of any of ``posts``."""
    if any(each.overseer for each in posts):
        rows = rows.annotate(overseen=F(f"{prefix}oversees"))
    condition = Q()
    for each in posts:
        condition |= each.matches(prefix)
    return rows.filter(condition)
