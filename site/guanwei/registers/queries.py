"""What can be asked of registers: their models, and what rules read of an entry."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.db.models import CharField, Q, QuerySet, TextField
from django.utils.translation import gettext as _

from guanwei.api import Register
from guanwei.organisations.models import Unit
from guanwei.registers.models import Entry
from guanwei.registry import LoadedPlugin, catalogue


def entry_models() -> list[type[Entry]]:
    """Every model of entries, of whatever plugin."""
    return [each for each in apps.get_models() if issubclass(each, Entry)]


def model_of(register: Register) -> type[Entry] | None:
    """The register's model; None where its application isn't there."""
    try:
        model = apps.get_model(register.model)
    except LookupError:
        return None
    return model if issubclass(model, Entry) else None


def declared(model: type[Entry]) -> tuple[Register, LoadedPlugin] | None:
    """The register that a loaded plugin keeps in the model, and the plugin."""
    known = catalogue()
    for register in known.registers:
        plugin = known.owner_of(register.id)
        if register.model.lower() == model._meta.label_lower and plugin is not None:
            return register, plugin
    return None


def open_entries(register: Register, organisation: Unit, words: str = "") -> QuerySet[Any]:
    """The organisation's entries that may be chosen, those alone in which ``words`` stand, the newest first."""
    model = model_of(register)
    if model is None:
        raise LookupError(f"{register.model} is not installed")
    found = Q()
    for name in text_columns(model, register.columns):
        found |= Q(**{f"{name}__icontains": words})
    rows = model._default_manager.filter(organisation=organisation, closed_on__isnull=True)
    return rows.filter(found).order_by("-pk")


def text_columns(model: type[Entry], columns: Iterable[str]) -> list[str]:
    """Those of the columns in which words are looked for."""
    return [name for name in columns if isinstance(field_of(model, name), CharField | TextField)]


def field_of(model: type[Entry], name: str) -> Any:
    """The model's field of that name; None for a property."""
    try:
        return model._meta.get_field(name)
    except FieldDoesNotExist:
        return None


def facts_of(register: Register, entry: Entry) -> dict[str, str]:
    """What rules read of the entry, as it stands."""
    return {name: said(getattr(entry, name)) for name in register.facts}


def said(value: Any) -> str:
    """A value as rules see it: yes or nothing, an ISO date, or its text."""
    if isinstance(value, bool):
        return "yes" if value else ""
    if isinstance(value, date):
        return value.isoformat()
    return "" if value is None else str(value)


def in_words(register: Register, name: str, text: str) -> tuple[str, str]:
    """A fact that rules read, as people read it: what it is called, and yes, a chosen value's name, or the text."""
    model = model_of(register)
    field = field_of(model, name) if model else None
    if field is not None:
        label = str(field.verbose_name)
    else:
        label = str(getattr(getattr(getattr(model, name, None), "fget", None), "short_description", name))
    chosen = dict(getattr(field, "flatchoices", ())).get(text)
    return label, str(chosen or (_("是") if text == "yes" else text))
