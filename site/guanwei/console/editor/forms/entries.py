"""A choice from a register: a list where the organisation has few open entries, words to look for where it has many.

What is chosen is kept as the entry's id. A closed entry, or one that isn't there any more, stays in a draft that
names it: submitting says what is wrong.
"""

import re
from collections.abc import Container, Iterable
from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.translation import gettext as _

from guanwei.api import Field, FieldType, Register
from guanwei.console.editor.reach import reach_of
from guanwei.organisations.models import Unit
from guanwei.organisations.rights.holdings import agency_in_memory, known_units
from guanwei.registers.models import Entry
from guanwei.registers.queries import model_of, open_entries
from guanwei.registry import catalogue

MOST_LISTED = 50
NUMBERED = re.compile(r"(?:.*〔)?(\d+)〕?", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Offered:
    """What may be chosen: ``listed`` are all open entries of the organisation, None where they are too many."""

    register: Register
    organisation: Unit | None
    listed: dict[int, str] | None = field(default_factory=dict)


def offered(register: Register, organisation: Unit | None) -> Offered:
    """One query; none where the register's tables aren't there or the person has no part in the organisation."""
    if organisation is None or model_of(register) is None:
        return Offered(register, None)
    rows = open_entries(register, organisation)[: MOST_LISTED + 1]
    named = {each.pk: str(each) for each in rows}
    return Offered(register, organisation, named if len(named) <= MOST_LISTED else None)


def offers(
    asked: Iterable[Field], suppliers: Container[str], supplier: Unit, manager: Unit, person: Any
) -> dict[str, Offered]:
    """By field what ``person`` may choose: of the managing unit's agency, or of the supplying unit's where the
    field's plugin is in force for that unit alone. Other agencies' entries are shown to nobody.
    """
    found = {}
    for each in asked:
        register = catalogue().register(each.register) if each.type is FieldType.ENTRY else None
        owner = catalogue().owner_of(each.id)
        if register is None or owner is None:
            continue
        unit = supplier if owner.name in suppliers else manager
        agency = known_units(person).get(agency_in_memory(person, unit.pk)) if person is not None else None
        mine = agency is not None and agency.pk in reach_of(person).units
        found[each.id] = offered(register, agency if mine else None)
    return found


def numbered(entry: Entry) -> str:
    """How an entry stands in a field that is typed into: its name, and its number for certain."""
    return f"{entry}〔{entry.pk}〕"


class EntryField(forms.CharField):
    """Clean is the entry's id, or None. Takes the id, or the name with the number behind it."""

    def __init__(self, offer: Offered, current: Any, **common: Any) -> None:
        self.offer = offer
        self.current = int(current) if str(current or "").isdecimal() else None
        super().__init__(**{**common, "initial": self._shown()})
        self.widget = self._widget()

    def _shown(self) -> str:
        if self.current is None or self.offer.listed is not None:
            return str(self.current or "")
        found = self._current_entry()
        return numbered(found) if found is not None else f"〔{self.current}〕"

    def _current_entry(self) -> Entry | None:
        model = model_of(self.offer.register)
        return model._default_manager.filter(pk=self.current).first() if model else None

    def _widget(self) -> forms.Widget:
        if self.offer.listed is None and self.offer.organisation is not None:
            return forms.TextInput(attrs=self._looked_for(self.offer.organisation))
        listed = dict(self.offer.listed or {})
        if self.current is not None and self.current not in listed:
            listed[self.current] = _("%(entry)s（已注销或不在本机构）") % {
                "entry": self._current_entry() or f"〔{self.current}〕"
            }
        return forms.Select(choices=[("", "---------"), *listed.items()])

    def _looked_for(self, organisation: Unit) -> dict[str, str]:
        where = reverse("entries:search", args=[self.offer.register.id, organisation.slug])
        said = _("输入名称中的字，从列出的条目里选")
        return {"data-gw-entries": where, "autocomplete": "off", "placeholder": said}

    def clean(self, value: Any) -> int | None:
        said = str(super().clean(value) or "").strip()
        if not said:
            return None
        found = NUMBERED.fullmatch(said)
        key = int(found[1]) if found else None
        if key is not None and (key == self.current or self._may_be_chosen(key)):
            return key
        raise ValidationError(
            _("请从%(register)s的在册条目中选择。") % {"register": self.offer.register.label}
        )

    def _may_be_chosen(self, key: int) -> bool:
        if self.offer.organisation is None:
            return False
        if self.offer.listed is not None:
            return key in self.offer.listed
        return open_entries(self.offer.register, self.offer.organisation).filter(pk=key).exists()


def entry_field(offer: Offered | None, current: Any, **common: Any) -> forms.Field:
    """The form field; a plain one, disabled, where the register isn't there."""
    if offer is None:
        return forms.CharField(**{**common, "disabled": True})
    return EntryField(offer, current, **common)
