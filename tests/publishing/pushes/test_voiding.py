"""A changed item voids the push, wherever the push stands; what went out stays in the record."""

from collections.abc import Callable

import pytest
from guanwei.approvals.models import Submission, SubmissionState
from guanwei.approvals.services import send_back, withdraw
from guanwei.delivery import services
from guanwei.delivery.models import Delivery
from guanwei.delivery.recording_server import RecordingServer
from guanwei.publishing.models import Push, PushPlace, PushSlot, Release
from guanwei.publishing.services import release, submit, take_down
from guanwei.testing.acts import no_refusals, released, try_to_sign
from publishing.pushes.desk import Desk, Pick, alone, part_of, permit, permit_of, standing

pytestmark = pytest.mark.django_db


def returned(desk: Desk, pick: Pick) -> None:
    no_refusals(send_back(standing(pick).pk, desk.people["publisher"], "标题要改"))


def withdrawn(desk: Desk, pick: Pick) -> None:
    no_refusals(withdraw(standing(pick).pk, desk.people["editor"], "数据有误"))


def superseded(desk: Desk, pick: Pick) -> None:
    """The item was released meanwhile, edited, and signed anew."""
    obj = next(each for each in desk.made if each.pk == pick[1])
    obj = type(obj).objects.get(pk=obj.pk)
    obj.title = "改过的题目"
    obj.save_revision(user=desk.people["editor"])
    permit(obj, desk.people)


@pytest.mark.defends("push: item sent back or withdrawn after it was chosen", by="editor")
@pytest.mark.parametrize("change", [returned, withdrawn])
def test_a_push_in_review_lapses_with_its_item(desk: Desk, change: Callable[[Desk, Pick], None]) -> None:
    picks = desk.items(2)
    submission = desk.submitted(desk.push(picks))
    change(desk, picks[1])
    submission.refresh_from_db()
    assert submission.state == "lapsed"
    assert "“第2篇”的许可已撤销" in submission.closing_reason
    assert "重新提交" in submission.closing_reason
    assert set(PushPlace.objects.values_list("state", flat=True)) == {"left"}
    assert try_to_sign_fails(submission, desk)


def try_to_sign_fails(submission: Submission, desk: Desk) -> bool:
    return "已失效" in str(try_to_sign(submission, desk.people["reviewer"])[0])


def test_a_signed_push_loses_its_permit_with_its_item(desk: Desk) -> None:
    picks = desk.items(2)
    submission = desk.signed(desk.push(picks))
    returned(desk, picks[0])
    submission.refresh_from_db()
    assert submission.state == "lapsed"
    assert submission.permit.revoked_at is not None
    assert desk.not_released(submission) == ["这份稿件已失效，不能发布；须先走完审核。"]


@pytest.mark.defends("push: item signed anew after it was chosen", by="editor")
def test_an_item_signed_anew_voids_the_push_and_can_be_chosen_again(desk: Desk) -> None:
    picks = desk.items(2)
    desk.release_items([picks[0]])
    push = desk.push(picks)
    submission = desk.submitted(push)
    superseded(desk, picks[0])
    submission.refresh_from_db()
    assert submission.state == "lapsed"
    assert "请移出，待它重新签发后再选入" in desk.refused(push)[0]
    again = desk.again(push, picks)
    assert [each.permit for each in again.in_order()] == [permit_of(each).pk for each in picks]
    assert desk.submitted(again).state == "open"


@pytest.mark.law("L7")
def test_a_released_push_that_waits_for_a_person_is_taken_back_with_its_item(desk: Desk) -> None:
    picks = desk.items(3)
    delivery = desk.out(picks)
    assert delivery.state == "waiting_person"
    no_refusals(take_down(desk.made[1], desk.people["publisher"], "信息有误"))
    delivery.refresh_from_db()
    assert (delivery.state, delivery.part.state) == ("withdrawn", "held")
    assert Release.objects.get(family="push").state == "taken_down"
    assert not Push.objects.get().live
    assert PushSlot.objects.get().freed_at is not None


