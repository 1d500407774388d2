"""Who handles deliveries: holders of a release post in the unit that manages the account, or its agency."""

from datetime import date

from django.utils.translation import gettext as _

from guanwei.api import Duty, Refusal
from guanwei.audit import clock
from guanwei.delivery.models import Delivery
from guanwei.organisations.models import Person, Unit
from guanwei.organisations.queries.posts import appointments_on, delegations_on, roles_with
from guanwei.organisations.queries.tree import AGENCY_KINDS


def units_released_by(person: Person, day: date) -> set[int]:
    """Ids of the units whose deliveries the person handles, by post or delegation. Three queries."""
    roles = roles_with(Duty.RELEASE)
    held = set(appointments_on(day).filter(person=person, role__in=roles).values_list("unit_id", flat=True))
    held |= set(
        delegations_on(day)
        .filter(delegate=person, appointment__role__in=roles)
        .values_list("appointment__unit_id", flat=True)
    )
    return {unit for unit, agency in _agencies().items() if unit in held or agency in held} if held else set()


def _agencies() -> dict[int, int]:
    """The agency of each unit, by id. A tree that bites its tail ends the walk."""
    units = {unit.pk: unit for unit in Unit.objects.only("pk", "kind", "parent_id")}
    return {pk: _agency(pk, units) for pk in units}


def _agency(pk: int, units: dict[int, Unit]) -> int:
    seen = {pk}
    while units[pk].kind not in AGENCY_KINDS and units[pk].parent_id in units.keys() - seen:
        pk = units[pk].parent_id
        seen.add(pk)
    return pk


def refusals_to_handle(person: Person, delivery: Delivery) -> list[Refusal]:
    """Why this person may not act on the delivery. No flag of an account counts, only posts."""
    unit = delivery.account.unit
    if unit.pk in units_released_by(person, clock.today()):
        return []
    return [
        Refusal(
            _("您没有%(unit)s的发布职责，不能办理这条投放；请由该单位担任发布职务的人办理。") % {"unit": unit}
        )
    ]
