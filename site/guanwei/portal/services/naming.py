"""An agency says which of its units a regulation's name means."""

from django.utils.translation import gettext as _

from guanwei.api import Duty, Refusal
from guanwei.audit.acting import acting
from guanwei.organisations.models import Person, Unit
from guanwei.organisations.queries.tree import lineage
from guanwei.portal.models import PrintedUnit
from guanwei.publishing.queries.rights import has_duty


def name_unit(agency: Unit, name: str, unit: Unit, *, by: Person | None, reason: str) -> list[Refusal]:
    """From now on ``name`` means ``unit``. Columns that stand keep the lead that was signed for them."""
    if by is not None and not has_duty(by, Duty.ADMINISTER, {each.pk for each in lineage(agency)}):
        return [Refusal(_("规定中的单位名称由系统管理员指明；请与其联系。"))]
    if agency not in lineage(unit):
        said = _("%(unit)s不是%(agency)s的单位，不能用来指“%(name)s”。")
        return [Refusal(said % {"unit": unit, "agency": agency, "name": name})]
    if not name.strip() or not reason.strip():
        return [Refusal(_("请写明规定中的名称和理由：指明单位要留下依据。"))]
    entry = PrintedUnit.objects.filter(agency=agency, name=name.strip()).first()
    entry = entry or PrintedUnit(agency=agency, name=name.strip())
    entry.unit = unit
    with acting(by, reason):
        entry.save()
    return []
