"""What the rules in force would decide on given facts, and who could sign."""

from typing import Any

from guanwei import registry
from guanwei.api import ManuscriptFacts, Refusal
from guanwei.approvals.routing import ForeseenStep, foresee, refusals_of
from guanwei.audit import clock
from guanwei.console.reporting.printing import cited
from guanwei.organisations.models import Unit
from guanwei.publishing.services.submitting import rules_over


def explain(facts: ManuscriptFacts, supplier: Unit, manager: Unit) -> dict[str, Any]:
    """Route, refusals and trace. Writes nothing; contributors of an unwritten item are nobody."""
    decision = registry.decide_manuscript(facts, rules_over(supplier, manager))
    routed = decision.route.steps if decision.route else ()
    steps = foresee(routed, supplier, manager, set(), clock.today())
    return {
        "route": _route(decision, steps),
        "order": {"value": decision.order.value, "cites": cited(decision.order_cites)},
        "refusals": [_refusal(each) for each in (*decision.refusals, *refusals_of(steps))],
        "trace": [
            {
                "plugin": each.plugin,
                "version": each.version,
                "rule": each.rule,
                "verdict": each.verdict,
                "ms": round(each.milliseconds, 3),
            }
            for each in decision.trace
        ],
    }


def _route(decision: Any, steps: list[ForeseenStep]) -> dict[str, Any] | None:
    route = decision.route
    if route is None:
        return None
    return {
        "id": route.id,
        "label": route.label,
        "plugin": route.plugin,
        "version": route.version,
        "cites": cited(route.cites),
        "steps": [_step(each) for each in steps],
    }


def _step(each: ForeseenStep) -> dict[str, Any]:
    step = each.routed.step
    return {
        "id": step.id,
        "label": step.label,
        "kind": step.kind.value,
        "role": step.role,
        "whose": step.whose.value,
        "unit": each.unit.slug,
        "candidates": [str(seat.person) for seat in each.seats],
        "cites": cited(step.cites),
    }


def _refusal(each: Refusal) -> dict[str, Any]:
    said = {"sentence": each.sentence, "rule": each.rule, "plugin": each.plugin, "version": each.version}
    return {**said, "cites": cited(each.cites)}
