"""Findings add up; each unit concerned gets a step of its own before the last review."""

from dataclasses import replace
from typing import Any

from guanwei.api import (
    Check,
    ColumnFacts,
    ConcernedFacts,
    Confirmation,
    Decision,
    Overdue,
    Paper,
    Severity,
    StepKind,
    UnitFacts,
    Whose,
)
from guanwei.registry.combining import combine
from guanwei.registry.standing import Standing
from hypothesis import given
from hypothesis import strategies as st
from registry.builders import cite, facts, route, stand, step

WATER, ROADS = ConcernedFacts("water", "水利局"), ConcernedFacts("roads", "交通局")
OUTSIDE = ConcernedFacts("", "省水文中心")


def decide(*standings: Standing, **changes: Any) -> Decision:
    return combine(facts(**changes), standings)


def check(plugin: str, name: str, severity: Severity = Severity.LOOK, found: bool = True) -> Check:
    return Check(f"{plugin}.{name}", name, cite(plugin), severity, f"{name}。", lambda _facts: found)


def confirmation(plugin: str, role: str = "speaker", **terms: Any) -> Confirmation:
    paper = Paper("recorder", "confirmer")
    return Confirmation(
        f"{plugin}.agree", "会商确认", cite(plugin), lambda _facts: True, role, paper, **terms
    )


def chain(plugin: str = "near") -> tuple[Any, ...]:
    reviews = (step(plugin, "reviewer"), step(plugin, "leader"))
    return (route(plugin, *reviews, step(plugin, "publisher", StepKind.RELEASE)),)


def labels(decision: Decision) -> list[str]:
    assert decision.route is not None, decision.refusals
    return [one.step.label for one in decision.route.steps]


@given(st.lists(st.tuples(st.sampled_from(Severity), st.booleans()), max_size=6))
def test_another_plugin_takes_no_finding_away(asked: list[tuple[Severity, bool]]) -> None:
    checks = tuple(check("far", f"c{at}", *each) for at, each in enumerate(asked))
    far, near = stand("far", 2, checks=checks), stand("near", 0, checks=(check("near", "own"),))
    alone, both = decide(far).findings, decide(far, near).findings
    assert {each.check for each in alone} == {f"far.c{at}" for at, each in enumerate(asked) if each[1]}
    assert set(both) == {*alone, *decide(near).findings}
    assert all(each.cites and each.plugin for each in both)


def test_units_concerned_confirm_side_by_side_before_the_last_review() -> None:
    near = stand("near", routes=chain(), confirmations=(confirmation("near"),))
    decision = decide(near, concerned=(WATER, ROADS))
    assert labels(decision) == ["reviewer", "会商确认：水利局", "会商确认：交通局", "leader", "publisher"]
    asked = decision.route.steps[1:3]
    assert [one.unit for one in asked] == ["water", "roads"]
    assert {one.group.id for one in asked} == {"near.agree:all"}
    assert all(one.step.whose is Whose.CONCERNED and one.step.paper is None for one in asked)


def test_an_organ_outside_the_system_answers_on_paper_and_nobody_concerned_is_nobody_asked() -> None:
    near = stand("near", routes=chain(), confirmations=(confirmation("near"),))
    assert labels(decide(near)) == ["reviewer", "leader", "publisher"]
    (asked,) = [one for one in decide(near, concerned=(OUTSIDE,)).route.steps if one.confirmation]
    assert (asked.unit, asked.group, asked.step.paper) == ("", None, Paper("recorder", "confirmer"))


def test_two_books_ask_one_speaker_once_by_the_earlier_deadline() -> None:
    overdue = Overdue("principal", Whose.AGENCY, 4, cite("far"))
    far = stand("far", 2, confirmations=(confirmation("far", within_hours=24, overdue=overdue),))
    near = stand("near", routes=chain(), confirmations=(confirmation("near", within_hours=48),))
    (asked,) = [one for one in decide(far, near, concerned=(WATER,)).route.steps if one.confirmation]
    assert (asked.plugin, asked.confirmation.within_hours, asked.confirmation.overdue) == (
        "near",
        24,
        overdue,
    )
    assert asked.step.cites == (*cite("near"), *cite("far"))


def test_a_mandatory_book_that_names_another_speaker_adds_its_step_and_an_ordinary_one_does_not() -> None:
    near = stand("near", routes=chain(), confirmations=(confirmation("near"),))
    far = stand("far", 2, confirmations=(confirmation("far", "other"),))
    roles = [one.step.role for one in decide(far, near, concerned=(WATER,)).route.steps if one.confirmation]
    assert roles == ["speaker"]
    bound = replace(far, active=replace(far.active, mandatory=True))
    roles = [one.step.role for one in decide(bound, near, concerned=(WATER,)).route.steps if one.confirmation]
    assert roles == ["speaker", "other"]


def test_a_step_of_the_column_is_asked_of_the_unit_that_keeps_it() -> None:
    kept = replace(step("near", "manager", StepKind.RELEASE), whose=Whose.COLUMN)
    near = stand("near", routes=(route("near", step("near", "head"), kept),))
    lead = UnitFacts("traffic", "交警支队", "section")
    decision = decide(near, column_facts=ColumnFacts("near.tips", "tips", lead, True))
    assert [one.unit for one in decision.route.steps] == ["", "traffic"]


def test_units_concerned_confirm_before_the_last_review_of_every_route_that_binds() -> None:
    publisher = step("far", "publisher", StepKind.RELEASE)
    theirs = (route("far", step("far", "jurist"), step("far", "mayor"), publisher),)
    far = stand("far", 2, routes=theirs, confirmations=(confirmation("far"),))
    near = stand("near", routes=chain(), confirmations=(confirmation("near"),))
    bound = replace(far, active=replace(far.active, mandatory=True))
    for concerned in ((WATER,), (WATER, ROADS)):
        asked = labels(decide(near, bound, concerned=concerned))
        confirming = [each for each in asked if each.startswith("会商确认")]
        assert asked == ["reviewer", "jurist", *confirming, "leader", "mayor", "publisher"]
        assert len(confirming) == len(concerned)
