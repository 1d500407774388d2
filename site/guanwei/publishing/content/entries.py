"""What registers say of the entries that a manuscript names, and whether that is still what was put into it.

A draft keeps what the register said when it was saved (``Manuscript.entries``): so it is content, signed with the
facts, and stays readable whatever becomes of the entry. The rules are told what the register says now.
"""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from guanwei.api import Field, FieldType, Refusal, Register
from guanwei.organisations.models import Unit
from guanwei.organisations.queries.rules import rules_along
from guanwei.organisations.queries.tree import agencies, lineages
from guanwei.registers.models import Entry
from guanwei.registers.queries import facts_of, model_of
from guanwei.registry import catalogue

Said = dict[str, dict[str, str]]


@dataclass(frozen=True, slots=True)
class Named:
    """An entry that a declared field of the manuscript names; ``entry`` is None where the register lacks it."""

    field: Field
    register: Register
    entry: Entry | None


def named_in(obj: Any) -> list[Named]:
    """The entries that ``obj`` names, of the organisations that manage and supply it. No query where it names
    none, else one for the units and one a register.
    """
    stated = _stated(obj.extra)
    if not stated:
        return []
    known = agencies()
    owners = {known[pk].pk for pk in (obj.manager_id, obj.supplier_id) if pk in known}
    found: list[Named] = []
    for register in dict.fromkeys(register for _field, register, _key in stated):
        keys = {key for _field, its, key in stated if its is register}
        model = model_of(register)
        rows = model._default_manager.filter(pk__in=keys, organisation__in=owners) if model else ()
        by_key = {each.pk: each for each in rows}
        found += [Named(field, its, by_key.get(key)) for field, its, key in stated if its is register]
    return found


def said_of(obj: Any) -> Said:
    """What the registers say now, by field."""
    return {
        each.field.id: facts_of(each.register, each.entry) for each in named_in(obj) if each.entry is not None
    }


def entry_refusals(obj: Any) -> list[Refusal]:
    """Why ``obj`` may not go on with the entries that it names: gone, closed, or changed since it was saved."""
    if not hasattr(obj, "extra"):
        return []
    wrong = [(each, said) for each in named_in(obj) if (said := _wrong_with(each, obj.entries))]
    in_force = _in_force(obj) if wrong else set()
    return [
        Refusal(sentence, each.field.cites, each.field.id, owner.name, owner.version)
        for each, sentence in wrong
        if (owner := catalogue().owner_of(each.field.id)) and owner.name in in_force
    ]


def _stated(extra: dict[str, Any]) -> list[tuple[Field, Register, int]]:
    """Fields that choose from a register, with what was chosen."""
    known = catalogue()
    found = []
    for key, value in extra.items():
        field = known.field(key)
        register = known.register(field.register) if field and field.type is FieldType.ENTRY else None
        if field is not None and register is not None and str(value).isdecimal():
            found.append((field, register, int(value)))
    return found


def _wrong_with(named: Named, kept: Said) -> str:
    words = {"label": named.field.label, "register": named.register.label, "entry": named.entry}
    if named.entry is None:
        return _("“%(label)s”所选的一条不在本机构的%(register)s里；请编辑改选。") % words
    if not named.entry.is_open:
        day = {"day": named.entry.closed_on}
        return _("“%(entry)s”已于%(day)s从%(register)s注销；请编辑改选“%(label)s”后再送审。") % {
            **words,
            **day,
        }
    if kept.get(named.field.id) != facts_of(named.register, named.entry):
        return (
            _("%(register)s里“%(entry)s”的登记内容在稿件保存之后有变动；请编辑打开稿件核对，保存后再送审。")
            % words
        )
    return ""


def _in_force(obj: Any) -> set[str]:
    """Plugins whose fields the editor sees: those of the managing and of the supplying unit."""
    units: list[Unit] = [obj.manager, obj.supplier]
    return {each.plugin for active in rules_along(lineages(units)).values() for each in active}
