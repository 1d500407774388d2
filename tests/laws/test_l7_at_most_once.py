"""L7: written down before it happens, asked about where the outcome is unknown, and never repeated blindly."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from delivery.posting import elsewhere, events, fresh, use_channel, walk
from guanwei.approvals.models import Permit
from guanwei.approvals.services.permits import revoke
from guanwei.audit import clock
from guanwei.delivery import journal, services, verification
from guanwei.delivery.channels.recording import RecordingChannel
from guanwei.delivery.models import Delivery, DeliveryState, Event
from guanwei.delivery.recording_server import RecordingServer
from guanwei.delivery.services import claims
from guanwei.delivery.transports import NotSent
from guanwei.publishing.models.releases import ReleaseState
from guanwei.testing.scenes import County, write_post

pytestmark = [pytest.mark.law("L7"), pytest.mark.django_db]


@pytest.fixture
def platform(settings: Any) -> Iterator[RecordingServer]:
    server = RecordingServer().start()
    settings.GUANWEI_RECORDING_URL = server.url
    yield server
    server.told.set()
    server.shutdown()
    server.server_close()


@pytest.fixture
def delivery(county: County, platform: RecordingServer) -> Delivery:
    """A released post of the water bureau, due to go out by itself."""
    use_channel(county.water.weibo, "recording-weibo")
    release = walk(county, write_post(county.water, county.water.people["editor"]))
    return Delivery.objects.get(part__release=release)


def test_what_was_sent_is_not_sent_again(delivery: Delivery, platform: RecordingServer) -> None:
    for _round in range(3):
        services.send_due()
        services.send(delivery.pk)
    assert len(platform.posts) == 1
    assert fresh(delivery).state == "sent"


@pytest.mark.django_db(transaction=True)
def test_the_journal_has_the_call_before_the_platform_hears_of_it(
    delivery: Delivery, platform: RecordingServer
) -> None:
    seen: list[list[str]] = []
    platform.before = elsewhere(lambda: seen.append(events(delivery)))
    services.send(delivery.pk)
    assert seen == [["prepared", "due", "about_to_send"]]


def test_one_worker_at_a_time_has_a_delivery(delivery: Delivery) -> None:
    first = claims.claim(delivery.pk, "first", DeliveryState.PREPARED, DeliveryState.PREPARED)
    assert first is not None
    assert claims.claim(delivery.pk, "second", DeliveryState.PREPARED, DeliveryState.IN_FLIGHT) is None
    with pytest.raises(claims.ClaimLostError), claims.holding(delivery.pk, "second"):
        pass


def test_a_worker_that_slept_over_its_claim_sends_nothing(
    delivery: Delivery, platform: RecordingServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between the line in the journal and the call the machine stood still for two minutes."""
    write = journal.write

    def slow(row: Delivery, event: Event, **detail: Any) -> Any:
        line = write(row, event, **detail)
        if event == Event.ABOUT_TO_SEND:
            row.claimed_until = clock.now() - timedelta(seconds=1)
        return line

    monkeypatch.setattr(journal, "write", slow)
    services.send(delivery.pk)
    assert platform.posts == []


def test_a_claim_that_ran_out_before_the_call_is_not_prolonged(delivery: Delivery) -> None:
    row = claims.claim(delivery.pk, "late", DeliveryState.PREPARED, DeliveryState.IN_FLIGHT)
    assert row is not None
    with (
        clock.at(clock.now() + timedelta(seconds=claims.CLAIM_SECONDS + 1)),
        pytest.raises(claims.ClaimLostError),
    ):
        claims.prolong(row)


@pytest.mark.parametrize("announced", [False, True])
def test_a_process_that_died_leaves_the_truth(
    delivery: Delivery, platform: RecordingServer, announced: bool
) -> None:
    row = claims.claim(delivery.pk, "dead", DeliveryState.PREPARED, DeliveryState.IN_FLIGHT)
    assert row is not None
    if announced:
        journal.write(row, Event.ABOUT_TO_SEND)
    with clock.at(clock.now() + timedelta(seconds=claims.CLAIM_SECONDS + 1)):
        claims.release_expired()
    assert fresh(delivery).state == ("unknown" if announced else "prepared")
    assert platform.posts == []


def test_an_unknown_outcome_is_never_sent_again_by_itself(
    delivery: Delivery, platform: RecordingServer
) -> None:
    platform.faults.append("drop_before")
    began = clock.now()
    services.send(delivery.pk)
    assert fresh(delivery).state == "unknown"
    for hours in range(4):
        with clock.at(began + timedelta(hours=hours)):
            services.send_due()
            services.send(delivery.pk)
    assert platform.posts == []


def test_a_second_try_asks_first_and_adopts_what_is_there(
    county: County, delivery: Delivery, platform: RecordingServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first try arrived although the answer said otherwise; a person then sends again."""
    send = RecordingChannel.send

    def mistaken(self: RecordingChannel, key: str, message: dict[str, Any]) -> NotSent:
        send(self, key, message)
        return NotSent("对方没有收下")

    with monkeypatch.context() as patched:
        patched.setattr(RecordingChannel, "send", mistaken)
        services.send(delivery.pk)
    assert (fresh(delivery).state, len(platform.posts)) == ("failed", 1)
    assert services.retry(fresh(delivery), county.water.people["publisher"]) == []
    services.send_due()
    assert (fresh(delivery).state, len(platform.posts)) == ("sent", 1)


@pytest.mark.law("L1")
@pytest.mark.defends("a delivery whose permit is revoked while it waits", by="editor")
def test_a_revoked_permit_stops_what_waits(delivery: Delivery, platform: RecordingServer) -> None:
    revoke(Permit.objects.get(pk=delivery.part.release.permit_id), None, "数据有误")
    services.send_due()
    services.send(delivery.pk)
    assert platform.posts == []


@pytest.mark.law("L1")
@pytest.mark.defends("a prepared payload changed while it waits", by="database")
def test_altered_words_stay_here(delivery: Delivery, platform: RecordingServer) -> None:
    delivery.payload = {**delivery.payload, "text": "夹带"}
    delivery.save()
    services.send(delivery.pk)
    assert platform.posts == []
    assert "与签发的内容不一致" in fresh(delivery).problem


@pytest.mark.law("L1")
@pytest.mark.defends("a release stopped while its delivery waits", by="editor")
def test_a_stopped_release_stops_what_waits(delivery: Delivery, platform: RecordingServer) -> None:
    stopped = delivery.part.release
    stopped.state = ReleaseState.HELD
    stopped.save()
    services.send(delivery.pk)
    assert platform.posts == []


@pytest.mark.law("L1")
@pytest.mark.defends("the snapshot and all that was made of it exchanged", by="database")
def test_an_altered_snapshot_stays_here(
    delivery: Delivery, platform: RecordingServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every part that is sent is as signed; the headline beside it is another one."""
    read = verification.parts_of
    monkeypatch.setattr(verification, "parts_of", lambda obj: {**read(obj), "page": "0" * 64})
    services.send(delivery.pk)
    assert platform.posts == []
