"""Which plugins rule a unit."""

from guanwei.organisations.models import Activation, Unit
from guanwei.organisations.queries.tree import lineage
from guanwei.registry import Active

COUNTY_RULES = "county"


def rules_in_force(unit: Unit) -> tuple[Active, ...]:
    """The unit's own plugins, its ancestors', and the core's county rules, nearest first.

    The nearest unit that says something of a plugin decides, except that a mandatory activation
    above holds whatever is said below it. Two queries.
    """
    line = lineage(unit)
    distance = {each.pk: index for index, each in enumerate(line)}
    said = sorted(Activation.objects.filter(unit__in=distance), key=lambda each: distance[each.unit_id])
    found: dict[str, Active] = {}
    silenced: set[str] = set()
    for each in said:
        if each.plugin in found:
            if each.on and each.mandatory and not found[each.plugin].mandatory:
                nearest = found[each.plugin]
                found[each.plugin] = Active(nearest.plugin, nearest.distance, True)
        elif each.on and (each.mandatory or each.plugin not in silenced):
            found[each.plugin] = Active(each.plugin, distance[each.unit_id], each.mandatory)
        elif not each.on:
            silenced.add(each.plugin)
    # The county's book rules everybody; farther than any unit's own say.
    found.setdefault(COUNTY_RULES, Active(COUNTY_RULES, len(line), False))
    return tuple(sorted(found.values(), key=lambda each: (each.distance, each.plugin)))