def test_items_of_a_void_push_wait_for_people_and_are_not_sent_one_by_one(
    sending: Desk, platform: RecordingServer
) -> None:
    picks = sending.items(3)
    submission = sending.signed(sending.push(picks))
    sending.release_items(picks)
    no_refusals(take_down(sending.made[1], sending.people["publisher"], "信息有误"))
    submission.refresh_from_db()
    assert submission.state == "lapsed"
    services.send_due()
    assert platform.posts == []
    kept = alone(picks[0])
    assert (kept.state, part_of(picks[0]).state) == ("held", "due")
    assert "重新编入推送" in kept.problem
    no_refusals(services.retry(kept, sending.people["publisher"]))
    services.send_due()
    assert [each["title"] for each in platform.posts] == ["第1篇"]


def test_what_is_left_of_a_void_push_goes_into_the_next(desk: Desk) -> None:
    picks = desk.items(3)
    desk.out(picks)
    no_refusals(take_down(desk.made[1], desk.people["publisher"], "信息有误"))
    second = desk.out([picks[0], picks[2]])
    assert [each["title"] for each in second.payload["articles"]] == ["第1篇", "第3篇"]
    assert second.state == "waiting_person"


def test_the_same_push_is_mended_and_submitted_again(desk: Desk) -> None:
    picks = desk.items(3)
    delivery = desk.out(picks)
    no_refusals(take_down(desk.made[1], desk.people["publisher"], "信息有误"))
    push = desk.again(Push.objects.get(), [picks[2], picks[0]])
    made = released(desk.signed(push), desk.people["publisher"])
    assert Delivery.objects.get(part__release=made).state == "waiting_person"
    assert Push.objects.get().live
    delivery.refresh_from_db()
    assert delivery.state == "withdrawn"


def test_an_item_taken_down_after_the_send_leaves_the_push_as_it_was(
    sending: Desk, platform: RecordingServer
) -> None:
    picks = sending.items(2)
    sending.out(picks)
    services.send_due()
    no_refusals(take_down(sending.made[0], sending.people["publisher"], "过期"))
    submission = Submission.objects.get(family="push")
    assert (submission.state, submission.permit.revoked_at) == ("released", None)
    assert set(PushPlace.objects.values_list("state", flat=True)) == {"sent"}
    assert Push.objects.get().live


@pytest.mark.defends("push: item's permit revoked behind the services", by="shell")
def test_a_permit_revoked_without_the_services_voids_the_push(desk: Desk) -> None:
    picks = desk.items(2)
    delivery = desk.out(picks)
    row = permit_of(picks[1])
    from guanwei.audit import clock

    row.revoked_at = clock.now()
    row.save()
    delivery.refresh_from_db()
    assert delivery.state == "withdrawn"


@pytest.mark.defends("push: item's permit revoked by SQL before the send", by="database")
def test_a_permit_revoked_by_sql_holds_the_push_at_sending(sending: Desk, platform: RecordingServer) -> None:
    from django.db import connection
    from guanwei.audit import clock

    picks = sending.items(2)
    delivery = sending.out(picks)
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE approvals_permit SET revoked_at = %s WHERE id = %s", [clock.now(), permit_of(picks[1]).pk]
        )
    services.send_due()
    delivery.refresh_from_db()
    assert (platform.posts, delivery.state) == ([], "held")
    assert "“第2篇”的许可已撤销" in delivery.problem


def test_a_push_handed_back_frees_its_items(desk: Desk) -> None:
    picks = desk.items(2)
    submission = desk.submitted(desk.push(picks))
    no_refusals(send_back(submission.pk, desk.people["reviewer"], "头条请换"))
    assert submit(desk.push(picks), desk.people["editor"])[0] is not None


def test_another_item_voids_every_signature_and_another_order_the_ones_on_the_list(desk: Desk) -> None:
    picks = desk.items(3)
    push = desk.push(picks[:2])
    submission = desk.submitted(push)
    desk.again(push, [picks[1], picks[0]])
    submission.refresh_from_db()
    assert (submission.state, submission.title[-3:]) == (SubmissionState.OPEN, "第2篇")
    desk.again(push, picks)
    submission.refresh_from_db()
    assert submission.state == SubmissionState.LAPSED
    assert release(submission.pk, desk.people["publisher"])[0] is None
