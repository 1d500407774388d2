"""What a push may hold, and how many go out on a day: by the channel's limits, the office's clock."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.utils import timezone
from guanwei.accounts import queries
from guanwei.api import Limits
from guanwei.audit import clock
from guanwei.delivery import services
from guanwei.delivery.recording_server import RecordingServer
from guanwei.publishing.models import PushSlot
from guanwei.publishing.queries import push_slots
from guanwei.publishing.services import release, take_down
from guanwei.publishing.services.steering import reschedule
from guanwei.testing.acts import no_refusals, released
from publishing.pushes.desk import Desk

pytestmark = pytest.mark.django_db
MORNING = timezone.make_aware(datetime(2026, 3, 2, 9))


def allow(monkeypatch: pytest.MonkeyPatch, **limits: Any) -> None:
    """The account's channel declares other limits."""

    def declared(account: Any) -> Limits:
        return replace(queries.channel_of(account).limits, **limits)

    monkeypatch.setattr(push_slots, "limits_of", declared)
    from guanwei.publishing.queries import push_sending

    monkeypatch.setattr(push_sending, "limits_of", declared)


def test_a_second_push_of_the_day_is_refused_when_it_is_submitted(desk: Desk) -> None:
    with clock.at(MORNING):
        picks = desk.items(4)
        desk.out(picks[:2])
        said = "微信 清河县水利局每天最多推送1次，2026-03-02已排满；请把这次推送改到别的日子。"
        push = desk.push(picks[2:])
        assert desk.refused(push) == [said]
        assert desk.submitted(desk.again(push, picks[2:], MORNING.date() + timedelta(days=1))).state == "open"


def test_a_push_still_in_review_counts_too(desk: Desk) -> None:
    picks = desk.items(4)
    desk.submitted(desk.push(picks[:2]))
    assert "已有" in desk.refused(desk.push(picks[2:]))[0]


