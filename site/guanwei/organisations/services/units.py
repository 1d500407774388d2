"""Add a unit, change one. Refusals are sentences; nothing is written when there is one."""

from django.db import transaction
from django.utils.translation import gettext as _

from guanwei.api import Refusal
from guanwei.audit import clock
from guanwei.audit.acting import acting
from guanwei.organisations.models import Person, Unit, UnitKind
from guanwei.organisations.queries.kinds import (
    KindChoice,
    choice_of,
    cited,
    has_post,
    kind_label,
    kinds_below,
)
from guanwei.organisations.queries.posts import appointments_on
from guanwei.organisations.queries.tree import lineage
from guanwei.organisations.services.slugs import slug_problems
from guanwei.registry import catalogue


def add_unit(
    name: str,
    slug: str,
    kind: str,
    parent: Unit | None,
    *,
    by: Person | None,
    reason: str,
    short_name: str = "",
) -> tuple[Unit | None, list[Refusal]]:
    """A new unit below ``parent``. ``kind`` is the id of a declared kind or a structure that means one there."""
    chosen = choice_of(parent, kind)
    refusals = [*_problems(name, reason), *slug_problems(slug), *_where(parent)]
    if chosen is None:
        refusals.append(_kind_refused(parent))
    if parent is None and Unit.objects.filter(kind=UnitKind.COUNTY).exists():
        refusals.append(Refusal(_("县级单位只有一个，已经建立；请选择上级单位。")))
    if refusals or chosen is None:
        return None, refusals
    with transaction.atomic(), acting(by, reason):
        made = Unit.objects.create(
            name=name.strip(),
            short_name=short_name.strip(),
            slug=slug,
            kind=chosen.structure,
            declared_kind=chosen.declared,
            parent=parent,
        )
    return made, []


def change_unit(
    unit: Unit,
    *,
    by: Person | None,
    reason: str,
    name: str | None = None,
    short_name: str | None = None,
    kind: str | None = None,
    parent: Unit | None = None,
) -> list[Refusal]:
    """Rename a unit, correct its kind, put it below another. What is None stays as it is."""
    name = unit.name if name is None else name
    moved = parent is not None and parent.pk != unit.parent_id
    above = parent if moved else unit.parent
    refusals = _problems(name, reason)
    if moved:
        refusals += [*_where(parent), *_no_circle(unit, parent)]
    chosen = None
    if (moved or kind is not None) and not refusals:
        chosen = choice_of(above, kind or unit.declared_kind or unit.kind)
        refusals += [_kind_refused(above)] if chosen is None else _posts_in_the_way(unit, chosen)
    if refusals:
        return refusals
    unit.name, unit.parent = name.strip(), above
    unit.short_name = unit.short_name if short_name is None else short_name.strip()
    if chosen is not None:
        unit.kind, unit.declared_kind = chosen.structure.value, chosen.declared
    with acting(by, reason):
        unit.save()
    return []


def _problems(name: str, reason: str) -> list[Refusal]:
    found = []
    if not name.strip():
        found.append(Refusal(_("请填写单位名称。")))
    if not reason.strip():
        found.append(Refusal(_("请写明依据：机构的设立和变更要留下依据。")))
    return found


def _where(parent: Unit | None) -> list[Refusal]:
    if parent is not None and parent.closed_on is not None:
        return [Refusal(_("%(parent)s已经撤销，不能下设单位；请另选上级。") % {"parent": parent})]
    return []


def _no_circle(unit: Unit, parent: Unit | None) -> list[Refusal]:
    if parent is not None and unit in lineage(parent):
        return [
            Refusal(
                _("%(parent)s在%(unit)s之内，不能作它的上级；请另选上级。") % {"parent": parent, "unit": unit}
            )
        ]
    return []


def _kind_refused(parent: Unit | None) -> Refusal:
    offered = kinds_below(parent)
    names = _("、").join(each.label for each in offered)
    if parent is None:
        return Refusal(_("没有上级的单位只能是%(kinds)s；请选择上级单位。") % {"kinds": names})
    said = _("%(parent)s之下的单位须是下列类别之一：%(kinds)s；请改选类别。") % {
        "parent": parent,
        "kinds": names,
    }
    return Refusal(said, cited(offered))


def _posts_in_the_way(unit: Unit, chosen: KindChoice) -> list[Refusal]:
    """Posts that people hold in the unit and that a unit of the new kind doesn't have."""
    changed = Unit(kind=chosen.structure.value, declared_kind=chosen.declared)
    found = []
    for held in appointments_on(clock.today()).filter(unit=unit).select_related("person"):
        role = catalogue().role(held.role)
        if role is not None and has_post(unit, role) and not has_post(changed, role):
            said = _("%(kind)s不设%(role)s，%(person)s现任此职；请先免去该职务，再改类别。")
            words = {"kind": kind_label(changed), "role": role.label, "person": held.person}
            found.append(Refusal(said % words, role.cites, role.id))
    return found
