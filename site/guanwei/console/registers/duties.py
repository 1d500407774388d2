"""Who may read the registers, and what an administrator administers."""

from typing import Any

from django.db.models import Model
from wagtail_modeladmin.helpers import PermissionHelper

from guanwei.api import Duty
from guanwei.organisations.models import Unit
from guanwei.organisations.rights.holdings import holdings_of, known_units, line_of


def reads_registers(person: Any) -> bool:
    """Auditors and administrators, by post alone; a superuser without a post reads nothing."""
    held = holdings_of(person)
    return bool(held.where(Duty.AUDIT) or held.where(Duty.ADMINISTER))


def administered(person: Any) -> dict[int, Unit]:
    """Units that the person administers: where the post is held and all below. One query a request."""
    own = holdings_of(person).where(Duty.ADMINISTER)
    if not own:
        return {}
    return {
        pk: unit
        for pk, unit in known_units(person).items()
        if own & {each.pk for each in line_of(person, pk)}
    }


class ReadOnly(PermissionHelper):
    """A register is read, never written: nothing here is created, changed or deleted by hand (law L5)."""

    def user_has_any_permissions(self, user: Any) -> bool:
        return reads_registers(user)

    def user_can_list(self, user: Any) -> bool:
        return reads_registers(user)

    def user_can_inspect_obj(self, user: Any, obj: Model) -> bool:
        return self.inspect_view_enabled and reads_registers(user)

    def user_can_create(self, user: Any) -> bool:
        return False

    def user_can_edit_obj(self, user: Any, obj: Model) -> bool:
        return False

    def user_can_delete_obj(self, user: Any, obj: Model) -> bool:
        return False
