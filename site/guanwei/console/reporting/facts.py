"""Facts of a manuscript from a JSON document: every field of ``ManuscriptFacts``, units by slug."""

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum
from typing import Any

from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _

from guanwei.api import ConcernedFacts, Form, Kind, Linked, ManuscriptFacts, Relation, Urgency, VariantFacts
from guanwei.audit import clock
from guanwei.organisations.models import Unit
from guanwei.organisations.queries.tree import unit_facts

TEXTS = (
    "title",
    "text",
    "category",
    "source_name",
    "source_url",
    "permission",
    "original_title",
    "column",
    "apology",
)
CHOICES: dict[str, tuple[type[StrEnum], StrEnum]] = {
    "kind": (Kind, Kind.ORIGINAL),
    "form": (Form, Form.ARTICLE),
    "urgency": (Urgency, Urgency.ORDINARY),
    "linked": (Linked, Linked.NOTHING),
    "relation": (Relation, Relation.NONE),
}
YES_NO = ("important_disclosure", "priority")
OTHERS = (
    "supplier",
    "manager",
    "now",
    *YES_NO,
    "variants",
    "fields",
    "entries",
    "concerned",
    "submitter_roles",
    "marks",
)
CONCERNED = ("unit", "name")
VARIANT = ("account", "number", "platform", "title", "text", "leaders")


class FactsError(Exception):
    """The document can't be read; the message says where and what is allowed."""


def read_facts(said: Any, org: Unit) -> tuple[ManuscriptFacts, Unit, Unit]:
    """The facts with supplying and managing unit, both ``org`` where the document doesn't say."""
    if not isinstance(said, dict):
        raise FactsError(_('事实文件应是一个 JSON 对象，例如 {"title": "…"}。'))
    unknown = sorted(set(said) - {*TEXTS, *CHOICES, *OTHERS})
    if unknown:
        sentence = _("事实文件里有不认识的项：%(unknown)s；可用的是：%(known)s。")
        known = _listed([*TEXTS, *CHOICES, *OTHERS])
        raise FactsError(sentence % {"unknown": _listed(unknown), "known": known})
    supplier, manager = _unit(said, "supplier", org), _unit(said, "manager", org)
    facts = ManuscriptFacts(
        **{name: _choice(said, name) for name in CHOICES},  # type: ignore[arg-type]
        **{name: _text(said, name) for name in TEXTS},
        supplier=unit_facts(supplier),
        manager=unit_facts(manager),
        now=_moment(said.get("now")),
        **{name: _yes_no(said, name) for name in YES_NO},
        variants=tuple(_variant(each) for each in _list(said, "variants")),
        fields=_fields(said.get("fields", {})),
        entries=_entries(said.get("entries", {})),
        concerned=tuple(_concerned(each) for each in _list(said, "concerned")),
        submitter_roles=_ids(said, "submitter_roles"),
        marks=_ids(said, "marks"),
    )
    return facts, supplier, manager


def _listed(names: Iterable[str]) -> str:
    return _("、").join(names)


def _text(said: dict[str, Any], name: str) -> str:
    value = said.get(name, "")
    if not isinstance(value, str):
        raise FactsError(_("“%(name)s”应是文字。") % {"name": name})
    return value


def _yes_no(said: dict[str, Any], name: str) -> bool:
    value = said.get(name, False)
    if not isinstance(value, bool):
        raise FactsError(_("“%(name)s”应是 true 或 false。") % {"name": name})
    return value


def _list(said: dict[str, Any], name: str) -> list[Any]:
    value = said.get(name, [])
    if not isinstance(value, list):
        raise FactsError(_("“%(name)s”应是列表。") % {"name": name})
    return value


def _choice(said: dict[str, Any], name: str) -> StrEnum:
    choices, default = CHOICES[name]
    try:
        return choices(said.get(name, default))
    except ValueError:
        sentence = _("“%(name)s”只能是：%(choices)s。")
        raise FactsError(sentence % {"name": name, "choices": _listed(choices)}) from None


def _unit(said: dict[str, Any], name: str, org: Unit) -> Unit:
    slug = said.get(name)
    if slug is None:
        return org
    found = Unit.objects.filter(slug=slug).first() if isinstance(slug, str) else None
    if found is None:
        raise FactsError(_("“%(name)s”应是已有单位的代号，没有“%(slug)s”。") % {"name": name, "slug": slug})
    return found


def _moment(value: Any) -> datetime:
    if value is None:
        return clock.now()
    try:
        found = parse_datetime(value) if isinstance(value, str) else None
    except ValueError:
        found = None
    if found is None:
        raise FactsError(_("“now”应是 ISO 8601 时间，例如 2026-07-01T09:00:00+08:00。"))
    return timezone.make_aware(found) if timezone.is_naive(found) else found


def _variant(said: Any) -> VariantFacts:
    if not isinstance(said, dict) or set(said) - set(VARIANT):
        raise FactsError(_("“variants”的每一项应是对象，可用的是：%(known)s。") % {"known": _listed(VARIANT)})
    number = said.get("number", 1)
    if not isinstance(number, int) or isinstance(number, bool) or number < 1:
        raise FactsError(_("“variants”里的 number 应是从 1 起的整数。"))
    texts = {name: _text(said, name) for name in VARIANT if name not in ("number", "leaders")}
    return VariantFacts(number=number, leaders=_yes_no(said, "leaders"), **texts)


def _concerned(said: Any) -> ConcernedFacts:
    """A unit by its code, under its own name where the document gives none; an organ outside by its name."""
    if not isinstance(said, dict) or set(said) - set(CONCERNED):
        known = _listed(CONCERNED)
        raise FactsError(_("“concerned”的每一项应是对象，可用的是：%(known)s。") % {"known": known})
    slug, name = _text(said, "unit"), _text(said, "name").strip()
    unit = Unit.objects.filter(slug=slug).first() if slug else None
    if slug and unit is None:
        raise FactsError(_("“%(name)s”应是已有单位的代号，没有“%(slug)s”。") % {"name": "unit", "slug": slug})
    if not slug and not name:
        raise FactsError(_("“concerned”的每一项应写明单位代号 unit，或者系统外机关的名称 name。"))
    return ConcernedFacts(slug, name or str(unit))


def _ids(said: dict[str, Any], name: str) -> tuple[str, ...]:
    ids = _list(said, name)
    if not all(isinstance(each, str) for each in ids):
        raise FactsError(_("“%(name)s”应是编号的列表。") % {"name": name})
    return tuple(sorted(ids))


def _entries(said: Any) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    if not isinstance(said, dict) or not all(map(_is_told, said.values())):
        raise FactsError(_("“entries”应是“字段编号: {登记事项: 文字}”的对象。"))
    return tuple((key, tuple(sorted(told.items()))) for key, told in sorted(said.items()))


def _is_told(said: Any) -> bool:
    return isinstance(said, dict) and all(isinstance(each, str) for each in said.values())


def _fields(said: Any) -> tuple[tuple[str, str], ...]:
    if not isinstance(said, dict) or not all(isinstance(each, str) for each in said.values()):
        raise FactsError(_("“fields”应是“字段编号: 文字”的对象。"))
    return tuple(sorted(said.items()))
