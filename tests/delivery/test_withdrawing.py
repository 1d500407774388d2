"""Sent posts come back from their platforms: on a person's word, at most once, and the record says what is known."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from delivery.posting import Out, elsewhere, events, fresh
from guanwei.approvals.subjects import row_of
from guanwei.audit import clock
from guanwei.delivery import services
from guanwei.delivery.channels.recording import RecordingChannel
from guanwei.delivery.models import Delivery, Recall
from guanwei.delivery.recording_server import RecordingServer
from guanwei.delivery.services import recall_round
from guanwei.delivery.services.claims import CLAIM_SECONDS
from guanwei.organisations.models import Person
from guanwei.publishing.queries.sent import closed_variants
from guanwei.testing.acts import no_refusals
from guanwei.testing.scenes import County, add_agency, add_person, put_in_post, staff_by_county_book

pytestmark = [pytest.mark.django_db, pytest.mark.law("L7")]
committing = pytest.mark.django_db(transaction=True)
REASON = "数字有误"
WEIBO = "https://weibo.com/1234567890/Abcdef123"


@pytest.fixture
def people(county: County) -> dict[str, Person]:
    return {**county.people, **county.water.people}


@pytest.fixture
def sent(out: Out, platform: RecordingServer) -> Delivery:
    """A post that is out on the recording server."""
    delivery = out()
    services.send_due()
    assert fresh(delivery).state == "sent"
    return fresh(delivery)


def asked(delivery: Delivery, by: Person) -> Recall:
    no_refusals(services.recall(delivery.pk, by, REASON))
    return Recall.objects.get(delivery=delivery)


def later(**how: Any) -> None:
    """A worker's round, some time later."""
    with clock.at(clock.now() + timedelta(**how)):
        services.recall_due()


def test_the_platform_takes_it_back_and_the_record_says_who_why_and_when(
    sent: Delivery, platform: RecordingServer, people: dict[str, Person]
) -> None:
    recall = asked(sent, people["leader"])
    assert (recall.state, fresh(sent).state) == ("asked", "sent")
    services.recall_due()
    recall.refresh_from_db()
    assert (recall.state, recall.asked_by, recall.reason) == ("confirmed", people["leader"], REASON)
    assert (fresh(sent).state, fresh(sent).part.state) == ("withdrawn", "recalled")
    assert platform.recalled == [sent.key]
    assert platform.carrying(sent.key) == []
    assert events(sent)[-3:] == ["recall_asked", "about_to_recall", "recalled"]
    assert sent.attempts.get(event="recall_asked").person == people["leader"]


def test_what_was_taken_back_stays_closed_and_is_not_sent_again(
    sent: Delivery, platform: RecordingServer, people: dict[str, Person]
) -> None:
    asked(sent, people["leader"])
    services.recall_due()
    later(days=1)
    services.send_due()
    assert len(platform.posts) == 1
    release = sent.part.release
    assert closed_variants(release.family, release.object_id) == {sent.part.variant: sent.variant_digest}


@pytest.mark.parametrize("who", ["editor", "reviewer", "auditor", "administrator"])
@pytest.mark.defends("withdrawal of a sent post", by="editor")
def test_others_do_not_demand_it(sent: Delivery, people: dict[str, Person], who: str) -> None:
    assert "撤稿职责" in services.recall(sent.pk, people[who], REASON)[0].sentence
    assert not Recall.objects.exists()


@pytest.mark.defends("withdrawal of a sent post", by="superuser")
def test_neither_a_superuser_nor_another_agency_demands_it(county: County, sent: Delivery) -> None:
    root = add_person("root", "技术人员", is_superuser=True, is_staff=True)
    other = add_agency(county.unit, "清河县教育局", "education")
    staff_by_county_book(other)
    assert services.recall(sent.pk, root, REASON)
    assert services.recall(sent.pk, other.people["leader"], REASON)
    put_in_post(root, "county.publisher", county.water.section)
    no_refusals(services.recall(sent.pk, Person.objects.get(pk=root.pk), REASON))


@pytest.mark.parametrize("reason", ["", "  ", "长" * 301])
def test_a_reason_is_typed(sent: Delivery, people: dict[str, Person], reason: str) -> None:
    assert services.recall(sent.pk, people["leader"], reason)
    assert not Recall.objects.exists()


def test_what_was_demanded_is_not_demanded_twice(sent: Delivery, people: dict[str, Person]) -> None:
    asked(sent, people["leader"])
    assert "已由" in services.recall(sent.pk, people["publisher"], REASON)[0].sentence
    services.recall_due()
    assert services.recall(sent.pk, people["publisher"], REASON), "it is gone already"
    assert Recall.objects.count() == 1
    assert services.recall(10**9, people["leader"], REASON)


