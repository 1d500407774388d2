"""通知第二部分(一是): what concerns other departments goes out when each of them has confirmed exactly this text."""

import pytest
from county.scene import FORESTRY, ROADS, departments, say
from guanwei.approvals.models import Submission
from guanwei.approvals.queries.standing import standing
from guanwei.approvals.services import send_back
from guanwei.console.review.chain import chain_of
from guanwei.organisations.models import Person
from guanwei.publishing.services import release
from guanwei.testing.acts import no_refusals, released, signed, submitted, try_to_sign
from guanwei.testing.scenes import County, write_post

pytestmark = pytest.mark.django_db
People = dict[str, Person]


@pytest.fixture
def people(county: County) -> People:
    return departments(county)


@pytest.fixture
def joint(county: County, people: People) -> Submission:
    """A post that concerns two departments, past its own reviewer."""
    post = write_post(county.water, people["editor"], concerned=[FORESTRY, ROADS])
    return signed(submitted(post, people["editor"]), people["reviewer"])


def words(submission: Submission) -> list[str]:
    chain = chain_of(submission, standing(submission))
    return [each.confirming for each in chain if each.step.confirms]


@pytest.mark.clause("YC-N2.5")
def test_a_department_that_has_not_confirmed_is_named_and_holds_signature_and_release(
    joint: Submission, people: People
) -> None:
    refusals = try_to_sign(signed(joint, people["forestry"]), people["leader"], at="county.sign")
    assert [each.sentence for each in refusals] == [
        "现在等待的是“涉及部门沟通确认：清河县公路局”，请按次序签署。"
    ]
    assert words(joint) == ["已确认", "待确认"]
    assert release(joint.pk, people["publisher"])[1]
    assert released(signed(joint, people["roads"], people["leader"]), people["publisher"])


@pytest.mark.clause("YC-N2.5")
def test_a_department_confirms_for_itself_and_may_object(joint: Submission, people: People) -> None:
    assert try_to_sign(joint, people["editor"])
    no_refusals(send_back(joint.pk, people["roads"], "绕行路线有误"))
    joint.refresh_from_db()
    assert joint.state == "returned"
    assert words(joint) == ["待确认", "已提出异议"]


@pytest.mark.clause("YC-N2.6")
def test_a_changed_text_voids_the_confirmation_until_it_is_given_anew(
    joint: Submission, people: People
) -> None:
    submission = signed(joint, people["forestry"], people["roads"])
    assert words(submission) == ["已确认", "已确认"]
    say(submission, people["editor"], "今晚停水两小时。")
    signed(submission, people["reviewer"])
    refusals = try_to_sign(submission, people["leader"], at="county.sign")
    assert "清河县林业局" in refusals[0].sentence
    assert words(Submission.objects.get(pk=submission.pk)) == ["待确认", "待确认"]
    done = signed(submission, people["forestry"], people["roads"], people["leader"])
    assert done.state == "permitted"


def test_what_concerns_nobody_else_asks_nobody_else(county: County, people: People) -> None:
    submission = submitted(write_post(county.water, people["editor"]), people["editor"])
    assert [each.label for each in submission.steps.all()] == ["审核", "分管领导签发", "发布"]
