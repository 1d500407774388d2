"""A box of a signing screen may be there for some facts alone; its rule is asked like any other."""

from typing import Any

import pytest
from guanwei import registry
from guanwei.api import ChecklistItem, Decision, StepKind, hookimpl
from guanwei.registry import Active
from registry.builders import cite, facts, route, step

CHANGED = "retitled"


def box(name: str, applies: Any = None) -> ChecklistItem:
    return ChecklistItem(f"demo.{name}", name, cite("demo"), applies=applies)


def decide(**changes: Any) -> Decision:
    return registry.decide_manuscript(facts(**changes), [Active("demo", 0, False)])


def boxes(decision: Decision) -> list[str]:
    assert decision.route is not None
    return [each.label for each in decision.route.steps[0].step.checklist]


def demo(applies: Any) -> dict[str, Any]:
    """A book with two routes that share the step on which the boxes stand."""
    from dummy_plugins.misbehaving import route_hooks

    checked = step("demo", "county.reviewer", checklist=(box("always"), box(CHANGED, applies)))
    release = step("demo", "county.publisher", StepKind.RELEASE)
    routes = (
        route("demo", checked, release, applies=lambda facts: not facts.text),
        route("demo", checked, release, name="other", applies=lambda facts: bool(facts.text)),
    )
    hooks = route_hooks("demo", lambda facts: True)
    return hooks | {"register_approval_routes": hookimpl(lambda: routes, specname="register_approval_routes")}


def test_it_is_there_where_its_rule_says_so_and_plain_data_then(declare: Any) -> None:
    declare(demo=demo(lambda facts: facts.title != facts.original_title))
    changed = decide(original_title="原题")
    assert boxes(changed) == ["always", CHANGED]
    assert all(each.applies is None for each in changed.route.steps[0].step.checklist)
    assert boxes(decide(original_title=facts().title)) == ["always"]
    assert [one.verdict for one in changed.trace if one.rule == f"demo.{CHANGED}"] == ["适用"]


def test_a_box_whose_rule_fails_holds_the_item_and_names_the_plugin(declare: Any) -> None:
    declare(demo=demo(lambda facts: facts.no_such_fact))
    (refusal,) = decide().refusals
    assert (refusal.plugin, refusal.rule) == ("demo", f"demo.{CHANGED}")
    assert refusal.cites


def test_its_rule_stays_where_it_is_evaluated(declare: Any) -> None:
    declare(demo=demo(lambda facts: True))
    kept = registry.catalogue().route("demo.route").steps[0].checklist[1]
    with pytest.raises(RuntimeError):
        kept.applies(facts())
