"""Which plugins rule a unit."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from guanwei.api import Refusal
from guanwei.organisations.models import Activation, Unit
from guanwei.organisations.queries.tables import plugins_without_tables
from guanwei.organisations.queries.tree import lineages
from guanwei.registry import Active, plugins

COUNTY_RULES = "county"


@dataclass(frozen=True, slots=True)
class Said:
    """What a unit, ``distance`` steps up, says of a plugin."""

    plugin: str
    distance: int
    on: bool
    mandatory: bool


def rules_in_force(unit: Unit) -> tuple[Active, ...]:
    """The unit's own plugins, its ancestors', and the core's county rules, nearest first. Two queries."""
    return rules_of([unit])[unit.pk]


def rules_of(units: Iterable[Unit]) -> dict[int, tuple[Active, ...]]:
    """The rules in force at each of ``units``, by its key. Two queries, however many units."""
    return rules_along(lineages(units))


def rules_along(lines: Mapping[int, Sequence[Unit]]) -> dict[int, tuple[Active, ...]]:
    """The same where the caller knows the units above each: one query."""
    above = {each.pk for line in lines.values() for each in line}
    rows = list(Activation.objects.filter(unit__in=above))
    return {pk: in_force(_said(line, rows), len(line)) for pk, line in lines.items()}


def place(active: Active, line: Sequence[Unit]) -> Unit:
    """Which unit of ``line`` switched the plugin on; the county's own book stands at the top."""
    return line[min(active.distance, len(line) - 1)]


def _said(line: Sequence[Unit], rows: Iterable[Activation]) -> list[Said]:
    distance = {each.pk: index for index, each in enumerate(line)}
    return [
        Said(each.plugin, distance[each.unit_id], each.on, each.mandatory)
        for each in rows
        if each.unit_id in distance
    ]


def in_force(said: Iterable[Said], depth: int) -> tuple[Active, ...]:
    """The nearest say on a plugin decides, except that a mandatory one holds whatever is said below it.

    ``depth`` is how far the county's own book stands: farther than any unit's say.
    """
    found: dict[str, Active] = {}
    by_plugin: dict[str, list[Said]] = {COUNTY_RULES: []}
    for each in sorted(said, key=lambda each: each.distance):
        by_plugin.setdefault(each.plugin, []).append(each)
    for plugin, sayings in by_plugin.items():
        forced = [each for each in sayings if each.on and each.mandatory]
        if sayings and sayings[0].on:
            found[plugin] = Active(plugin, sayings[0].distance, bool(forced))
        elif forced:
            found[plugin] = Active(plugin, forced[0].distance, True)
    # The county's book rules everybody and can't be switched off.
    found.setdefault(COUNTY_RULES, Active(COUNTY_RULES, depth, False))
    return tuple(sorted(found.values(), key=lambda each: (each.distance, each.plugin)))


def where_switched_on(plugin: str) -> list[Unit]:
    """Units at which the plugin was switched on; the county's own book rules from the top. One query."""
    if plugin == COUNTY_RULES:
        return list(Unit.objects.filter(parent=None))
    rows = Activation.objects.filter(plugin=plugin, on=True).select_related("unit")
    return [each.unit for each in rows.order_by("unit_id")]


def switched_on() -> dict[int, tuple[Unit, list[str]]]:
    """Each unit that has rules of its own, with the names of their plugins, the county first. Two queries."""
    found = {each.pk: (each, [COUNTY_RULES]) for each in Unit.objects.filter(parent=None)}
    rows = Activation.objects.filter(on=True, unit__closed_on=None).select_related("unit")
    for each in rows.order_by("unit_id", "plugin"):
        found.setdefault(each.unit_id, (each.unit, []))[1].append(each.plugin)
    return found


def not_loaded(*units: Unit) -> list[Refusal]:
    """Why nothing may be signed or released under ``units``: rules in force whose plugin isn't loaded.

    Nobody falls to a shorter route because a plugin is missing (law L6).
    """
    loaded = {each.name for each in plugins() if not each.error}
    said = _("规则包“%(plugin)s”已启用但没有装载，有关稿件暂停签署和发布；请系统管理员修复或停用该规则包。")
    missing = _in_force_at(units) - loaded
    return [
        *(Refusal(said % {"plugin": name}, plugin=name) for name in sorted(missing)),
        *without_tables(*units),
    ]


def without_tables(*units: Unit) -> list[Refusal]:
    """Why nothing moves under ``units``: the tables of a plugin in force aren't made. Mostly without a query."""
    found = plugins_without_tables()
    held = _in_force_at(units) & found.keys() if found else set()
    return [Refusal(found[name], plugin=name) for name in sorted(held)]


def _in_force_at(units: Iterable[Unit]) -> set[str]:
    return {
        active.plugin
        for unit in {each.pk: each for each in units}.values()
        for active in rules_in_force(unit)
    }
