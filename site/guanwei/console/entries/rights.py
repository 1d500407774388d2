"""Who sees and keeps a plugin's register in the admin: by posts alone, where the plugin is in force."""

from typing import Any

from django.utils.translation import gettext as _
from wagtail_modeladmin.helpers import PermissionHelper

from guanwei.api import Refusal
from guanwei.organisations.models import Unit
from guanwei.registers.models import Entry
from guanwei.registers.queries import declared
from guanwei.registers.reach import Reach, organisations, reach_of
from guanwei.registers.services import not_declared

NOTHING = Reach(frozenset(), frozenset())


def reach_in(model: type[Entry], person: Any) -> Reach:
    """Whose entries of the model the person reads and keeps; nobody's where no loaded plugin declares it."""
    found = declared(model)
    return reach_of(person, found[0], found[1].name) if found else NOTHING


def kept_by(model: type[Entry], person: Any) -> list[Unit]:
    """The organisations for which the person may put in a new entry."""
    return organisations(person, reach_in(model, person).keeps)


def closed_to(model: type[Entry]) -> Refusal:
    """What is read where the register isn't open to the person."""
    found = declared(model)
    if found is None:
        return not_declared(model._meta.verbose_name)
    register, plugin = found
    said = _(
        "%(register)s只对启用了“%(plugin)s”的机构开放，您没有在这样的机构任职；"
        "工作需要的话，请系统管理员办理任职或者启用该规则包。"
    )
    words = {"register": register.label, "plugin": plugin.label}
    return Refusal(said % words, register.cites, register.id, plugin.name, plugin.version)


class ByPost(PermissionHelper):
    """Nothing is deleted; a closed entry is only read (law L5)."""

    def user_has_any_permissions(self, user: Any) -> bool:
        return self.user_can_list(user)

    def user_can_list(self, user: Any) -> bool:
        return bool(reach_in(self.model, user).reads)

    def user_can_inspect_obj(self, user: Any, obj: Entry) -> bool:
        return obj.organisation_id in reach_in(self.model, user).reads

    def user_can_create(self, user: Any) -> bool:
        return bool(kept_by(self.model, user))

    def user_can_edit_obj(self, user: Any, obj: Entry) -> bool:
        return obj.is_open and obj.organisation_id in reach_in(self.model, user).keeps

    def user_can_delete_obj(self, user: Any, obj: Entry) -> bool:
        return False
