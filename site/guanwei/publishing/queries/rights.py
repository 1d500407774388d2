"""Who may write, release and take down a manuscript: by posts held today."""

from typing import Any

from guanwei.api import Duty
from guanwei.approvals.governed import governed_of
from guanwei.audit import clock
from guanwei.organisations.models import Person, Unit
from guanwei.organisations.queries.posts import appointments_on, roles_with
from guanwei.organisations.queries.tree import lineage


def has_duty(person: Person, duty: Duty, units: set[int]) -> bool:
    """Whether the person holds a post with ``duty`` in one of ``units`` today. One query."""
    return (
        appointments_on(clock.today())
        .filter(person=person, role__in=roles_with(duty), unit__in=units)
        .exists()
    )


def may_write(person: Person, supplier: Unit, manager: Unit) -> bool:
    """Writers of the supplying unit and editors of the managing one work on the same manuscript."""
    return has_duty(person, Duty.WRITE, {supplier.pk, manager.pk})


def may_take_down(person: Person, obj: Any) -> bool:
    """Those with the duty in the managing unit or above it: a withdrawal must not wait."""
    governed = governed_of(obj)
    if governed is None:
        return False
    _supplier, manager = governed.units(obj)
    return has_duty(person, Duty.TAKE_DOWN, {each.pk for each in lineage(manager)})
