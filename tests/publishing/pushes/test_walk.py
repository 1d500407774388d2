"""A push from the composer's desk to the platform and back: several suppliers' articles in one send."""

import pytest
from guanwei.approvals.models import Permit
from guanwei.delivery import services
from guanwei.delivery.models import Delivery
from guanwei.delivery.recording_server import RecordingServer
from guanwei.publishing.models import Push, PushPlace, PushSlot
from guanwei.testing.acts import released, try_to_sign
from publishing.pushes.desk import Desk, alone, part_of

pytestmark = pytest.mark.django_db


def test_a_push_of_two_sections_goes_out_as_one_send(sending: Desk, platform: RecordingServer) -> None:
    picks = sending.items(4)
    delivery = sending.out(picks)
    services.send_due()
    assert len(platform.posts) == 1
    assert [each["title"] for each in platform.posts[0]["articles"]] == ["第1篇", "第2篇", "第3篇", "第4篇"]
    delivery.refresh_from_db()
    assert (delivery.state, delivery.part.state) == ("sent", "done")
    assert Push.objects.get().live
    for number, pick in enumerate(picks):
        part = part_of(pick)
        assert (part.state, part.address) == ("done", delivery.addresses[number])
        assert part.release.state == "done"
        assert alone(pick).state == "in_push"
    assert set(PushPlace.objects.values_list("state", flat=True)) == {"sent"}
    assert PushSlot.objects.get().freed_at is None


def test_the_pages_of_a_push_are_live_and_linked_before_it_goes(
    sending: Desk, platform: RecordingServer
) -> None:
    picks = sending.items(3)
    sending.out(picks)
    sending.made[0].refresh_from_db()
    assert sending.made[0].live
    services.send_due()
    links = [each["source_url"] for each in platform.posts[0]["articles"]]
    assert links == [sending.made[0].full_url, "", sending.made[2].full_url]


def test_one_delivery_carries_the_list_and_no_item_is_sent_alone(
    sending: Desk, platform: RecordingServer
) -> None:
    picks = sending.items(3)
    sending.out(picks)
    services.send_due()
    services.send_due()
    assert len(platform.posts) == 1
    assert Delivery.objects.exclude(state="in_push").count() == 1


def test_the_one_who_ordered_the_push_does_not_sign_it(desk: Desk) -> None:
    editor = desk.people["editor"]
    from guanwei.testing.scenes import put_in_post

    put_in_post(editor, "county.reviewer", desk.county.water.section)
    submission = desk.submitted(desk.push(desk.items(2)))
    assert "您参与写过这份稿件" in str(try_to_sign(submission, editor)[0])
    assert try_to_sign(submission, desk.people["reviewer"]) == []
    assert Permit.objects.get(submission=submission).family == "push"


def test_an_article_of_yesterday_that_waits_for_a_person_is_taken_into_the_push(desk: Desk) -> None:
    picks = desk.items(2)
    desk.release_items(picks)
    assert [alone(each).state for each in picks] == ["waiting_person"] * 2
    submission = desk.signed(desk.push(picks))
    assert [(alone(each).state, part_of(each).state) for each in picks] == [("in_push", "in_push")] * 2
    released(submission, desk.people["publisher"])
    assert Delivery.objects.get(state="waiting_person").part.release.family == "push"


def test_an_article_whose_package_was_taken_stays_out_of_pushes(desk: Desk) -> None:
    picks = desk.items(2)
    desk.release_items(picks)
    assert services.hand_over(alone(picks[1]), desk.people["publisher"]) == []
    assert desk.refused(desk.push(picks)) == [
        "“第2篇”正在单独发出，或发布包已被取走，不能再编入推送；请移出，或等它办完。"
    ]
    assert not PushPlace.objects.exists()
    assert [alone(each).state for each in picks] == ["waiting_person"] * 2
