"""How groups, several signatures, papers, vetoes and edits combine with what a mandatory book demands."""

from dataclasses import replace
from typing import Any

import pytest
from guanwei.api import ApprovalRoute, Paper, RoutedStep, Step, StepGroup, StepKind, Whose
from guanwei.registry.chains import problem_of
from guanwei.registry.steps import with_mandatory
from hypothesis import given
from hypothesis import strategies as st
from registry.builders import cite, step

RELEASE = StepKind.RELEASE
PAPER = Paper("a.clerk", "a.keeper")


def one(plugin: str, role: str, kind: StepKind = StepKind.REVIEW, **changes: Any) -> RoutedStep:
    return RoutedStep(step(plugin, role, kind, **changes), plugin, "1.0", f"{plugin}.route")


def group(plugin: str, name: str, quorum: int, *roles: str) -> tuple[RoutedStep, ...]:
    together = StepGroup(f"{plugin}.{name}", name, cite(plugin), quorum)
    return tuple(replace(one(plugin, role, group=together.id), group=together) for role in roles)


def said(steps: Any) -> list[str]:
    return [each.step.role for each in steps]


def test_a_demanded_step_found_in_a_group_must_be_signed_whatever_the_quorum() -> None:
    chosen = (*group("own", "joint", 2, "a", "b", "c"), one("own", "out", RELEASE))
    steps = with_mandatory(chosen, (one("law", "b"),))
    assert said(steps) == ["a", "b", "c", "out"]
    assert [each.required for each in steps[:3]] == [False, True, False]


def test_two_demanded_steps_in_a_row_are_not_both_found_side_by_side() -> None:
    """A group keeps no order; the demanded one would be lost."""
    chosen = (*group("own", "joint", 0, "a", "b"), one("own", "out", RELEASE))
    steps = with_mandatory(chosen, (one("law", "a"), one("law", "b")))
    assert said(steps) == ["a", "b", "b", "out"]


def test_a_demanded_group_comes_whole_between_the_chosen_steps() -> None:
    chosen = (one("own", "x"), one("own", "y"), one("own", "out", RELEASE))
    demanded = (one("law", "x"), *group("law", "joint", 1, "a", "b"), one("law", "y"))
    steps = with_mandatory(chosen, demanded)
    assert said(steps) == ["x", "a", "b", "y", "out"]
    assert [each.group.quorum for each in steps if each.group] == [1, 1]


def test_a_group_is_never_torn_by_what_is_demanded() -> None:
    chosen = (*group("own", "joint", 2, "a", "b", "c"), one("own", "out", RELEASE))
    steps = with_mandatory(chosen, (one("law", "x"), one("law", "b"), one("law", "y")))
    assert said(steps) == ["x", "a", "b", "c", "y", "out"]


def test_two_groups_of_the_same_steps_take_the_larger_quorum() -> None:
    chosen, demanded = group("own", "joint", 1, "a", "b", "c"), group("law", "board", 2, "c", "b", "a")
    steps = with_mandatory(chosen, demanded)
    assert said(steps) == ["a", "b", "c"]
    assert {each.group.quorum for each in steps if each.group} == {2}
    assert with_mandatory(demanded, group("own", "joint", 0, "a", "b", "c"))[0].group.quorum == 3  # type: ignore[union-attr]
    assert {each.required for each in steps} == {False}


def test_a_paper_never_stands_for_a_signature_given_here() -> None:
    chosen = (one("own", "a"), one("own", "out", RELEASE))
    steps = with_mandatory(chosen, (one("law", "a", paper=PAPER),))
    assert [(each.step.role, each.step.paper is not None) for each in steps[:2]] == [
        ("a", False),
        ("a", True),
    ]