def test_what_is_not_out_has_nothing_to_take_back(out: Out, people: dict[str, Person]) -> None:
    delivery = out("weibo-manual")
    assert "填回地址" in services.recall(delivery.pk, people["leader"], REASON)[0].sentence


def test_a_platform_that_refuses_is_quoted_and_may_be_asked_again(
    sent: Delivery, platform: RecordingServer, people: dict[str, Person]
) -> None:
    platform.recall_faults.append("reject")
    recall = asked(sent, people["leader"])
    services.recall_due()
    recall.refresh_from_db()
    assert (recall.state, fresh(sent).state) == ("refused", "sent")
    assert "403" in recall.outcome
    no_refusals(services.recall(sent.pk, people["leader"], "仍须撤回"))
    services.recall_due()
    assert fresh(sent).state == "withdrawn"


@pytest.mark.parametrize("fault", ["drop_after", "error_after", "garbage"])
def test_a_lost_answer_is_asked_about_and_never_told_again(
    sent: Delivery, platform: RecordingServer, people: dict[str, Person], fault: str
) -> None:
    platform.recall_faults.append(fault)
    recall = asked(sent, people["leader"])
    services.recall_due()
    recall.refresh_from_db()
    assert recall.state == "unknown"
    later(minutes=1)
    recall.refresh_from_db()
    assert (recall.state, fresh(sent).state) == ("confirmed", "withdrawn")
    assert platform.recalled == [sent.key]


@pytest.mark.parametrize("fault", ["drop_before", "error_before"])
def test_a_demand_that_was_lost_ends_as_not_taken_back(
    sent: Delivery, platform: RecordingServer, people: dict[str, Person], fault: str
) -> None:
    platform.recall_faults.append(fault)
    recall = asked(sent, people["leader"])
    services.recall_due()
    later(minutes=1)
    recall.refresh_from_db()
    assert recall.state == "unknown", "too early to say that it stands there still"
    later(minutes=10)
    recall.refresh_from_db()
    assert (recall.state, platform.recalled, fresh(sent).state) == ("refused", [], "sent")


class Died(BaseException):
    """Stands for the end of the process: nothing catches it."""


PLACES = [
    (recall_round, "_claimed"),
    (recall_round, "_called"),
    (recall_round, "_conclude"),
    (recall_round, "confirm"),
]


