"""How rule books combine: refusals add up, the nearest chooses, mandatory steps stay, ties are refused."""

from dataclasses import replace
from typing import Any

import pytest
from guanwei.api import ChecklistItem, Decision, Form, Kind, ReleaseOrder, StepKind
from guanwei.registry.combining import combine
from guanwei.registry.standing import Standing
from hypothesis import given
from hypothesis import strategies as st
from registry.builders import facts, linkage, required, route, shape, stand, step

RELEASE = StepKind.RELEASE


def decide(*standings: Standing, **changes: Any) -> Decision:
    return combine(facts(**changes), standings)


def usual(plugin: str, *roles: str) -> tuple[Any, ...]:
    """A route of reviews by these roles and a release."""
    reviews = [step(plugin, role) for role in roles]
    return (route(plugin, *reviews, step(plugin, "publisher", RELEASE)),)


def roles_of(decision: Decision) -> list[str]:
    assert decision.route is not None, decision.refusals
    return [one.step.role for one in decision.route.steps]


def test_the_nearest_plugin_that_answers_chooses_the_route() -> None:
    far, near = stand("far", 2, routes=usual("far", "a")), stand("near", 0, routes=usual("near", "b"))
    silent = stand("silent", 0)
    decision = decide(far, near, silent)
    assert (decision.route.id, decision.route.plugin, decision.route.version) == ("near.route", "near", "1.0")
    assert decision.refusals == ()


def test_nobody_answering_is_a_refusal() -> None:
    never = route("far", step("far", "a"), applies=lambda facts: False)
    for standings in ([], [stand("far", 1, routes=(never,))]):
        decision = decide(*standings)
        assert decision.route is None
        assert "流程" in decision.refusals[0].sentence


def test_two_applying_routes_of_one_plugin_are_refused_by_name() -> None:
    two = (route("one", step("one", "a"), name="x"), route("one", step("one", "b"), name="y"))
    decision = decide(stand("one", routes=two))
    assert decision.route is None
    assert "one.x" in decision.refusals[0].sentence
    assert "one.y" in decision.refusals[0].sentence
    assert decision.refusals[0].cites


def test_two_plugins_of_equal_rank_are_refused_by_name_in_any_order() -> None:
    one, two = stand("one", 1, routes=usual("one", "a")), stand("two", 1, routes=usual("two", "b"))
    decision = decide(one, two)
    assert decision.route is None
    assert "one.route" in decision.refusals[0].sentence
    assert "two.route" in decision.refusals[0].sentence
    assert decide(two, one) == decision


def test_a_tie_further_up_does_not_matter() -> None:
    up = [stand("one", 1, routes=usual("one", "a")), stand("two", 1, routes=usual("two", "b"))]
    assert roles_of(decide(*up, stand("near", 0, routes=usual("near", "c")))) == ["c", "publisher"]


def test_a_mandatory_step_that_is_missing_comes_before_the_release() -> None:
    above = stand("above", 1, mandatory=True, routes=usual("above", "head"))
    decision = decide(above, stand("near", 0, routes=usual("near", "editor")))
    assert roles_of(decision) == ["editor", "head", "publisher"]
    assert [one.plugin for one in decision.route.steps] == ["near", "above", "near"]


def test_without_the_obligation_the_route_stays_as_it_is() -> None:
    above = stand("above", 1, routes=usual("above", "head"))
    assert roles_of(decide(above, stand("near", 0, routes=usual("near", "editor")))) == [
        "editor",
        "publisher",
    ]


def test_a_missing_step_comes_before_a_later_demanded_one_that_is_already_there() -> None:
    above = stand("above", 1, mandatory=True, routes=usual("above", "first", "head"))
    near = stand("near", 0, routes=usual("near", "editor", "head", "secrecy"))
    assert roles_of(decide(above, near)) == ["editor", "first", "head", "secrecy", "publisher"]


def test_a_step_in_the_wrong_order_is_asked_again() -> None:
    above = stand("above", 1, mandatory=True, routes=usual("above", "first", "head"))
    near = stand("near", 0, routes=usual("near", "head", "first"))
    roles = roles_of(decide(above, near))
    assert roles[-1] == "publisher"
    assert any(roles[at] == "head" for at in range(roles.index("first"), len(roles)))


def test_a_demanded_release_by_another_post_comes_after_all_reviews() -> None:
    demanded = (route("above", step("above", "head"), step("above", "county-publisher", RELEASE)),)
    above = stand("above", 1, mandatory=True, routes=demanded)
    decision = decide(above, stand("near", 0, routes=usual("near", "editor")))
    assert shape(decision.route.steps)[-2:] == [(RELEASE, "county-publisher"), (RELEASE, "publisher")]
    assert roles_of(decision)[:2] == ["editor", "head"]


def test_a_shared_step_keeps_what_the_mandatory_one_asks() -> None:
    item = ChecklistItem("above.item", "保密审查", (step("above", "x").cites))
    strict = replace(step("above", "head"), checklist=(item,))
    above = stand("above", 1, mandatory=True, routes=(route("above", strict),))
    loose = replace(step("near", "head"), open_to_contributor=True)
    decision = decide(above, stand("near", 0, routes=(route("near", loose),)))
    (only,) = decision.route.steps
    assert only.step.checklist == (item,)
    assert not only.step.open_to_contributor
    assert set(strict.cites) < set(only.step.cites)


