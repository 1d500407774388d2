"""How the answers of several rule books become one decision. Pure: answers in, decision out.

Refusals and findings add up. The most specific plugin that answers chooses the route and the order of release;
mandatory plugins further up add the steps that the route lacks. Two answers of equal rank that differ
are a refusal that names both. Nothing depends on the order in which plugins were installed or given.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import combinations

from guanwei.api import (
    ApprovalRoute,
    Citation,
    Decision,
    Finding,
    Linkage,
    ManuscriptFacts,
    MarkRule,
    Refusal,
    ReleaseOrder,
    RouteChoice,
    RulesAsked,
    ScreeningRule,
    Severity,
)
from guanwei.registry import sentences
from guanwei.registry.afterwards import second_review_of
from guanwei.registry.concerned import with_confirmations
from guanwei.registry.evaluation import Asked
from guanwei.registry.standing import Standing, failures, trace
from guanwei.registry.steps import routed, with_mandatory
from guanwei.registry.validation import CORE_FIELDS


@dataclass(frozen=True, slots=True)
class _Applying:
    """A route that applies, with the plugin that says so."""

    standing: Standing
    route: ApprovalRoute

    @property
    def names(self) -> tuple[str, str]:
        """Plugin and route, for sentences."""
        return self.standing.plugin.name, self.route.id


def combine(facts: ManuscriptFacts, standings: Sequence[Standing]) -> Decision:
    """The decision of all rules in force."""
    ranked = sorted(standings, key=lambda one: (one.active.distance, one.active.plugin))
    refusals = [refusal for one in ranked for refusal in failures(one)]
    refusals += [refusal for one in ranked for refusal in _missing_fields(facts, one)]
    route, about_route = _choose_route(facts, ranked)
    order, cites, about_order = _choose_order(ranked)
    entries = tuple(entry for one in ranked for entry in trace(one))
    asked = tuple(
        RulesAsked(one.plugin.name, one.plugin.version, one.active.distance, one.active.mandatory)
        for one in ranked
    )
    findings = tuple(finding for one in ranked for finding in (*_findings(one), *_marks(facts, one)))
    screenings = tuple(rule for one in ranked for rule in _screenings(one))
    dictionaries = tuple(each for one in ranked for each in one.rules.dictionaries)
    refused = (*refusals, *about_route, *about_order)
    marks = tuple(
        MarkRule(each, one.plugin.name, one.plugin.version) for one in ranked for each in one.rules.marks
    )
    return Decision(route, order, cites, refused, entries, asked, findings, screenings, dictionaries, marks)


def _missing_fields(facts: ManuscriptFacts, standing: Standing) -> list[Refusal]:
    """Each required field that is empty, in its own plugin's words."""
    return [
        standing.refusal(field.sentence, field.id, field.cites)
        for field in standing.rules.fields
        if standing.holds(Asked.FIELD, field.id) and not _value(facts, field.id).strip()
    ]


def _findings(standing: Standing) -> list[Finding]:
    """What the plugin's checks found, in its own words."""
    name, version = standing.plugin.name, standing.plugin.version
    return [
        Finding(
            check.id,
            check.label,
            check.severity,
            check.sentence,
            check.cites,
            name,
            version,
            check.suggestion,
            check.cleared_by,
        )
        for check in standing.rules.checks
        if standing.holds(Asked.CHECK, check.id)
    ]


def _marks(facts: ManuscriptFacts, standing: Standing) -> list[Finding]:
    """What people marked the item with, and who may lift it."""
    name, version = standing.plugin.name, standing.plugin.version
    return [
        Finding(
            mark.id,
            mark.label,
            Severity.BLOCK,
            mark.sentence,
            mark.cites,
            name,
            version,
        )
        for mark in standing.rules.marks
        if mark.id in facts.marks
    ]


def _screenings(standing: Standing) -> list[ScreeningRule]:
    """What the check engine should look for: rules without a condition, and those whose condition holds."""
    name, version = standing.plugin.name, standing.plugin.version
    return [
        ScreeningRule(each, name, version)
        for each in standing.rules.screenings
        if each.applies is None or standing.holds(Asked.SCREENING, each.id)
    ]


def _value(facts: ManuscriptFacts, field_id: str) -> str:
    return str(getattr(facts, field_id)) if field_id in CORE_FIELDS else facts.field(field_id)


def _choose_route(
    facts: ManuscriptFacts, ranked: Sequence[Standing]
) -> tuple[RouteChoice | None, list[Refusal]]:
    """The most specific route, with the mandatory steps; or None and why."""
    applying = [
        _Applying(one, route)
        for one in ranked
        for route in one.rules.routes
        if one.holds(Asked.ROUTE, route.id)
    ]
    conflicts = _route_conflicts(applying)
    if conflicts or any(one.route_unknown() for one in ranked):
        return None, conflicts
    if not applying:
        return None, [Refusal(sentences.no_route())]
    chosen, *others = applying
    binding = [chosen, *(each for each in others if each.standing.active.mandatory)]
    # Before the last review of each: what one route signs last may come early in the other.
    chains = [with_confirmations(routed(each.route, each.standing, facts), facts, ranked) for each in binding]
    steps = reduce(with_mandatory, chains)
    review, about_review = second_review_of(facts, [(each.standing, each.route) for each in binding])
    route, plugin = chosen.route, chosen.standing.plugin
    made = RouteChoice(route.id, route.label, plugin.name, plugin.version, route.cites, steps, review)
    return made, about_review


def _route_conflicts(applying: Sequence[_Applying]) -> list[Refusal]:
    """A plugin answers with one route at most; plugins of equal rank may not both choose."""
    nearest = min((one.standing.active.distance for one in applying), default=0)
    conflicts = []
    for first, second in combinations(applying, 2):
        cites = (*first.route.cites, *second.route.cites)
        one, two = first.names, second.names
        if one[0] == two[0]:
            said = sentences.routes_of_one_plugin(one[0], one[1], two[1])
        elif first.standing.active.distance == second.standing.active.distance == nearest:
            said = sentences.routes_of_equal_rank(one, two)
        else:
            continue
        conflicts.append(first.standing.refusal(said, first.route.id, cites))
    return conflicts


def _choose_order(
    ranked: Sequence[Standing],
) -> tuple[ReleaseOrder, tuple[Citation, ...], list[Refusal]]:
    """What goes first of a page and its posts, by the most specific linkage; the page where none answers."""
    applying = [
        (one, linkage)
        for one in ranked
        for linkage in one.rules.linkages
        if one.holds(Asked.LINKAGE, linkage.id)
    ]
    if not applying:
        return ReleaseOrder.PAGE_FIRST, (), []
    nearest = applying[0][0].active.distance
    equal = [pair for pair in applying if pair[0].active.distance == nearest]
    order = equal[0][1].order
    opposed = next((pair for pair in equal if pair[1].order is not order), None)
    if opposed is None:
        return order, tuple(dict.fromkeys(cite for _, linkage in equal for cite in linkage.cites)), []
    return ReleaseOrder.PAGE_FIRST, (), [_orders_conflict(equal[0], opposed)]


def _orders_conflict(first: tuple[Standing, Linkage], second: tuple[Standing, Linkage]) -> Refusal:
    said = sentences.orders_conflict(
        (first[0].plugin.name, first[1].id), (second[0].plugin.name, second[1].id)
    )
    return first[0].refusal(said, first[1].id, (*first[1].cites, *second[1].cites))
