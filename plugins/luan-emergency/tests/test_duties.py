"""第二章首条、第七条: each item states its topic; a section's items are handed in by its officer and nobody else."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from guanwei.publishing.models import Post
from guanwei.publishing.services import submit
from guanwei.testing.acts import submitted
from guanwei.testing.scenes import Agency, add_person, add_unit, put_in_post

PLUGIN = "luan-emergency"
Written = Callable[..., Post]


@pytest.mark.clause("LAE-4.2")
def test_an_item_without_a_topic_is_refused(bureau: Agency, written: Written) -> None:
    _none, refusals = submit(written({f"{PLUGIN}.topic": ""}), bureau.people["officer"])
    assert [each.rule for each in refusals] == [f"{PLUGIN}.topic"]


@pytest.mark.clause("LAE-4.2")
def test_a_topic_beside_the_main_duty_goes_to_the_first_reviewer_with_a_warning(
    bureau: Agency, written: Written, client: Client
) -> None:
    officer = bureau.people["officer"]
    submission = submitted(written({f"{PLUGIN}.topic": "other"}), officer)
    client.force_login(officer)
    page = client.get(reverse("review:sign", args=[submission.pk])).content.decode()
    assert "请审核是否宜由本局账号发布" in page
    assert "第二章首条" in page


@pytest.mark.parametrize("topic", ["government", "emergency", "prevention"])
def test_the_three_main_duties_warn_of_nothing(bureau: Agency, written: Written, topic: str) -> None:
    assert submitted(written({f"{PLUGIN}.topic": topic}), bureau.people["officer"]).findings == []


@pytest.mark.clause("LAE-7.4")
def test_only_the_officer_of_the_supplying_section_hands_its_items_in(
    bureau: Agency, written: Written
) -> None:
    rescue = add_unit("救援协调科", "emergency-rescue", "section", bureau.unit)
    named, other = add_person("rescue-officer", "救援科信息员"), add_person("rescue-clerk", "救援科科员")
    put_in_post(named, f"{PLUGIN}.information-officer", rescue)
    put_in_post(other, "county.editor", rescue)
    item = written(supplier=rescue)
    for somebody in (other, bureau.people["officer"]):
        _none, refusals = submit(item, somebody)
        assert [each.rule for each in refusals] == [f"{PLUGIN}.not_by_officer"]
        assert "第七条" in str(refusals[0])
    assert submitted(item, named)