def test_two_signed_for_one_day_cannot_both_be_released(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    picks = desk.items(4)
    allow(monkeypatch, pushes_a_day=2)
    first, second = desk.signed(desk.push(picks[:2])), desk.signed(desk.push(picks[2:]))
    desk.release_items(picks)
    allow(monkeypatch, pushes_a_day=1)
    released(first, desk.people["publisher"])
    assert "每天最多推送1次" in desk.not_released(second)[0]


@pytest.mark.parametrize("limit", ["pushes_a_day", "pushes_a_month"])
def test_a_limit_that_was_lowered_holds_what_is_not_sent_yet(
    sending: Desk, platform: RecordingServer, monkeypatch: pytest.MonkeyPatch, limit: str
) -> None:
    picks = sending.items(4)
    allow(monkeypatch, pushes_a_day=2)
    sending.out(picks[:2])
    second = sending.out(picks[2:])
    allow(monkeypatch, **{limit: 1})
    services.send_due()
    second.refresh_from_db()
    assert (platform.posts, second.state) == ([], "held")
    assert "超出渠道现在的限制" in second.problem


def test_a_service_account_sends_four_times_a_month(desk: Desk) -> None:
    desk.account.channel = "wechat-service-manual"
    desk.account.save()
    for day in range(4):
        with clock.at(MORNING + timedelta(days=day)):
            desk.out([desk.permitted(desk.post(f"第{day}天"))])
    with clock.at(MORNING + timedelta(days=5)):
        picks = [desk.permitted(desk.post("第五天"))]
        assert "每月最多推送4次，2026-03已用完" in desk.refused(desk.push(picks))[0]
    with clock.at(MORNING + timedelta(days=40)):
        desk.out(picks)
    assert list(PushSlot.objects.order_by("pk").values_list("of_month", flat=True)) == [1, 2, 3, 4, 1]


def test_the_day_is_the_offices_not_greenwichs(desk: Desk) -> None:
    """At half past midnight in the office it is still yesterday in UTC."""
    with clock.at(timezone.make_aware(datetime(2026, 3, 2, 0, 30))):
        desk.out(desk.items(1))
        assert PushSlot.objects.get().day.isoformat() == "2026-03-02"


def test_a_push_is_released_on_its_day_and_on_no_other(desk: Desk) -> None:
    with clock.at(MORNING):
        picks = desk.items(2)
        submission = desk.signed(desk.push(picks, MORNING.date() + timedelta(days=1)))
        desk.release_items(picks)
        assert "请把定时填在那一天" in desk.not_released(submission)[0]
        assert "请把定时填在那一天" in desk.not_released(submission, MORNING + timedelta(days=2))[0]
        made, refusals = release(submission.pk, desk.people["publisher"], MORNING + timedelta(days=1))
        no_refusals(refusals)
    with clock.at(MORNING + timedelta(hours=2)):
        moved = reschedule(made.pk, desk.people["publisher"], MORNING + timedelta(days=3), "改期")
        assert "签的是2026-03-03的推送" in str(moved[0])


def test_a_push_that_missed_its_day_is_held(sending: Desk, platform: RecordingServer) -> None:
    with clock.at(timezone.make_aware(datetime(2026, 3, 2, 23, 59, 50))):
        delivery = sending.out(sending.items(1))
    with clock.at(timezone.make_aware(datetime(2026, 3, 3, 0, 0, 1))):
        services.send_due()
    delivery.refresh_from_db()
    assert (platform.posts, delivery.state) == ([], "held")
    assert "现在已不是那一天" in delivery.problem


def test_a_push_taken_down_before_it_went_gives_its_day_back(desk: Desk) -> None:
    picks = desk.items(2)
    delivery = desk.out(picks)
    no_refusals(take_down(desk.push_of(delivery), desk.people["publisher"], "头条要换"))
    services.send_due()
    assert PushSlot.objects.get().freed_at is not None
    assert desk.out(picks).state == "waiting_person"


def test_a_push_that_is_out_keeps_its_day(sending: Desk, platform: RecordingServer) -> None:
    picks = sending.items(3)
    delivery = sending.out(picks[:2])
    services.send_due()
    no_refusals(take_down(sending.push_of(delivery), sending.people["publisher"], "有误"))
    services.send_due()
    assert "已排满" in sending.refused(sending.push(picks[2:]))[0]


def test_nine_articles_are_one_too_many(desk: Desk) -> None:
    picks = desk.items(9)
    assert desk.refused(desk.push(picks)) == ["一次推送最多8篇，现有9篇；请移出1篇，留待下次。"]
    desk.submitted(desk.push(picks[:8]))


def test_an_empty_push_is_refused(desk: Desk) -> None:
    assert desk.refused(desk.push([])) == ["推送里还没有文章；请从可选的渠道稿中选入。"]


def test_the_first_article_needs_a_cover(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    from guanwei.publishing.content import limits

    with monkeypatch.context() as lenient:
        lenient.setattr(limits, "_over", lambda _variant, _limits: iter(()))
        bare = desk.permitted(desk.post("没有封面", cover=None))
    picks = desk.items(1)
    assert "头条“没有封面”没有封面图片" in desk.refused(desk.push([bare, *picks]))[0]
    assert desk.submitted(desk.push([*picks, bare])).state == "open"


def test_a_day_that_is_over_is_refused(desk: Desk) -> None:
    said = desk.refused(desk.push(desk.items(1), clock.today() - timedelta(days=1)))
    assert any("已经过去" in each for each in said)


def test_a_push_waits_for_the_release_of_each_item(desk: Desk) -> None:
    picks = desk.items(2)
    submission = desk.signed(desk.push(picks))
    said = "推送中的“第2篇”还没有决定发布；请先由其发布人发布它（它会等候推送），再发布推送。"
    desk.release_items(picks[:1])
    assert desk.not_released(submission) == [said]


def test_an_item_stands_in_one_push(desk: Desk) -> None:
    picks = desk.items(3)
    desk.submitted(desk.push(picks[:2]))
    with_it = desk.again(desk.push(picks[2:], clock.today() + timedelta(days=1)), picks[2:])
    from guanwei.publishing.services.pushing import compose

    _none, refusals = compose(desk.account, clock.today(), picks[1:], desk.people["editor"])
    assert "已编入别的推送" in str(refusals[0])
    assert desk.submitted(with_it).state == "open"


def test_two_drafts_with_one_item_are_not_both_submitted(desk: Desk) -> None:
    picks = desk.items(2)
    first, second = desk.push(picks), desk.push(picks, clock.today() + timedelta(days=1))
    desk.submitted(first)
    assert "一篇只能在一次推送里" in desk.refused(second)[0]
