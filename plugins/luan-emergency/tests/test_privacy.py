"""第五章首条3): people's numbers are taken out, or told by law with somebody's signature on it."""

from collections.abc import Callable
from typing import Any

import pytest
from guanwei.api import Kind
from guanwei.publishing.models import Post
from guanwei.publishing.services import submit
from guanwei.testing.acts import signed, submitted, try_to_sign
from guanwei.testing.scenes import Agency

pytestmark = pytest.mark.django_db
Written = Callable[..., Post]
ID_NUMBER = "640323199001010018"
MOBILE = "13900001111"


def against(bureau: Agency, post: Post) -> list[str]:
    return [each.rule for each in submit(post, bureau.people["officer"])[1]]


def saying(written: Written, text: str, extra: dict[str, Any] | None = None) -> Post:
    return written(extra, text=text)


@pytest.mark.clause("LAE-13.12")
@pytest.mark.parametrize(
    ("text", "rule"),
    [
        (f"当事人身份证号{ID_NUMBER}。", "luan-emergency.id-number"),
        (f"请与当事人联系：{MOBILE}。", "luan-emergency.mobile"),
    ],
)
def test_an_item_with_a_persons_number_is_blocked(
    bureau: Agency, written: Written, text: str, rule: str
) -> None:
    assert rule in against(bureau, saying(written, text))


@pytest.mark.clause("LAE-13.13")
def test_data_that_nobody_has_the_law_tell_is_refused(bureau: Agency, written: Written) -> None:
    post = saying(written, f"对当事人处罚，身份证号{ID_NUMBER}。")
    assert "luan-emergency.id-number" in against(bureau, post)


@pytest.mark.clause("LAE-13.13")
def test_what_the_law_has_told_is_looked_at_by_the_second_reviewer(bureau: Agency, written: Written) -> None:
    post = saying(written, "行政处罚公示：某公司未按规定演练。", {"luan-emergency.told-by-law": "penalty"})
    assert "luan-emergency.id-number" not in against(bureau, post)
    people = bureau.people
    submission = signed(submitted_once(post, bureau), people["officer"])
    step = submission.steps.get(step="luan-emergency.second-review")
    ticked = {each["id"]: each["id"] != "luan-emergency.named-by-law" for each in step.checklist}
    assert try_to_sign(submission, people["head"], checklist=ticked)


def submitted_once(post: Post, bureau: Agency) -> Any:
    from guanwei.approvals.models import Submission

    return Submission.objects.filter(object_id=post.pk).first() or submitted(post, bureau.people["officer"])


@pytest.mark.parametrize("text", ["当事人手机139****1111。", "值班电话：0550-1234567。", "咨询请拨打12345。"])
def test_masked_and_public_numbers_pass(bureau: Agency, written: Written, text: str) -> None:
    assert not {each for each in against(bureau, saying(written, text)) if each.startswith("luan")}


def test_a_repost_takes_the_same_checks(bureau: Agency, written: Written) -> None:
    post = written(kind=Kind.REPOST, text=f"当事人电话{MOBILE}。")
    assert "luan-emergency.mobile" in against(bureau, post)
