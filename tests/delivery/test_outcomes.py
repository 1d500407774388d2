"""What comes of a call: sent, surely not sent, or unknown; and what may follow (law L7)."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from delivery.posting import Out, events, fresh
from guanwei.audit import clock
from guanwei.delivery import services
from guanwei.delivery.channels import recording
from guanwei.delivery.models import Delivery
from guanwei.delivery.recording_server import RecordingServer
from guanwei.publishing import services as publishing
from guanwei.testing.scenes import County

pytestmark = [pytest.mark.django_db, pytest.mark.law("L7")]
TAKEN_IN = ["drop_after", "error_after", "half", "garbage", "foreign"]
NOT_TAKEN_IN = ["drop_before", "error_before"]


def later(**time: int) -> datetime:
    return clock.now() + timedelta(**time)


def test_a_platform_that_is_not_there_surely_got_nothing(
    county: County, out: Out, platform: RecordingServer, settings: Any
) -> None:
    delivery = out()
    settings.GUANWEI_RECORDING_URL = "http://127.0.0.1:9"
    services.send_due()
    failed = fresh(delivery)
    assert failed.state == "failed"
    assert "连不上" in failed.problem
    assert "重新发送" in failed.problem
    settings.GUANWEI_RECORDING_URL = platform.url
    services.send_due()
    assert platform.posts == [], "nothing is sent again before a person says so"
    assert services.retry(failed, county.water.people["publisher"]) == []
    services.send_due()
    assert fresh(delivery).state == "sent"
    assert [post["key"] for post in platform.posts] == [delivery.key]


def test_a_refusing_platform_surely_took_nothing(out: Out, platform: RecordingServer) -> None:
    platform.faults.append("reject")
    delivery = out()
    services.send_due()
    assert (fresh(delivery).state, events(delivery)[-1]) == ("failed", "refused")


@pytest.mark.parametrize("fault", TAKEN_IN)
def test_an_unclear_answer_is_asked_about_and_what_is_found_is_adopted(
    out: Out, platform: RecordingServer, fault: str
) -> None:
    platform.faults.append(fault)
    delivery = out()
    services.send_due()
    unknown = fresh(delivery)
    assert unknown.state == "unknown"
    assert "不会直接重发" in unknown.problem
    with clock.at(later(seconds=10)):
        services.send_due()
    found = fresh(delivery)
    assert (found.state, found.address) == ("sent", f"{platform.url}/p/{delivery.key}")
    assert len(platform.posts) == 1
    assert events(found)[-5:] == ["unknown", "asked", "found", "sent", "receipt"]


def test_an_answer_that_comes_too_late_is_asked_about(
    out: Out, platform: RecordingServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(recording, "TIMEOUT", recording.httpx.Timeout(0.3))
    platform.faults.append("hold")
    delivery = out()
    services.send_due()
    assert fresh(delivery).state == "unknown"
    with clock.at(later(seconds=10)):
        services.send_due()
    assert (fresh(delivery).state, len(platform.posts)) == ("sent", 1)


@pytest.mark.parametrize("fault", NOT_TAKEN_IN)
def test_what_surely_never_arrived_waits_for_a_person(
    county: County, out: Out, platform: RecordingServer, fault: str
) -> None:
    publisher = county.water.people["publisher"]
    platform.faults.append(fault)
    delivery = out()
    services.send_due()
    refusals = services.retry(fresh(delivery), publisher)
    assert "请先点“查询结果”" in str(refusals[0])
    with clock.at(later(seconds=10)):
        services.send_due()
    assert fresh(delivery).state == "unknown", "the platform may still be taking it in"
    with clock.at(later(minutes=3)):
        services.send_due()
    absent = fresh(delivery)
    assert (absent.state, platform.posts) == ("failed", [])
    assert "已向对方查明没有收到" in absent.problem
    assert services.retry(absent, publisher) == []
    services.send_due()
    assert (fresh(delivery).state, len(platform.posts)) == ("sent", 1)
    assert fresh(delivery).attempts.last().number == 2


def test_while_the_platform_is_silent_it_is_asked_ever_less_often(
    out: Out, platform: RecordingServer, settings: Any
) -> None:
    platform.faults.append("drop_after")
    delivery = out()
    services.send_due()
    settings.GUANWEI_RECORDING_URL = "http://127.0.0.1:9"
    waits = []
    for _turn in range(5):
        with clock.at(fresh(delivery).look_at) as moment:
            services.send_due()
            waits.append((fresh(delivery).look_at - moment).total_seconds())
    assert waits == [15, 60, 300, 1800, 1800]
    assert events(delivery).count("asked") == 5
    settings.GUANWEI_RECORDING_URL = platform.url
    with clock.at(fresh(delivery).look_at):
        services.send_due()
    assert (fresh(delivery).state, len(platform.posts)) == ("sent", 1)


def test_a_person_may_ask_and_one_without_the_post_may_not(
    county: County, out: Out, platform: RecordingServer
) -> None:
    platform.faults.append("half")
    delivery = out()
    services.send_due()
    refusals = services.reconcile(fresh(delivery), county.water.people["editor"])
    assert "没有清河县水利局宣传科的发布职责" in str(refusals[0])
    assert services.reconcile(fresh(delivery), county.water.people["publisher"]) == []
    assert fresh(delivery).attempts.filter(event="found").get().person == county.water.people["publisher"]


def test_an_address_of_another_delivery_is_not_adopted(
    out: Out, platform: RecordingServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = out()
    services.send_due()
    monkeypatch.setattr(
        recording.RecordingChannel, "send", lambda *_args: recording.Sent(fresh(first).address)
    )
    second = out(title="另一条")
    services.send_due()
    assert fresh(second).state == "unknown"
    assert "已属于另一条投放" in fresh(second).problem


def test_a_transport_that_raises_leaves_the_outcome_unknown(
    out: Out, platform: RecordingServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    def explode(*_args: object) -> None:
        raise KeyError("token")

    delivery = out()
    monkeypatch.setattr(recording.RecordingChannel, "send", explode)
    services.send_due()
    assert fresh(delivery).state == "unknown"


@pytest.mark.parametrize("address", ["", "http://192.0.2.1:80", "https://192.0.2.1", "ftp://127.0.0.1"])
def test_the_recording_channel_speaks_to_this_machine_alone(out: Out, settings: Any, address: str) -> None:
    settings.GUANWEI_RECORDING_URL = address
    delivery = out()
    services.send_due()
    assert fresh(delivery).state == "failed"
    assert "不在本机" in fresh(delivery).problem


def test_a_receipt_that_the_plan_could_not_take_is_handed_in_later(
    out: Out, platform: RecordingServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_args: object, **_kwargs: object) -> None:
        raise RuntimeError("the page's address is taken")

    delivery: Delivery = out()
    with monkeypatch.context() as patch:
        patch.setattr(publishing, "record_receipt", broken)
        services.send_due()
        assert (fresh(delivery).state, fresh(delivery).part.state) == ("sent", "due")
    services.send_due()
    assert fresh(delivery).part.state == "done"
    assert len(platform.posts) == 1
