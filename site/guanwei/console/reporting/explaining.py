"""What the rules in force would decide on given facts, and who could sign."""

from dataclasses import asdict
from typing import Any

from guanwei.api import Finding, ManuscriptFacts, Refusal, SecondReview, StepGroup
from guanwei.approvals.emergency_terms import second_review_refusals
from guanwei.approvals.routing import ForeseenStep, foresee, refusals_of
from guanwei.audit import clock
from guanwei.console.reporting.printing import cited
from guanwei.organisations.models import Unit
from guanwei.organisations.queries.posts import unit_for
from guanwei.publishing.services.submitting import rules_over
from guanwei.screening.deciding import decide
from guanwei.screening.findings import Answered
from guanwei.screening.queries import refusals_of as refusals_of_findings


def explain(facts: ManuscriptFacts, supplier: Unit, manager: Unit) -> dict[str, Any]:
    """Route, refusals and trace. Writes nothing; contributors of an unwritten item are nobody."""
    decision = decide(facts, rules_over(supplier, manager), (manager, supplier))
    routed = decision.route.steps if decision.route else ()
    steps = foresee(routed, supplier, manager, set(), clock.today())
    owed = second_review_refusals(decision.route, supplier, manager, set(), clock.today())
    unanswered = refusals_of_findings([Answered(each) for each in decision.findings], manager)
    return {
        "route": _route(decision, steps, supplier, manager),
        "order": {"value": decision.order.value, "cites": cited(decision.order_cites)},
        "findings": [_finding(each) for each in decision.findings],
        "refusals": [
            _refusal(each) for each in (*decision.refusals, *refusals_of(steps), *owed, *unanswered)
        ],
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


def _finding(each: Finding) -> dict[str, Any]:
    return {
        "rule": each.check,
        "label": each.label,
        "severity": each.severity.value,
        "message": each.sentence,
        "suggestion": each.suggestion,
        "cleared_by": list(each.cleared_by),
        "finds": each.finds,
        "places": [asdict(one) for one in each.places],
        "plugin": each.plugin,
        "version": each.version,
        "cites": cited(each.cites),
    }


def _route(decision: Any, steps: list[ForeseenStep], supplier: Unit, manager: Unit) -> dict[str, Any] | None:
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
        "second_review": _second_review(route.second_review, supplier, manager),
    }


def _second_review(review: SecondReview | None, supplier: Unit, manager: Unit) -> dict[str, Any] | None:
    """What an emergency route owes afterwards; None on every other."""
    if review is None:
        return None
    unit, _overseer = unit_for(review.escalates_whose, supplier, manager)
    return {
        "id": review.id,
        "label": review.label,
        "within_hours": review.within_hours,
        "cites": cited(review.cites),
        "escalates": {
            "role": review.escalates_to,
            "whose": review.escalates_whose.value,
            "unit": unit.slug,
        },
        "steps": [
            {
                "id": each.id,
                "label": each.label,
                "role": each.role,
                "whose": each.whose.value,
                "cites": cited(each.cites),
            }
            for each in review.steps
        ],
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
        "group": _group(each.routed.group),
        "external": step.paper is not None,
        "signatures": step.signatures,
        "veto": step.veto,
        "binding": step.holds,
        "may_edit": step.may_edit,
        "layout_exempt": step.layout_exempt,
        "subject": each.routed.subject,
        "candidates": [str(seat.person) for seat in each.seats],
        "telephone": step.telephone is not None,
        "confirmation": _confirmation(each),
        "cites": cited(step.cites),
    }


def _confirmation(each: ForeseenStep) -> dict[str, Any] | None:
    """What a unit concerned is asked; None of every other step."""
    asked = each.routed.confirmation
    if asked is None:
        return None
    overdue = asked.overdue
    late = overdue and {
        "role": overdue.role,
        "whose": overdue.whose.value,
        "hours_before": overdue.hours_before,
        "candidates": [str(seat.person) for seat in each.deciders],
        "cites": cited(overdue.cites),
    }
    return {
        "organ": each.routed.organ,
        "within_hours": asked.within_hours,
        "reminds_hours": asked.reminds_hours,
        "overdue": late,
    }


def _group(group: StepGroup | None) -> dict[str, Any] | None:
    """The steps that wait side by side; a quorum of 0 asks for all of them."""
    if group is None:
        return None
    said = {"id": group.id, "label": group.label, "quorum": group.quorum}
    return {**said, "cites": cited(group.cites)}


def _refusal(each: Refusal) -> dict[str, Any]:
    said = {"sentence": each.sentence, "rule": each.rule, "plugin": each.plugin, "version": each.version}
    return {**said, "cites": cited(each.cites)}
