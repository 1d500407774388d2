"""Facts that the rule books in force declare, as real form fields. Values live in ``extra`` by field id."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.utils.dateparse import parse_date
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from wagtail.admin.widgets import AdminAutoHeightTextInput, AdminDateInput

from guanwei.api import Category, Citation, Field, FieldType
from guanwei.console.editor.forms.entries import Offered, entry_field
from guanwei.console.regulations.linking import linked_all
from guanwei.organisations.models import Unit
from guanwei.publishing.services.submitting import FARTHER, rules_over
from guanwei.registry import catalogue

CORE = frozenset({"category", "source_name", "source_url", "permission", "original_title", "priority"})
PREFIX = "fact_"


@dataclass(frozen=True, slots=True)
class Asked:
    """What the books in force ask of the editor: own fields, categories, and articles behind core facts.

    ``suppliers`` are the plugins in force for the supplying unit alone: their registers are its agency's.
    """

    fields: tuple[Field, ...]
    categories: tuple[Category, ...]
    core: dict[str, tuple[Citation, ...]]
    suppliers: frozenset[str] = frozenset()


NOTHING = Asked((), (), {})


def asked_of(supplier: Unit | None, manager: Unit | None) -> Asked:
    """The books in force for both units. Two queries, four where the units differ; none without units."""
    if supplier is None or manager is None:
        return NOTHING
    ruling = rules_over(supplier, manager)
    names = [each.plugin for each in ruling]
    declared = catalogue().fields_for(names)
    own = {each.id: each for each in declared if each.id not in CORE}
    core: dict[str, tuple[Citation, ...]] = {}
    for each in declared:
        if each.id in CORE:
            core[each.id] = (*core.get(each.id, ()), *each.cites)
    suppliers = frozenset(each.plugin for each in ruling if each.distance >= FARTHER)
    return Asked(tuple(own.values()), catalogue().categories_for(names), core, suppliers)


def name_of(field: Field) -> str:
    """The name of the form field: an id may hold dots and dashes."""
    return PREFIX + re.sub(r"\W", "_", field.id)


def helped(help_text: str, cites: Iterable[Citation]) -> SafeString:
    """A help text with the articles as its last part, each a link to its wording."""
    return format_html(_("{help}依据：{cites}"), help=help_text, cites=linked_all(cites))


def form_field(field: Field, value: Any, offer: Offered | None = None) -> forms.Field:
    """The form field of one declared fact. Never required here: the rules decide at submission.

    ``offer`` is what a register holds to choose from.
    """
    common = {
        "label": field.label,
        "help_text": helped(field.help, field.cites),
        "required": False,
        "initial": value,
    }
    if field.type == FieldType.YES_NO:
        return forms.BooleanField(**{**common, "initial": bool(value)})
    if field.type == FieldType.DATE:
        return forms.DateField(
            widget=AdminDateInput(), **{**common, "initial": parse_date(str(value or "")) or None}
        )
    if field.type == FieldType.CHOICE:
        return forms.ChoiceField(choices=[("", "---------"), *field.choices], **common)
    if field.type == FieldType.ENTRY:
        return entry_field(offer, value, **common)
    if field.type == FieldType.LONG_TEXT:
        return forms.CharField(widget=AdminAutoHeightTextInput(), **common)
    return forms.CharField(max_length=300, **common)


def stored(extra: dict[str, Any], fields: Iterable[Field], cleaned: dict[str, Any]) -> dict[str, Any]:
    """``extra`` with the cleaned values in it. Empty ones leave no key; other books' facts stay."""
    found = dict(extra)
    for field in fields:
        name = name_of(field)
        if name not in cleaned:
            continue
        value = cleaned[name]
        if isinstance(value, date):
            value = value.isoformat()
        if value in ("", None, False):
            found.pop(field.id, None)
        else:
            found[field.id] = value
    return dict(sorted(found.items()))
