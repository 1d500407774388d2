"""三、4: a leader's activity and its press release."""

from typing import Any

import pytest
from guanwei.approvals.models import Submission
from guanwei.publishing.services import submit
from guanwei.registers.services import change_entry
from guanwei.testing.acts import no_refusals, signed, submitted, try_to_sign
from guanwei_ankang_police.models import PressRelease

Police = Any
BOOK = "ankang-police"


def before_the_leader(police: Police) -> Submission:
    """A leader's activity that handler and head have signed."""
    people = police.people
    submission = submitted(police.leaders_activity(), people["handler", "交警"])
    return signed(submission, people["handler", "交警"], people["head", "交警"])


@pytest.mark.clause("AKP-3.4.4")
def test_a_leaders_activity_isnt_submitted_without_its_press_release(police: Police) -> None:
    draft = police.leaders_activity(release=False)
    refusals = submit(draft, police.people["handler", "交警"])[1]
    assert "请选择已登记的新闻稿" in "".join(each.sentence for each in refusals)
    assert submitted(police.leaders_activity(), police.people["handler", "交警"])


@pytest.mark.clause("AKP-3.4.4")
def test_it_isnt_approved_before_somebody_says_that_both_agree(police: Police) -> None:
    submission, leader = before_the_leader(police), police.people["leader", ""]
    refusals = try_to_sign(submission, leader, checklist={})
    assert "与所附新闻稿一致" in "".join(each.sentence for each in refusals)
    assert signed(submission, leader).sign_offs.last().checklist == {f"{BOOK}.consistent": True}


def test_an_item_that_is_no_leaders_activity_asks_for_neither(police: Police) -> None:
    people = police.people
    draft = police.draft("部门动态", "交警", category=f"{BOOK}.document")
    submission = signed(
        submitted(draft, people["handler", "交警"]), people["handler", "交警"], people["head", "交警"]
    )
    no_refusals(try_to_sign(submission, people["leader", ""], checklist={}))


def test_a_press_release_that_is_changed_afterwards_takes_the_word_back(police: Police) -> None:
    submission = signed(before_the_leader(police), police.people["leader", ""])
    release = PressRelease.objects.get()
    release.text = "局领导到一线调研并座谈。"
    no_refusals(change_entry(release, police.people["manager", "政治部宣传科"], "更正"))
    assert Submission.objects.get(pk=submission.pk).state == "lapsed"
