"""kill -9 before and after every write and call, and at every line between announcement and record (law L7).

The points are generated: see ``crashing_sender``. After each death a worker starts and finishes.
"""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from delivery.posting import Out, events, fresh
from delivery.rewinding import scene as the_scene
from django.db import connection
from guanwei.audit import clock
from guanwei.delivery import services
from guanwei.delivery.models import Delivery
from guanwei.delivery.queries import sentence_of
from guanwei.delivery.recording_server import RecordingServer
from guanwei.testing.scenes import County

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.law("L7")]
SCRIPT = Path(__file__).with_name("crashing_sender.py")
SITE = Path(__file__).resolve().parents[2] / "site"
# What the screen may say where the announcement stands and nothing else.
OPEN_WORDS = "不会直接重发"


class Sender:
    """A process that runs rounds in children and lets them die where it is told."""

    def __init__(self, address: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, str(SCRIPT), str(connection.settings_dict["NAME"]), address],
            env={**os.environ, "PYTHONPATH": str(SITE)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def run(self, fatal: int, moment: datetime) -> tuple[int, int, str]:
        """(signal, points met, label of the last one)."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(f"{fatal} {moment.isoformat()}\n")
        self.process.stdin.flush()
        ended, met, label = self.process.stdout.readline().rstrip("\n").split(" ", 2)
        return int(ended), int(met), label

    def stop(self) -> None:
        self.process.communicate(timeout=20)


@pytest.fixture
def sender(platform: RecordingServer) -> Iterator[Sender]:
    started = Sender(platform.url)
    yield started
    started.stop()


def a_worker_finishes(delivery: Delivery, begun: datetime) -> None:
    for minutes in (3, 4, 8, 60):
        with clock.at(begun + timedelta(minutes=minutes)):
            services.send_due()
        row = fresh(delivery)
        if row.state == "failed" or row.part.state == "done":
            return


def said_of(delivery: Delivery, moment: datetime) -> str:
    with clock.at(moment):
        return sentence_of(fresh(delivery))


def die_everywhere(
    sender: Sender, delivery: Delivery, platform: RecordingServer, begun: datetime, until: str = ""
) -> int:
    """Every point of one round, begun at ``begun``, up to the one named. Returns how many there are."""
    had = list(platform.posts)
    scene = the_scene()
    ended, count, _label = sender.run(0, begun)
    assert ended == 0
    scene.look()
    after_one = len(platform.posts)
    for point in range(1, count + 1):
        scene.back()
        platform.posts[:] = had
        died, met, label = sender.run(point, begun)
        assert (died, met) == (signal.SIGKILL, point), label
        _looks_honest(delivery, platform, begun, label)
        a_worker_finishes(delivery, begun)
        scene.look() if point == 1 else None
        _ended_well(delivery, platform, label)
        if until and until in label:
            return point
    assert after_one == 1
    return count


def _looks_honest(delivery: Delivery, platform: RecordingServer, begun: datetime, label: str) -> None:
    """What the screen says right after the death, before any worker comes by."""
    row, lines = fresh(delivery), events(delivery)
    said = said_of(delivery, begun)
    if row.state == "sent":
        assert platform.posts, label
    elif "about_to_send" in lines and lines[-1] in ("about_to_send", "unknown", "asked"):
        assert OPEN_WORDS in said or "查" in said, (label, said)
    elif row.state != "failed":
        assert "还没有发出" in said, (label, said)
        assert platform.posts == [], label


def _ended_well(delivery: Delivery, platform: RecordingServer, label: str) -> None:
    row = fresh(delivery)
    assert (row.state, len(platform.posts)) in (("sent", 1), ("failed", 0)), (label, events(delivery))
    assert (row.part.state == "done") == (row.state == "sent"), label
    said = sentence_of(row)
    assert said == "" if row.state == "sent" else re.search("没有发出.*重新发送", said), (label, said)


@pytest.mark.defends("worker: killed at any point of a send", by="platform")
def test_a_sender_that_dies_at_any_point_sends_at_most_once(
    out: Out, platform: RecordingServer, sender: Sender
) -> None:
    delivery = out()
    points = die_everywhere(sender, delivery, platform, clock.now())
    print(f"{points} crash points of a send on {connection.vendor}")  # noqa: T201
    assert points > 60


@pytest.mark.defends("worker: killed at any point of a query after a lost reply", by="platform")
def test_a_worker_that_dies_while_it_asks_loses_nothing(
    out: Out, platform: RecordingServer, sender: Sender
) -> None:
    platform.faults.append("drop_after")
    delivery = out()
    services.send_due()
    assert fresh(delivery).state == "unknown"
    points = die_everywhere(sender, delivery, platform, clock.now() + timedelta(seconds=10))
    print(f"{points} crash points of a query on {connection.vendor}")  # noqa: T201
    assert points > 20


@pytest.mark.defends("worker: killed at any point of a second try", by="platform")
def test_a_second_try_that_dies_at_any_point_sends_at_most_once(
    county: County, out: Out, platform: RecordingServer, sender: Sender
) -> None:
    platform.faults.append("reject")
    delivery = out()
    services.send_due()
    assert services.retry(fresh(delivery), county.water.people["publisher"]) == []
    # From the call on it is like any first try.
    points = die_everywhere(sender, delivery, platform, clock.now(), until="after POST")
    print(f"{points} crash points of a second try on {connection.vendor}")  # noqa: T201
    assert points > 10
