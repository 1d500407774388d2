"""第十二条 and 通知第二部分(三是): what the reviewer of a response is told, and the boxes that may stay open."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from guanwei.approvals.models import Submission
from guanwei.approvals.subjects import parts_of
from guanwei.publishing.models import Post
from guanwei.publishing.services import foresee, give_reason, submit
from guanwei.testing.acts import no_refusals, submitted, try_to_sign
from guanwei.testing.scenes import County, write_post

pytestmark = pytest.mark.django_db
RESPONSE = ["回应有针对性", "回应科学", "回应有效", "回应不空洞说教"]


def written(county: County, **fields: Any) -> Post:
    return write_post(county.water, county.water.people["editor"], **fields)


def handed_in(county: County, **fields: Any) -> Submission:
    return submitted(written(county, **fields), county.water.people["editor"])


def screen(county: County, client: Client, submission: Submission, post: str) -> str:
    client.force_login(county.water.people[post])
    return client.get(reverse("review:sign", args=[submission.pk])).content.decode()


def sign_on_screen(county: County, client: Client, submission: Submission, post: str, *ticked: str) -> str:
    """Signed with these boxes ticked; returns what is told afterwards."""
    client.force_login(county.water.people[post])
    address = reverse("review:sign", args=[submission.pk])
    seen = client.get(address).context["seen"]
    said = {"action": "sign", "seen": seen, "opinion": "同意", "checked": list(ticked)}
    return client.post(address, said, follow=True).content.decode()


@pytest.mark.clause("YC-N2.17")
@pytest.mark.parametrize("fields", [{"kind": "reply"}, {"category": "county.clarification"}])
def test_a_response_without_its_basis_goes_to_the_reviewer_with_a_warning(
    county: County, client: Client, fields: dict[str, str]
) -> None:
    page = screen(county, client, handed_in(county, **fields), "reviewer")
    assert "没有填写事实依据" in page


def test_a_response_with_its_basis_and_what_responds_to_nothing_warn_of_nothing(county: County) -> None:
    based = {"county.basis": "水文站今日实测，宣传科核实"}
    assert handed_in(county, kind="reply", extra=based).findings == []
    assert handed_in(county).findings == []


@pytest.mark.clause("YC-N2.18")
def test_open_boxes_of_a_response_warn_its_reviewer_are_recorded_and_told_to_the_leader(
    county: County, client: Client
) -> None:
    submission = handed_in(county, kind="reply", extra={"county.basis": "实测"})
    boxes = [each["label"] for each in submission.steps.first().checklist]
    assert [each for each in boxes if each.startswith("回应")] == RESPONSE
    told = sign_on_screen(
        county, client, submission, "reviewer", "county.secrecy", "county.clear", "county.response-sound"
    )
    left = "回应有针对性、回应有效、回应不空洞说教"
    assert f"您签署时未勾选：{left}" in told
    assert submission.sign_offs.get().checklist["county.response-plain"] is False
    assert f"签署时未勾选：{left}" in screen(county, client, submission, "leader")


def test_only_responses_have_these_boxes(county: County) -> None:
    boxes = handed_in(county).steps.first().checklist
    assert [each["id"] for each in boxes] == ["county.secrecy", "county.clear"]


@pytest.mark.clause("YC-12.4")
def test_a_reviewer_who_does_not_vouch_for_clarity_is_warned_and_it_is_recorded(
    county: County, client: Client
) -> None:
    submission = handed_in(county)
    told = sign_on_screen(county, client, submission, "reviewer", "county.secrecy")
    assert "您签署时未勾选：语义明确，没有歧义" in told
    assert "签署时未勾选：语义明确，没有歧义" in screen(county, client, submission, "leader")


def test_the_binding_box_is_ticked_or_nothing_is_signed(county: County) -> None:
    submission, reviewer = handed_in(county), county.water.people["reviewer"]
    assert try_to_sign(submission, reviewer, checklist={"county.clear": True})
    no_refusals(try_to_sign(submission, reviewer, checklist={"county.secrecy": True}))


@pytest.mark.clause("YC-12.6")
@pytest.mark.parametrize("part", ["first", "later"])
def test_a_message_in_several_posts_is_told_when_saved_and_wants_a_reason(
    county: County, client: Client, part: str
) -> None:
    editor, post = county.water.people["editor"], written(county, extra={"county.part": part})
    client.force_login(editor)
    told = client.get(reverse("editor:chain", args=["post", post.pk])).content.decode()
    assert "请尽量用一条说完整" in told
    assert submit(post, editor)[0] is None
    no_refusals(give_reason(post, "county.split-message", editor, "图解有九张", parts_of(post)))
    assert foresee(post, editor).refusals == ()
    assert submitted(post, editor).findings[0]["answer"]["reason"] == "图解有九张"
