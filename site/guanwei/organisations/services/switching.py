"""Switch a plugin on or off for a unit: diff, save, history with person and reason."""

from django.utils.translation import gettext as _

from guanwei.api import Refusal
from guanwei.audit.acting import acting
from guanwei.organisations.models import Activation, Person, Unit
from guanwei.organisations.queries.rules import COUNTY_RULES
from guanwei.organisations.queries.tables import refusals_of_tables
from guanwei.organisations.queries.tree import lineage
from guanwei.registry import plugins


def switch_on(
    unit: Unit, plugin: str, *, by: Person | None, reason: str, mandatory: bool = False
) -> list[Refusal]:
    """Put ``plugin`` in force for the unit and all below it."""
    loaded = {each.name: each for each in plugins()}
    if plugin not in loaded:
        return [Refusal(_("没有安装规则包“%(plugin)s”；请先由管理员安装。") % {"plugin": plugin})]
    if loaded[plugin].error:
        return [
            Refusal(
                _("规则包“%(plugin)s”没有装载成功，不能启用：%(error)s")
                % {"plugin": plugin, "error": loaded[plugin].error}
            )
        ]
    refusals = refusals_of_tables(plugin)
    return refusals or _say(unit, plugin, on=True, mandatory=mandatory, by=by, reason=reason)


def switch_off(unit: Unit, plugin: str, *, by: Person | None, reason: str) -> list[Refusal]:
    """Take ``plugin`` out of force for the unit and all below it that say nothing themselves."""
    if plugin == COUNTY_RULES:
        return [Refusal(_("县级规定由系统内置，不能停用。"))]
    above = [each.pk for each in lineage(unit)[1:]]
    holding = Activation.objects.filter(unit__in=above, plugin=plugin, on=True, mandatory=True).first()
    if holding is not None:
        return [
            Refusal(
                _("“%(plugin)s”由%(unit)s规定下级不得停用；要停用，请与该单位联系。")
                % {"plugin": plugin, "unit": holding.unit}
            )
        ]
    return _say(unit, plugin, on=False, mandatory=False, by=by, reason=reason)


def _say(
    unit: Unit, plugin: str, *, on: bool, mandatory: bool, by: Person | None, reason: str
) -> list[Refusal]:
    if not reason.strip():
        return [Refusal(_("请写明理由：启用和停用都要留下依据。"))]
    said = Activation.objects.filter(unit=unit, plugin=plugin).first() or Activation(unit=unit, plugin=plugin)
    if said.pk and (said.on, said.mandatory) == (on, mandatory):
        return []
    said.on, said.mandatory, said.reason = on, mandatory, reason.strip()[:200]
    with acting(by, reason):
        said.save()
    return []
