"""A step's post in the office's words."""

from django.utils.translation import gettext as _

from guanwei import registry
from guanwei.organisations.models import Unit
from guanwei.organisations.queries.roles import role_label


def post_in_words(role: str, unit: Unit, overseer: bool, subject: str = "") -> str:
    """For example 清河县水利局分管“防汛”的分管领导."""
    place = _("分管%(unit)s的") if overseer else "%(unit)s"
    if subject:
        place = _("%(unit)s分管“%(subject)s”的")
    return place % {"unit": unit, "subject": subject_label(subject)} + role_label(role)


def organ_in_words(organ: str) -> str:
    """Whoever speaks for an organ outside the system."""
    return _("%(organ)s负责人") % {"organ": organ}


def subject_label(subject: str) -> str:
    """The printed name of a category or of a declared choice; what was written where it is neither."""
    known = registry.catalogue()
    category = known.category(subject)
    if category is not None:
        return category.label
    chosen = (label for field in known.fields for value, label in field.choices if value == subject)
    return next(chosen, subject)


def asks_in_words(
    group: str,
    quorum: int,
    signatures: int,
    on_paper: bool,
    veto: bool,
    may_edit: bool,
    layout_exempt: bool = False,
) -> list[str]:
    """What a step asks beyond one signature; nothing for an ordinary one. ``quorum`` 0 stands for all."""
    said = []
    if group:
        asked = _("须%(count)d个环节签") % {"count": quorum} if quorum else _("全部环节签")
        said.append(_("%(group)s：%(quorum)s") % {"group": group, "quorum": asked})
    if signatures > 1:
        said.append(_("须%(count)d人签") % {"count": signatures})
    if on_paper:
        said.append(_("在纸上签署"))
    if veto:
        said.append(_("可一票否决"))
    if may_edit:
        said.append(_("可审改（只改排版的不须供稿单位确认）") if layout_exempt else _("可审改"))
    return said


def confirming_in_words(hours: int, late_post: str) -> list[str]:
    """What a unit concerned is asked: by when, and who decides when it doesn't answer."""
    said = [_("%(hours)d小时内答复") % {"hours": hours}] if hours else []
    return [*said, _("逾期由%(post)s决定") % {"post": late_post}] if late_post else said
