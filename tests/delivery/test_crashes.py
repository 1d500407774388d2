"""A sender killed between any two writes: at most one send, and nobody is left guessing (law L7)."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from delivery.posting import Out, elsewhere, events, fresh
from django.db import connection
from guanwei.audit import clock
from guanwei.delivery import services
from guanwei.delivery.models import Delivery
from guanwei.delivery.recording_server import RecordingServer
from guanwei.delivery.services import claims, outcomes, receipts, sending
from guanwei.testing.scenes import County

pytestmark = [pytest.mark.django_db, pytest.mark.law("L7")]
# Another process sees only what is committed; the rest is faster without.
committing = pytest.mark.django_db(transaction=True)
SCRIPT = Path(__file__).with_name("killed_sender.py")
SITE = Path(__file__).resolve().parents[2] / "site"
Start = Callable[[Delivery, str], subprocess.Popen[bytes]]


@pytest.fixture
def start(platform: RecordingServer) -> Start:
    """Start a sender that dies at a place."""

    def started(delivery: Delivery, place: str) -> subprocess.Popen[bytes]:
        database = str(connection.settings_dict["NAME"])
        return subprocess.Popen(
            [sys.executable, str(SCRIPT), database, platform.url, str(delivery.pk), place],
            env={**os.environ, "PYTHONPATH": str(SITE)},
        )

    return started


def look_again(after: timedelta) -> None:
    """A worker's round, some time later."""
    with clock.at(clock.now() + after):
        services.send_due()


@committing
def test_killed_before_the_announcement_it_is_sent_by_the_next_worker(
    out: Out, platform: RecordingServer, start: Start
) -> None:
    delivery = out()
    assert start(delivery, "claimed").wait(60) == -signal.SIGKILL
    assert (fresh(delivery).state, events(delivery)) == ("in_flight", ["prepared", "due"])
    services.send_due()
    assert platform.posts == [], "a claim that stands is respected"
    look_again(timedelta(seconds=claims.CLAIM_SECONDS + 1))
    assert (fresh(delivery).state, len(platform.posts)) == ("sent", 1)


@committing
def test_killed_after_the_announcement_it_is_unknown_and_never_resent_by_itself(
    county: County, out: Out, platform: RecordingServer, start: Start
) -> None:
    delivery = out()
    assert start(delivery, "announced").wait(60) == -signal.SIGKILL
    assert events(delivery)[-1] == "about_to_send"
    for minutes in (3, 4, 60):
        look_again(timedelta(minutes=minutes))
    assert (fresh(delivery).state, platform.posts) == ("failed", [])
    assert services.retry(fresh(delivery), county.water.people["publisher"]) == []
    services.send_due()
    assert (fresh(delivery).state, len(platform.posts)) == ("sent", 1)


@pytest.mark.parametrize("moment", ["before", "after"])
@committing
def test_killed_during_the_call_what_the_platform_has_is_adopted(
    out: Out, platform: RecordingServer, start: Start, moment: str
) -> None:
    delivery = out()
    running: list[subprocess.Popen[bytes]] = []
    setattr(platform, moment, lambda: running[0].kill())
    running.append(start(delivery, "called"))
    assert running[0].wait(60) == -signal.SIGKILL
    setattr(platform, moment, lambda: None)
    look_again(timedelta(minutes=3))
    assert fresh(delivery).state == "unknown"
    look_again(timedelta(minutes=4))
    assert (fresh(delivery).state, len(platform.posts)) == ("sent", 1)


@committing
def test_killed_before_writing_the_outcome_it_is_found(
    out: Out, platform: RecordingServer, start: Start
) -> None:
    delivery = out()
    assert start(delivery, "concluding").wait(60) == -signal.SIGKILL
    assert (len(platform.posts), events(delivery)[-1]) == (1, "about_to_send")
    look_again(timedelta(minutes=3))
    look_again(timedelta(minutes=4))
    assert (fresh(delivery).state, len(platform.posts)) == ("sent", 1)


PLACES = [
    (sending, "refusals_to_send"),
    (sending, "message_of"),
    (sending, "prolong"),
    (sending, "settle"),
    (outcomes, "let_go"),
    (receipts.journal, "write"),
    (receipts, "hand_in_receipt"),
]


class Died(BaseException):
    """Stands for the end of the process: nothing catches it."""


@pytest.mark.parametrize(("module", "name"), PLACES, ids=[name for _module, name in PLACES])
@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
def test_wherever_it_dies_exactly_one_send_comes_of_it(
    out: Out, platform: RecordingServer, monkeypatch: pytest.MonkeyPatch, module: Any, name: str, after: bool
) -> None:
    delivery = out()
    real = getattr(module, name)

    def dying(*args: Any, **kwargs: Any) -> None:
        if after:
            real(*args, **kwargs)
        raise Died

    with monkeypatch.context() as patch:
        patch.setattr(module, name, dying)
        with pytest.raises(Died):
            services.send_due()
    for minutes in (3, 4, 60):
        look_again(timedelta(minutes=minutes))
    if fresh(delivery).state == "failed":
        assert platform.posts == []
    else:
        assert (fresh(delivery).state, fresh(delivery).part.state) == ("sent", "done")
        assert len(platform.posts) == 1


def test_a_worker_that_overslept_its_claim_sends_nothing(
    out: Out, platform: RecordingServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    delivery = out()
    real = sending.message_of

    def slow(row: Delivery) -> Any:
        monkeypatch.setattr(sending, "message_of", real)
        # Meanwhile another worker finds the claim expired and sends.
        look_again(timedelta(seconds=claims.CLAIM_SECONDS + 1))
        return real(row)

    monkeypatch.setattr(sending, "message_of", slow)
    services.send(delivery.pk)
    assert (fresh(delivery).state, len(platform.posts)) == ("sent", 1)


@pytest.mark.defends("worker: asleep between announcement and call", by="platform")
def test_a_worker_that_slept_after_its_announcement_calls_nobody(
    county: County, out: Out, platform: RecordingServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    delivery, publisher = out(), county.water.people["publisher"]
    real = sending.refuse_late_start

    def slow(row: Delivery) -> Any:
        monkeypatch.setattr(sending, "refuse_late_start", real)
        # Meanwhile it is judged, asked about, found absent and sent again by a person's word.
        for minutes in (3, 10):
            look_again(timedelta(minutes=minutes))
        with clock.at(clock.now() + timedelta(minutes=11)):
            assert services.retry(fresh(delivery), publisher) == []
            services.send_due()
            return real(row)

    monkeypatch.setattr(sending, "refuse_late_start", slow)
    services.send(delivery.pk)
    assert (fresh(delivery).state, len(platform.posts)) == ("sent", 1)


@committing
def test_a_send_in_flight_is_not_taken_for_unknown(out: Out, platform: RecordingServer) -> None:
    delivery = out()
    platform.before = elsewhere(services.send_due)
    services.send_due()
    assert (fresh(delivery).state, len(platform.posts)) == ("sent", 1)
    assert "unknown" not in events(delivery)
