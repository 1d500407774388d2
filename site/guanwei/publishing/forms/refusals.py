"""Why a sheet can't be archived, and who can do what next."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from guanwei.api import Duty, OfficialForm, Refusal
from guanwei.audit import clock
from guanwei.organisations.models import Person, Unit
from guanwei.organisations.queries.posts import appointments_on, roles_with
from guanwei.publishing.forms.queries import archived_sheets, title_for
from guanwei.publishing.forms.sheet import Line, Sheet
from guanwei.publishing.forms.values import platform_cells, printed_day, unknown_values
from guanwei.registry import catalogue


def refusals_of(form: OfficialForm, unit: Unit, sheet: Sheet, by: Person) -> list[Refusal]:
    """All that stands against archiving ``sheet``; empty when it may be archived."""
    return [
        *_wrong_person(unit, by),
        *(_refusal(form, sentence) for sentence in _mistakes(form, unit)),
        *(_refusal(form, sentence) for sentence in _gaps(form, unit, sheet)),
    ]


def unseen(sheet: Sheet, seen: str | None) -> list[Refusal]:
    """An item that was released since the person looked would be archived unread."""
    if seen is None or seen == sheet.seal():
        return []
    return [Refusal(_("这张表在您查看之后有了变化，还没有归档；请重新核对一遍，再归档。"))]


def _refusal(form: OfficialForm, sentence: str) -> Refusal:
    owner = catalogue().owner_of(form.id)
    name, version = (owner.name, owner.version) if owner else ("", "")
    return Refusal(sentence, form.cites, form.id, name, version)


def _wrong_person(unit: Unit, by: Person) -> list[Refusal]:
    """Archiving belongs to who reviews or releases in the unit."""
    roles = {*roles_with(Duty.REVIEW), *roles_with(Duty.RELEASE)}
    held = appointments_on(clock.today()).filter(unit=unit, role__in=roles).select_related("person")
    people = {each.person_id: str(each.person) for each in held}
    if by.pk in people:
        return []
    if not people:
        return [Refusal(_("%(unit)s还没有负责审核或发布的人员；请系统管理员先任命。") % {"unit": unit})]
    names = _("、").join(people.values())
    return [
        Refusal(
            _("归档由%(unit)s负责审核或发布的人员办理；请交%(names)s归档。") % {"unit": unit, "names": names}
        )
    ]


def _mistakes(form: OfficialForm, unit: Unit) -> Iterator[str]:
    for cell in unknown_values(form):
        yield _("表格“%(form)s”的“%(label)s”栏引用了未知内容“%(value)s”；请系统管理员联系规则包作者。") % {
            "form": title_for(form, unit),
            "label": cell.label,
            "value": cell.value,
        }


def _gaps(form: OfficialForm, unit: Unit, sheet: Sheet) -> Iterator[str]:
    if not sheet.lines:
        yield _nothing_to_archive(form, unit, sheet)
        return
    if not all(_ticked(sheet, dict(cell.choices)) for cell in platform_cells(form.header)):
        yield _("“%(label)s”一项都没有勾选：当日稿件没有发到表上所列的平台；请系统管理员核对账号。") % {
            "label": platform_cells(form.header)[0].label
        }
    for cell, (_label, text) in zip(form.header, sheet.header, strict=True):
        if not text and not cell.may_be_empty and cell not in unknown_values(form):
            yield _("表头“%(label)s”没有内容，不能归档；请系统管理员核对。") % {"label": cell.label}
    for position, line in enumerate(sheet.lines, start=1):
        yield from _gaps_of_line(form, position, line)


def _ticked(sheet: Sheet, choices: dict[str, str]) -> bool:
    return any(platform in choices for platform in sheet.platforms)


def _nothing_to_archive(form: OfficialForm, unit: Unit, sheet: Sheet) -> str:
    day = printed_day(sheet.day)
    last = archived_sheets(form, unit, sheet.day).last()
    if last is None:
        return _("%(unit)s在%(day)s没有要列入《%(form)s》的稿件；稿件发布以后再归档。") % {
            "unit": unit,
            "day": day,
            "form": sheet.title,
        }
    return _(
        "%(day)s的《%(form)s》已由%(person)s归档，不能改动，也不用再归档；当日再有稿件发布，可另成一张。"
    ) % {"day": day, "form": sheet.title, "person": last.archived_by}


def _gaps_of_line(form: OfficialForm, position: int, line: Line) -> Iterator[str]:
    told = {"position": position, "title": line.title, "person": line.submitted_by}
    for cell, text in zip(form.row, line.cells, strict=True):
        if not text and not cell.may_be_empty and cell not in unknown_values(form):
            yield _(
                "第%(position)d行《%(title)s》的“%(label)s”没有填写，不能归档；"
                "请提交人%(person)s说明，由系统管理员核对送审时的规则。"
            ) % {**told, "label": cell.label}
    for signature, signed in zip(form.signatures, line.signatures, strict=True):
        if not signed:
            yield _(
                "第%(position)d行《%(title)s》缺“%(label)s”的签字，不能归档；请系统管理员核对这份稿件的签署记录。"
            ) % {**told, "label": signature.label}