@pytest.mark.parametrize(("module", "name"), PLACES, ids=[name for _module, name in PLACES])
@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
def test_wherever_the_worker_dies_at_most_one_call_is_made(
    sent: Delivery,
    platform: RecordingServer,
    people: dict[str, Person],
    monkeypatch: pytest.MonkeyPatch,
    module: Any,
    name: str,
    after: bool,
) -> None:
    recall = asked(sent, people["leader"])
    calls: list[str] = []
    real_call = RecordingChannel.withdraw

    def counted(self: RecordingChannel, key: str, address: str) -> Any:
        calls.append(key)
        return real_call(self, key, address)

    monkeypatch.setattr(RecordingChannel, "withdraw", counted)
    real = getattr(module, name)

    def dying(*args: Any, **kwargs: Any) -> None:
        if after:
            real(*args, **kwargs)
        raise Died

    with monkeypatch.context() as patch:
        patch.setattr(module, name, dying)
        with pytest.raises(Died):
            services.recall_due()
    for minutes in (CLAIM_SECONDS // 60 + 1, 10, 60, 120):
        later(minutes=minutes)
    recall.refresh_from_db()
    assert len(calls) <= 1
    gone = platform.recalled == [sent.key]
    assert recall.state == ("confirmed" if gone else "refused")
    assert fresh(sent).state == ("withdrawn" if gone else "sent")


@committing
def test_two_workers_call_once(sent: Delivery, platform: RecordingServer, people: dict[str, Person]) -> None:
    asked(sent, people["leader"])
    real = RecordingChannel.withdraw
    calls: list[str] = []

    def meanwhile(self: RecordingChannel, key: str, address: str) -> Any:
        calls.append(key)
        if len(calls) == 1:
            elsewhere(services.recall_due)()
        return real(self, key, address)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(RecordingChannel, "withdraw", meanwhile)
        services.recall_due()
    assert (calls, fresh(sent).state) == ([sent.key], "withdrawn")


def by_hand(out: Out, people: dict[str, Person]) -> Delivery:
    """A post that was published by hand."""
    delivery = out("weibo-manual")
    no_refusals(services.record_address(delivery, WEIBO, people["publisher"]))
    return fresh(delivery)


def test_where_the_channel_cannot_a_person_deletes_and_says_so(out: Out, people: dict[str, Person]) -> None:
    delivery = by_hand(out, people)
    recall = asked(delivery, people["leader"])
    services.recall_due()
    recall.refresh_from_db()
    assert (recall.state, fresh(delivery).state) == ("waiting_person", "sent")
    for who in ("editor", "reviewer", "auditor", "administrator"):
        assert services.say_deleted(recall.pk, people[who])
    no_refusals(services.say_deleted(recall.pk, people["publisher"], "已删"))
    recall.refresh_from_db()
    assert (recall.state, recall.closed_by) == ("confirmed", people["publisher"])
    assert (fresh(delivery).state, events(delivery)[-1]) == ("withdrawn", "deleted_by_hand")
    assert services.say_deleted(recall.pk, people["publisher"]), "it is settled"


def test_a_person_reports_that_the_platform_does_not_delete(out: Out, people: dict[str, Person]) -> None:
    recall = asked(by_hand(out, people), people["leader"])
    assert "理由" in services.say_not_deletable(recall.pk, people["publisher"], "")[0].sentence
    no_refusals(services.say_not_deletable(recall.pk, people["publisher"], "平台已锁定"))
    recall.refresh_from_db()
    assert (recall.state, "平台已锁定" in recall.outcome) == ("refused", True)
    assert services.say_deleted(10**9, people["publisher"])


def test_a_channel_that_is_gone_leaves_it_to_a_person(
    sent: Delivery, people: dict[str, Person], monkeypatch: pytest.MonkeyPatch
) -> None:
    recall = asked(sent, people["leader"])
    monkeypatch.setattr(recall_round, "channel_named", lambda _channel: None)
    services.recall_due()
    recall.refresh_from_db()
    assert recall.state == "waiting_person"


@pytest.fixture
def down(people: dict[str, Person]) -> Callable[[Delivery, list[int]], list[Any]]:
    def taken_down(delivery: Delivery, posts: list[int]) -> list[Any]:
        release = delivery.part.release
        row = row_of(release.family, release.object_id)
        return services.take_down_with_posts(row, people["leader"], REASON, posts)

    return taken_down


def test_page_and_post_go_in_one_act(
    out_with_page: Out, platform: RecordingServer, down: Callable[..., list[Any]]
) -> None:
    delivery = out_with_page()
    services.send_due()
    no_refusals(down(fresh(delivery), [delivery.pk]))
    services.recall_due()
    release = delivery.part.release
    assert not row_of(release.family, release.object_id).live
    assert platform.carrying(delivery.key) == []


def test_what_nobody_asked_back_stays_on_its_platform(
    out_with_page: Out, platform: RecordingServer, down: Callable[..., list[Any]]
) -> None:
    delivery = out_with_page()
    services.send_due()
    no_refusals(down(fresh(delivery), []))
    services.recall_due()
    assert len(platform.carrying(delivery.key)) == 1


def test_a_post_that_cannot_be_asked_back_keeps_the_whole_act(
    out_with_page: Out, platform: RecordingServer, down: Callable[..., list[Any]]
) -> None:
    delivery = out_with_page()
    assert down(fresh(delivery), [delivery.pk])
    release = delivery.part.release
    assert row_of(release.family, release.object_id).live
    assert not Recall.objects.exists()


def test_a_post_recalled_before_its_receipt_does_not_hold_its_plan(
    out: Out, platform: RecordingServer, people: dict[str, Person], monkeypatch: pytest.MonkeyPatch
) -> None:
    delivery = out()
    with monkeypatch.context() as patch:
        patch.setattr(
            "guanwei.delivery.services.settling.try_hand_in_receipt",
            lambda *_args, **_more: False,
            raising=False,
        )
        patch.setattr(
            "guanwei.delivery.services.sending.try_hand_in_receipt",
            lambda *_args, **_more: False,
            raising=False,
        )
        patch.setattr("guanwei.delivery.services.outbox.hand_in_receipts", lambda: 0)
        services.send_due()
    asked(fresh(delivery), people["leader"])
    services.recall_due()
    release = fresh(delivery).part.release
    assert (fresh(delivery).state, release.state) == ("withdrawn", "done")


def test_the_server_forgets_nothing_over_a_restart(tmp_path: Any) -> None:
    file = tmp_path / "posts.jsonl"
    server = RecordingServer(path=file)
    server.take({"key": "one"}, {})
    server.take({"key": "two"}, {})
    server.recall("one")
    server.server_close()
    again = RecordingServer(path=file)
    assert ([each["key"] for each in again.posts], again.recalled) == (["one", "two"], ["one"])
    assert again.carrying("one") == []
    again.server_close()
