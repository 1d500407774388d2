"""All rule books that ship, in any combination: none takes away what another finds or demands, and none breaks."""

from collections.abc import Sequence

import pytest
from guanwei import registry
from guanwei.api import Decision, ManuscriptFacts, StepKind
from guanwei.registry import Active
from guanwei.testing.strategies import extreme_manuscripts, manuscripts
from hypothesis import given, settings
from hypothesis import strategies as st

BOOKS = ("ankang-police", "county", "huaibei-police", "huaibei-veterans", "luan-emergency")
KNOWN = registry.catalogue()
CATEGORIES = tuple(each.id for each in KNOWN.categories)
FIELDS = tuple(each.id for each in KNOWN.fields)
unhurried = settings(deadline=None, max_examples=60)
items = manuscripts(CATEGORIES, FIELDS)
standing = st.builds(Active, st.sampled_from(BOOKS), st.integers(0, 3), st.booleans())
combinations = st.lists(standing, max_size=6)


def decide(facts: ManuscriptFacts, active: Sequence[Active]) -> Decision:
    return registry.decide_manuscript(facts, active)


def found(decision: Decision) -> set[str]:
    return {each.check for each in decision.findings}


def demanded(facts: ManuscriptFacts, plugin: str) -> list[tuple[StepKind, str]]:
    """Kind and post of each step that the book alone would ask for."""
    route = decide(facts, [Active(plugin, 0, False)]).route
    return [(each.step.kind, each.step.role) for each in route.steps] if route else []


def in_order(part: Sequence[object], whole: Sequence[object]) -> bool:
    rest = iter(whole)
    return all(each in rest for each in part)


def test_the_books_that_ship_are_all_loaded() -> None:
    assert {each.name: each.error for each in registry.plugins()} | dict.fromkeys(BOOKS, "") == {
        each.name: "" for each in registry.plugins()
    }


@unhurried
@given(items, combinations)
def test_a_decision_is_a_function_of_facts_and_books_whatever_their_order(
    facts: ManuscriptFacts, active: list[Active]
) -> None:
    first, second = decide(facts, active), decide(facts, active[::-1])
    assert (first.route, first.order, first.refusals) == (second.route, second.order, second.refusals)
    assert first.findings == second.findings
    assert all(each.cites and each.plugin for each in first.findings)


@unhurried
@given(items, combinations, standing)
def test_another_book_takes_no_finding_and_no_refusal_of_a_field_away(
    facts: ManuscriptFacts, active: list[Active], more: Active
) -> None:
    before, after = decide(facts, active), decide(facts, [*active, more])
    assert found(before) <= found(after)
    fields = {each.rule for each in before.refusals if each.rule in FIELDS}
    assert fields <= {each.rule for each in after.refusals}


@unhurried
@given(items, combinations, st.sampled_from(BOOKS))
def test_a_mandatory_books_steps_stand_in_whatever_route_is_chosen(
    facts: ManuscriptFacts, active: list[Active], bound: str
) -> None:
    decision = decide(facts, [*active, Active(bound, 3, True)])
    if decision.route is None:
        assert decision.refusals
        return
    steps = [(each.step.kind, each.step.role) for each in decision.route.steps]
    assert in_order(demanded(facts, bound), steps)


@pytest.mark.parametrize("mandatory", [False, True])
def test_no_combination_breaks_on_extreme_items(mandatory: bool) -> None:
    every = [Active(name, distance, mandatory) for distance, name in enumerate(BOOKS)]
    for facts in extreme_manuscripts(CATEGORIES[:3], FIELDS)[::7]:
        decision = decide(facts, every)
        assert decision.route is not None or decision.refusals
        assert not [each for each in decision.trace if "出错" in each.verdict]