def test_one_step_keeps_all_that_both_ask_and_only_what_both_allow() -> None:
    chosen = (one("own", "a", signatures=2, may_edit=True, veto=True),)
    (both,) = with_mandatory(chosen, (one("law", "a", signatures=1),))
    assert (both.step.signatures, both.step.may_edit, both.step.veto, both.step.holds) == (
        2,
        False,
        True,
        True,
    )
    (both,) = with_mandatory((one("own", "a"),), (one("law", "a", veto=True),))
    assert (both.step.veto, both.step.holds) == (True, True)
    (both,) = with_mandatory((one("own", "a", veto=True),), (one("law", "a", veto=True),))
    assert both.step.holds is False


ROLES = st.sampled_from("abc")
SINGLE = ROLES.map(lambda role: (role,))
TURN = st.one_of(SINGLE, st.lists(ROLES, min_size=2, max_size=3, unique=True).map(tuple))


def chain(plugin: str, turns: list[tuple[str, ...]]) -> tuple[RoutedStep, ...]:
    found: list[RoutedStep] = []
    for number, roles in enumerate(turns):
        found += group(plugin, f"g{number}", 0, *roles) if len(roles) > 1 else [one(plugin, roles[0])]
    return (*found, one(plugin, "out", RELEASE))


@given(st.lists(TURN, max_size=4), st.lists(TURN, max_size=3))
def test_nothing_chosen_is_lost_and_everything_demanded_is_there(
    own: list[tuple[str, ...]], law: list[tuple[str, ...]]
) -> None:
    chosen, demanded = chain("own", own), chain("law", law)
    steps = with_mandatory(chosen, demanded)
    kept = [each.step.id for each in steps if each.plugin == "own"]
    assert kept == [each.step.id for each in chosen]
    for role in "abc":
        assert said(steps).count(role) >= max(said(chosen).count(role), said(demanded).count(role))
    runs = [each.step.group for each in steps]
    for name in set(filter(None, runs)):
        first, last = runs.index(name), len(runs) - runs[::-1].index(name)
        assert set(runs[first:last]) == {name}


A = step("a", "one")
B = step("a", "two")
GROUP = StepGroup("a.g", "会签", cite("a"))


def grouped(*steps: Step) -> tuple[Step, ...]:
    return tuple(replace(each, group="a.g") for each in steps)


@pytest.mark.parametrize(
    ("steps", "groups", "words"),
    [
        (grouped(A), (), "没有在流程中声明"),
        (grouped(A), (GROUP,), "2 至 8"),
        ((), (GROUP,), "2 至 8"),
        ((grouped(A)[0], step("a", "mid"), grouped(B)[0]), (GROUP,), "相连"),
        (grouped(A, B), (replace(GROUP, quorum=3),), "0（全部）至 2"),
        (grouped(A, B), (replace(GROUP, quorum=-1),), "0（全部）至 2"),
        (grouped(replace(A, signatures=2), B), (replace(GROUP, quorum=1),), "不能再要求多人签"),
        ((replace(A, signatures=0),), (), "1 至 20"),
        ((replace(A, signatures=99),), (), "1 至 20"),
        ((step("a", "out", RELEASE, may_edit=True),), (), "发布步骤"),
        ((step("a", "out", RELEASE, signatures=2),), (), "发布步骤"),
        ((replace(A, paper=PAPER, may_edit=True),), (), "纸质签署步骤"),
        ((replace(A, binding=True),), (), "没有否决权"),
        ((replace(A, layout_exempt=True),), (), "不可改稿"),
        ((replace(A, veto=True, signatures=2),), (), "否决步骤"),
    ],
)
def test_a_combination_without_meaning_is_refused_by_name(
    steps: tuple[Step, ...], groups: tuple[StepGroup, ...], words: str
) -> None:
    made = ApprovalRoute("a.route", "流程", cite("a"), lambda facts: True, steps, groups=groups)
    assert words in problem_of(made)


def test_what_makes_sense_is_taken() -> None:
    steps = (*grouped(A, B), replace(A, veto=True), replace(B, paper=PAPER), step("a", "out", RELEASE))
    made = ApprovalRoute("a.route", "流程", cite("a"), lambda facts: True, steps, groups=(GROUP,))
    assert problem_of(made) == ""
    assert Whose.OVERSEER_OF_SUBJECT in Whose
