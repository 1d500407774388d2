"""Whether a person may edit an object under the gate, whichever kind it is."""

from typing import Any

from django.utils.translation import gettext as _

from guanwei.api import Refusal
from guanwei.publishing.models import Push
from guanwei.publishing.models.manuscripts import Manuscript
from guanwei.publishing.rights.manuscripts import may_change, may_keep

WRITTEN = (Manuscript, Push)


def may_edit(person: Any, obj: Any) -> bool:
    """Writers for manuscripts and pushes, the site's keepers for home and columns."""
    return may_change(person, obj) if isinstance(obj, WRITTEN) else may_keep(person, obj)


def refusals_to_edit(person: Any, obj: Any) -> list[Refusal]:
    """The sentence for who may not; empty for who may."""
    if may_edit(person, obj):
        return []
    if not isinstance(obj, WRITTEN):
        return [Refusal(_("栏目、首页和门户设置由网站管理员维护，您没有这个职务；请与网站管理员联系。"))]
    units = _("、").join(dict.fromkeys((str(obj.supplier), str(obj.manager))))
    return [
        Refusal(
            _("“%(title)s”由%(units)s采编，您在其中没有采编职务，不能改动；请与其编辑人员联系。")
            % {"title": obj.title, "units": units}
        )
    ]
