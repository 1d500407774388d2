"""Who handles deliveries: holders of a release post in the unit that manages the account, or its agency."""

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext as _

from guanwei.api import Duty, Refusal
from guanwei.audit import clock
from guanwei.delivery.models import Delivery
from guanwei.organisations.models import Person, Unit
from guanwei.organisations.queries.posts import HeldPost, posts_of, roles_with
from guanwei.organisations.queries.tree import AGENCY_KINDS


def units_released_by(person: Person, day: date) -> set[int]:
    """Ids of the units whose deliveries the person handles, by post or delegation. Two queries."""
    held = released_by(posts_of(person, day))
    return units_handled(held, Unit.objects.only("pk", "kind", "parent_id")) if held else set()


def released_by(posts: Iterable[HeldPost]) -> set[int]:
    """Ids of the units of those posts that release."""
    roles = set(roles_with(Duty.RELEASE))
    return {post.unit_id for post in posts if post.role in roles}


def units_handled(held: set[int], units: Iterable[Unit]) -> set[int]:
    """Of all ``units`` of the tree, those that release in ``held``, by themselves or by their agency."""
    known = {unit.pk: unit for unit in units}
    return {pk for pk in known if pk in held or _agency(pk, known) in held}


def _agency(pk: int, units: dict[int, Unit]) -> int:
    """A tree that bites its tail ends the walk."""
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
