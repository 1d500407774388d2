"""第五章首条3)、第十五条3): other units agree before the final review; likes and comments are signed for."""

from collections.abc import Callable

import pytest
from guanwei.approvals.models import Submission
from guanwei.publishing.models import Post
from guanwei.publishing.services import release, submit
from guanwei.testing.acts import released, signed, submitted, try_to_sign
from guanwei.testing.scenes import Agency, County

PLUGIN = "luan-emergency"
WATER = {"unit": "water", "name": "清河县水利局"}
Written = Callable[..., Post]


@pytest.mark.clause("LAE-13.11")
def test_the_final_review_waits_for_the_unit_whose_work_is_touched(
    county: County, bureau: Agency, written: Written
) -> None:
    people = bureau.people
    submission = submitted(written(concerned=[WATER]), people["officer"])
    cited = [each["clauses"] for step in submission.steps.filter(confirms=True) for each in step.cites]
    assert ["LAE-13.11"] in cited
    submission = signed(submission, people["officer"], people["head"])
    refusals = try_to_sign(submission, people["leader"], at=f"{PLUGIN}.final-review")
    assert "涉及单位沟通协调：清河县水利局" in refusals[0].sentence
    submission = signed(submission, county.water.people["leader"], people["leader"], people["head"])
    assert submission.state == "permitted"


def test_what_touches_nobody_elses_work_asks_nobody_else(bureau: Agency, written: Written) -> None:
    submission = submitted(written(), bureau.people["officer"])
    assert not submission.steps.filter(confirms=True).exists()


@pytest.fixture
def comment(written: Written) -> Written:
    """A word under another account's post."""

    def make(extra: dict[str, str] | None = None, **fields: str) -> Post:
        said = {"kind": "comment", "source_url": "https://weibo.com/1234567890/AbcdeF123"} | fields
        return written({f"{PLUGIN}.interaction": "comment"} if extra is None else extra, **said)

    return make


@pytest.mark.clause("LAE-15.5")
@pytest.mark.parametrize("action", ["like", "comment"])
def test_a_like_or_a_comment_in_the_accounts_name_is_not_done_before_it_is_signed(
    bureau: Agency, comment: Written, action: str
) -> None:
    people = bureau.people
    submission = submitted(comment({f"{PLUGIN}.interaction": action}), people["officer"])
    for somebody in (people["officer"], people["administrator"]):
        made, refusals = release(submission.pk, somebody)
        assert made is None
        assert "须先走完审核" in refusals[0].sentence
    submission = signed(submission, people["officer"], people["head"], people["leader"], people["head"])
    assert released(submission, people["administrator"]).parts.count() == 2
    vague, refusals = submit(comment({}, source_url=""), people["officer"])
    assert vague is None
    assert {each.rule for each in refusals} == {f"{PLUGIN}.interaction", "source_url"}


def test_an_interaction_takes_the_three_reviews(bureau: Agency, comment: Written) -> None:
    submission: Submission = submitted(comment(), bureau.people["officer"])
    assert [each.label for each in submission.steps.all()] == ["初审", "复审", "终审", "发布前核对", "发布"]
