"""Run in a process of its own: a site that starts, its plugins, and what its rules answer, as JSON on one line.

With ``found`` it first makes the database: a county with one agency a plugin, each with its plugin on, and one more.
"""

import json
import sys
from collections.abc import Iterator
from dataclasses import asdict, replace
from datetime import datetime
from typing import Any

import django

django.setup()

from django.core.management import call_command  # noqa: E402 - after set-up
from django.utils import timezone  # noqa: E402
from guanwei import registry  # noqa: E402
from guanwei.api import Form, Kind, ManuscriptFacts, Urgency  # noqa: E402
from guanwei.console.reporting.plugins import plugins  # noqa: E402
from guanwei.organisations.models import Unit  # noqa: E402
from guanwei.organisations.queries.rules import not_loaded, rules_in_force  # noqa: E402
from guanwei.organisations.queries.tree import unit_facts  # noqa: E402
from guanwei.organisations.services import switch_on  # noqa: E402

NOW = timezone.make_aware(datetime(2026, 6, 1, 9, 0))
PLAIN = "plain"


def found() -> None:
    call_command("migrate", verbosity=0)
    county = Unit.objects.create(name="清河县人民政府", slug="qinghe", kind="county")
    installed = [each.name for each in registry.plugins() if each.name != "county"]
    for slug in [*installed, PLAIN]:
        unit = Unit.objects.create(name=f"清河县{slug}局", slug=slug, kind="department", parent=county)
        if slug != PLAIN:
            refusals = switch_on(unit, slug, by=None, reason="试行")
            assert not refusals, refusals


def manuscripts(unit: Unit) -> Iterator[ManuscriptFacts]:
    """Of every category that its rules know, in every kind, ordinary and urgent."""
    said = unit_facts(unit)
    base = ManuscriptFacts(
        Kind.ORIGINAL, Form.ARTICLE, Urgency.ORDINARY, "防汛提示", "请注意防范。", "", said, said, NOW
    )
    declared = [registry.catalogue().of(each.plugin).categories for each in rules_in_force(unit)]
    for category in ["", *sorted(each.id for some in declared for each in some)]:
        for kind in Kind:
            for urgency in Urgency:
                yield replace(base, category=category, kind=kind, urgency=urgency)


def answers(unit: Unit) -> list[Any]:
    """The decisions without their times."""
    active = rules_in_force(unit)
    decisions = [asdict(registry.decide_manuscript(each, active)) for each in manuscripts(unit)]
    for each in decisions:
        for entry in each["trace"]:
            entry.pop("milliseconds")
    return decisions


def plain(value: Any) -> Any:
    """What JSON has no word for, said the same in every process."""
    if isinstance(value, frozenset):
        return sorted(value)
    return f"{value.__module__}.{value.__qualname__}" if callable(value) else str(value)


def told() -> dict[str, Any]:
    agencies, known = list(Unit.objects.exclude(parent=None).order_by("slug")), plugins()
    return {
        "plugins": {each["name"]: each["error"] for each in known},
        "active": {each["name"]: each["active_for"] for each in known},
        "answers": {each.slug: answers(each) for each in agencies},
        "held": {each.slug: [str(one) for one in not_loaded(each)] for each in agencies},
    }


if sys.argv[1:] == ["found"]:
    found()
sys.stdout.write(json.dumps(told(), default=plain, sort_keys=True) + "\n")