def test_every_missing_field_of_every_plugin_is_refused_with_its_own_sentence() -> None:
    one = stand("one", 0, fields=(required("one", "source_name"),), routes=usual("one", "a"))
    two = stand("two", 3, fields=(required("two", "source_name"), required("two", "two.date")))
    decision = decide(one, two, source_name=" ")
    assert [refusal.rule for refusal in decision.refusals] == ["source_name", "source_name", "two.date"]
    assert decision.refusals[2].sentence == "two要求填写。"
    assert decision.refusals[2].cites == two.rules.fields[1].cites
    assert decision.refusals[2].plugin == "two"
    assert decision.route is not None
    assert decide(one, two, source_name="新华社", fields=(("two.date", "6月1日"),)).refusals == ()


def test_the_nearest_linkage_decides_what_goes_first() -> None:
    far = stand("far", 2, linkages=(linkage("far", ReleaseOrder.POSTS_FIRST),), routes=usual("far", "a"))
    near = stand("near", 1, linkages=(linkage("near", ReleaseOrder.PAGE_FIRST),))
    assert decide(stand("far", 2, routes=usual("far", "a"))).order is ReleaseOrder.PAGE_FIRST
    assert decide(far).order is ReleaseOrder.POSTS_FIRST
    assert decide(far).order_cites == far.rules.linkages[0].cites
    assert decide(far, near).order is ReleaseOrder.PAGE_FIRST
    assert decide(far, near).order_cites == near.rules.linkages[0].cites


def test_opposed_linkages_of_equal_rank_are_refused_and_equal_ones_are_not() -> None:
    first = stand("one", 1, linkages=(linkage("one", ReleaseOrder.POSTS_FIRST),), routes=usual("one", "a"))
    same = stand("two", 1, linkages=(linkage("two", ReleaseOrder.POSTS_FIRST),))
    other = stand("six", 1, linkages=(linkage("six", ReleaseOrder.PAGE_FIRST),))
    assert decide(first, same).refusals == ()
    assert len(decide(first, same).order_cites) == 2
    (refusal,) = decide(first, other).refusals
    assert "one.linkage" in refusal.sentence
    assert "six.linkage" in refusal.sentence


ROLES = st.lists(st.sampled_from(["a", "b", "c"]), max_size=3)


@st.composite
def standings(draw: Any, most: int = 4) -> list[Standing]:
    made = []
    for name in draw(st.lists(st.sampled_from(["k", "m", "p", "s", "w"]), unique=True, max_size=most)):
        declared: dict[str, Any] = {}
        if draw(st.booleans()):
            declared["routes"] = usual(name, *draw(ROLES))
        if draw(st.booleans()):
            declared["fields"] = (required(name, draw(st.sampled_from(["permission", f"{name}.f"]))),)
        if draw(st.booleans()):
            declared["linkages"] = (linkage(name, draw(st.sampled_from(ReleaseOrder))),)
        made.append(stand(name, draw(st.integers(0, 2)), draw(st.booleans()), **declared))
    return made


def fields_refused(decision: Decision) -> set[tuple[str, str]]:
    return {(one.plugin, one.rule) for one in decision.refusals if one.sentence.endswith("要求填写。")}


def contains(steps: list[tuple[StepKind, str]], wanted: list[tuple[StepKind, str]]) -> bool:
    rest = iter(steps)
    return all(one in rest for one in wanted)


def untimed(decision: Decision) -> Decision:
    return replace(decision, trace=tuple(replace(one, milliseconds=0.0) for one in decision.trace))


@given(standings(), st.randoms())
def test_the_order_in_which_plugins_are_given_changes_nothing(given_: list[Standing], random: Any) -> None:
    shuffled = given_.copy()
    random.shuffle(shuffled)
    assert untimed(decide(*shuffled)) == untimed(decide(*given_))


@given(standings(most=5))
def test_adding_a_plugin_never_drops_a_missing_field(given_: list[Standing]) -> None:
    for at in range(len(given_)):
        fewer = decide(*given_[:at], *given_[at + 1 :])
        assert fields_refused(fewer) <= fields_refused(decide(*given_))


@given(standings(most=5))
def test_every_mandatory_step_is_in_the_route_in_order_or_there_is_no_route(given_: list[Standing]) -> None:
    decision = decide(*given_)
    if decision.route is None:
        assert decision.refusals
        return
    steps = shape(decision.route.steps)
    own = next(one for one in given_ if one.plugin.name == decision.route.plugin)
    for one in (own, *(one for one in given_ if one.active.mandatory)):
        for demanded in one.rules.routes:
            assert contains(steps, [(part.kind, part.role) for part in demanded.steps])


@pytest.mark.parametrize("changes", [{"kind": Kind.REPOST}, {"form": Form.POST}])
def test_the_trace_has_one_entry_per_question(changes: dict[str, Any]) -> None:
    one = stand("one", 0, fields=(required("one", "one.f"),), routes=usual("one", "a"))
    entries = decide(one, stand("two", 1, routes=usual("two", "b")), **changes).trace
    assert [(entry.plugin, entry.rule) for entry in entries] == [
        ("one", "one.f"),
        ("one", "one.route"),
        ("two", "two.route"),
    ]
    assert [entry.verdict for entry in entries] == ["必填", "适用", "适用"]
