"""Passwords of the people who run the accounts."""

import pytest
from guanwei.api import Declarations


@pytest.mark.clause("LAE-14.3")
def test_a_password_has_two_of_three_kinds_of_signs(rules: Declarations) -> None:
    assert [policy.classes for policy in rules.password_policies] == [2]


def test_nothing_is_asked_that_the_article_does_not_say(rules: Declarations) -> None:
    (policy,) = rules.password_policies
    assert (policy.min_length, policy.max_age_months, policy.history) == (0, 0, 0)
