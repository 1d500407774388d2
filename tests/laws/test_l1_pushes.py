"""L1 of a WeChat push: it rests on the permits of its items, goes out as signed, and once a day per account."""

import pytest
from guanwei.approvals.models import Permit
from guanwei.approvals.services.permits import revoke
from guanwei.audit import clock
from guanwei.delivery import services
from guanwei.delivery.recording_server import RecordingServer
from guanwei.publishing.models import Push, Release
from guanwei.publishing.services import take_down
from guanwei.testing.acts import no_refusals, released
from publishing.pushes.conftest import desk, platform, sending
from publishing.pushes.desk import Desk, permit_of

__all__ = ["desk", "platform", "sending"]
pytestmark = [pytest.mark.law("L1"), pytest.mark.django_db]


def test_a_push_of_permitted_items_goes_out_once(sending: Desk, platform: RecordingServer) -> None:
    sending.out(sending.items(2))
    for _round in range(2):
        services.send_due()
    assert len(platform.posts) == 1


@pytest.mark.defends("push: an item revoked while the push is in review", by="editor")
def test_an_item_revoked_voids_the_push_in_review(desk: Desk) -> None:
    picks = desk.items(2)
    submission = desk.submitted(desk.push(picks))
    revoke(permit_of(picks[1]), None, "数据有误")
    submission.refresh_from_db()
    assert submission.state == "lapsed"


@pytest.mark.defends("push: an item revoked after the push was signed", by="editor")
def test_an_item_revoked_takes_the_permit_of_a_signed_push(desk: Desk) -> None:
    picks = desk.items(2)
    submission = desk.signed(desk.push(picks))
    revoke(permit_of(picks[0]), None, "数据有误")
    submission.refresh_from_db()
    assert submission.state == "lapsed"
    assert submission.permit.revoked_at is not None


@pytest.mark.defends("push: an item taken down after the push was released", by="editor")
def test_an_item_taken_down_stops_the_released_push(sending: Desk, platform: RecordingServer) -> None:
    picks = sending.items(2)
    delivery = sending.out(picks)
    no_refusals(take_down(sending.made[0], sending.people["publisher"], "数据有误"))
    services.send_due()
    services.send(delivery.pk)
    assert platform.posts == []
    assert Release.objects.get(pk=delivery.part.release_id).state == "taken_down"


@pytest.mark.defends("push: an item's permit revoked past every receiver", by="database")
def test_the_sender_asks_for_each_item_s_permit_itself(
    sending: Desk, platform: RecordingServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A row written by SQL calls nobody: the push stands, and the sender looks."""
    picks = sending.items(2)
    delivery = sending.out(picks)
    from approvals.gate.attempts import sql

    sql("UPDATE approvals_permit SET revoked_at = %s WHERE id = %s", clock.now(), permit_of(picks[0]).pk)
    assert Permit.objects.get(pk=delivery.part.release.permit_id).revoked_at is None
    services.send(delivery.pk)
    assert platform.posts == []


@pytest.mark.defends("push: a second one on the same day", by="editor")
def test_an_account_pushes_once_a_day(desk: Desk) -> None:
    picks = desk.items(4)
    desk.out(picks[:2])
    assert "已排满" in "".join(desk.refused(desk.push(picks[2:])))


@pytest.mark.defends("push: released on another day than signed", by="editor")
def test_a_push_goes_out_on_its_day_alone(desk: Desk) -> None:
    from datetime import timedelta

    picks = desk.items(2)
    submission = desk.signed(desk.push(picks, clock.today() + timedelta(days=2)))
    desk.release_items(picks)
    assert "请把定时填在那一天" in desk.not_released(submission)[0]


@pytest.mark.defends("push: items changed after it was signed", by="shell")
def test_a_push_changed_after_its_signature_does_not_pass(desk: Desk) -> None:
    from guanwei.approvals.gate import GateRefused, passing

    picks = desk.items(3)
    push = desk.push(picks[:2])
    submission = desk.signed(push)
    row = Push.objects.get(pk=push.pk).get_latest_revision().as_object()
    row.title = "没有人签过的推送"
    row.save_revision()
    with pytest.raises(GateRefused), passing(submission.permit):
        Push.objects.get(pk=push.pk).get_latest_revision().publish()


def test_a_signed_push_is_released_once_its_items_are(desk: Desk) -> None:
    picks = desk.items(2)
    submission = desk.signed(desk.push(picks))
    assert "还没有决定发布" in desk.not_released(submission)[0]
    desk.release_items(picks)
    released(submission, desk.people["publisher"])
