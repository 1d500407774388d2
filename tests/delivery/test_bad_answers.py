"""Every way in which a platform answers badly: at most one send, and the screen says what is known (law L7)."""

import hashlib
import threading
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest
from delivery.posting import Out, events, fresh, picture
from guanwei.audit import clock
from guanwei.delivery import services
from guanwei.delivery.channels import recording
from guanwei.delivery.queries import sentence_of
from guanwei.delivery.recorder.faults import ANSWERS
from guanwei.delivery.recording_server import RecordingServer
from guanwei.publishing.models import Picture

pytestmark = [pytest.mark.django_db, pytest.mark.law("L7")]
# What can be read all the same.
READABLE = {"twice", "json as picture"}
HELD = {"hold", "drip"}
BAD = sorted(ANSWERS.keys() - READABLE - HELD)


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch, platform: RecordingServer) -> Any:
    """A platform that holds its answer is waited for a moment only, and told to go on at the end."""
    monkeypatch.setattr(recording, "TIMEOUT", httpx.Timeout(0.5))
    monkeypatch.setattr(recording, "WHOLE_ANSWER_SECONDS", 0.5)
    yield
    platform.told.set()


@pytest.mark.parametrize("fault", [*BAD, *sorted(HELD)])
@pytest.mark.defends("platform: any bad answer after taking a post in", by="platform")
def test_a_bad_answer_leaves_it_unknown_until_it_is_found(
    out: Out, platform: RecordingServer, fault: str
) -> None:
    platform.faults.append(fault)
    delivery = out()
    services.send_due()
    unknown = fresh(delivery)
    assert unknown.state == "unknown"
    assert "结果不明" in sentence_of(unknown)
    assert "不会直接重发" in sentence_of(unknown)
    with clock.at(clock.now() + timedelta(seconds=10)):
        services.send_due()
    assert (fresh(delivery).state, sentence_of(fresh(delivery)), len(platform.posts)) == ("sent", "", 1)


@pytest.mark.parametrize("fault", sorted(READABLE))
def test_an_odd_answer_that_says_the_address_is_taken(
    out: Out, platform: RecordingServer, fault: str
) -> None:
    platform.faults.append(fault)
    delivery = out()
    services.send_due()
    assert (fresh(delivery).state, fresh(delivery).address) == ("sent", platform.posts[0]["address"])


@pytest.mark.parametrize("fault", [*BAD, *sorted(HELD)])
@pytest.mark.defends("platform: any bad answer to a query", by="platform")
def test_a_bad_answer_to_a_query_decides_nothing(out: Out, platform: RecordingServer, fault: str) -> None:
    platform.faults.append("drop")
    platform.find_faults.append(fault)
    delivery = out()
    services.send_due()
    # Long enough for a "not there" to be believed.
    begun = clock.now()
    with clock.at(begun + timedelta(minutes=5)):
        services.send_due()
        asked = fresh(delivery)
        assert (asked.state, events(asked)[-1]) == ("unknown", "asked")
        assert "系统会继续查询" in sentence_of(asked)
    with clock.at(begun + timedelta(minutes=10)):
        services.send_due()
    assert (fresh(delivery).state, len(platform.posts)) == ("sent", 1)


def test_a_late_answer_finds_its_delivery_decided_by_then(
    out: Out, platform: RecordingServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The worker was taken for dead while the platform held its answer."""
    monkeypatch.setattr(recording, "TIMEOUT", httpx.Timeout(30))
    monkeypatch.setattr(recording, "WHOLE_ANSWER_SECONDS", 30)
    delivery = out()
    real = recording.RecordingChannel.send

    def slow(self: Any, key: str, message: dict[str, Any]) -> Any:
        monkeypatch.setattr(recording.RecordingChannel, "send", real)
        answered = real(self, key, message)
        for seconds in (121, 130):
            with clock.at(clock.now() + timedelta(seconds=seconds)):
                services.send_due()
        return answered

    monkeypatch.setattr(recording.RecordingChannel, "send", slow)
    services.send_due()
    assert (fresh(delivery).state, len(platform.posts)) == ("sent", 1)
    assert events(delivery).count("sent") == 1


def test_where_tls_cannot_be_agreed_nothing_was_sent(
    out: Out, platform: RecordingServer, settings: Any
) -> None:
    settings.GUANWEI_RECORDING_URL = platform.url.replace("http:", "https:")
    delivery = out()
    services.send_due()
    assert (fresh(delivery).state, platform.posts) == ("failed", [])
    assert "连不上" in sentence_of(fresh(delivery))
    assert "重新发送" in sentence_of(fresh(delivery))


def test_pictures_go_along_and_arrive_as_they_were_signed(
    out_with_pictures: Out, platform: RecordingServer
) -> None:
    delivery = out_with_pictures("green", "blue")
    services.send_due()
    assert fresh(delivery).state == "sent"
    named = [each["sha256"] for each in platform.posts[0]["pictures"]]
    assert len(named) == 2
    assert {hashlib.sha256(each).hexdigest() for each in platform.pictures.values()} == set(named)
    shown = httpx.get(fresh(delivery).address, trust_env=False).text
    assert all(f"/pictures/{each}" in shown for each in named)
    assert httpx.get(f"{platform.url}/pictures/{named[0]}", trust_env=False).content.startswith(b"\x89PNG")


@pytest.mark.law("L1")
@pytest.mark.defends("file on disk: picture changed between release and send", by="shell")
def test_a_picture_that_changed_on_the_disk_stays_here(
    out_with_pictures: Out, platform: RecordingServer
) -> None:
    delivery = out_with_pictures("green")
    green, red = Picture.objects.get(title="green"), picture("red", "red")
    Path(green.file.path).write_bytes(Path(red.file.path).read_bytes())
    services.send_due()
    assert (fresh(delivery).state, platform.posts) == ("held", [])
    assert "请系统管理员恢复" in sentence_of(fresh(delivery))
    assert "about_to_send" not in events(delivery)


def test_a_platform_refuses_a_post_whose_pictures_are_missing(platform: RecordingServer) -> None:
    said = {"key": "k", "pictures": [{"sha256": hashlib.sha256(b"map").hexdigest(), "name": "1"}]}
    answers = [
        httpx.post(f"{platform.url}/posts", json=said, trust_env=False),
        httpx.post(
            f"{platform.url}/posts",
            files=[
                ("message", (None, httpx.Request("POST", "http://x", json=said).read())),
                ("picture", b"other"),
            ],
            trust_env=False,
        ),
    ]
    assert [each.status_code for each in answers] == [400, 400]
    assert platform.posts == []


def test_two_posts_at_once_to_a_platform_that_holds_one(
    out: Out, platform: RecordingServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One silent answer doesn't keep the next delivery from being sent in the same round."""
    platform.faults.append("hold")
    first, second = out(), out(title="另一条")
    services.send_due()
    assert (fresh(first).state, fresh(second).state) == ("unknown", "sent")
    assert threading.active_count() < 20
