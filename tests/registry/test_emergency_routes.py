"""What an emergency route may declare, and what becomes of one that applies when it mustn't."""

from dataclasses import replace
from typing import Any

import pytest
from dummy_plugins import storm
from guanwei.api import ApprovalRoute, SecondReview, Step, StepKind, Whose
from guanwei.registry.emergencies import problem_of, roles_named

ROUTE = storm.ROUTES[0]
REVIEW = ROUTE.second_review
SIGN = ROUTE.steps[0]


def with_review(**changes: Any) -> ApprovalRoute:
    assert REVIEW is not None
    return replace(ROUTE, second_review=replace(REVIEW, **changes))


def with_step(**changes: Any) -> ApprovalRoute:
    return replace(ROUTE, steps=(replace(SIGN, **changes), *ROUTE.steps[1:]))


def test_the_sound_one_has_no_fault() -> None:
    assert isinstance(REVIEW, SecondReview)
    assert isinstance(SIGN, Step)
    assert problem_of(ROUTE) == ""
    assert {role for _owner, role in roles_named(ROUTE)} == {
        "storm.duty-officer",
        "county.leader-in-charge",
        "county.reviewer",
    }


@pytest.mark.parametrize(
    ("route", "said"),
    [
        (replace(ROUTE, second_review=None), "补审"),
        (with_review(steps=()), "没有环节"),
        (with_review(within_hours=0), "1 至 720"),
        (with_review(within_hours=721), "1 至 720"),
        (with_review(escalates_whose=Whose.OVERSEER_OF_SUBJECT), "按事项分管"),
        (with_step(kind=StepKind.CHECK), "审核环节"),
        (with_step(signatures=2), "审核环节"),
        (with_step(may_edit=True), "审核环节"),
    ],
)
def test_what_cannot_be_is_named(route: ApprovalRoute, said: str) -> None:
    assert said in problem_of(route)
