"""Timed releases: they go out at their time, each by itself, and people can move or stop them."""

from datetime import timedelta
from typing import Any

import pytest
from guanwei.approvals.models import Permit
from guanwei.approvals.services.permits import revoke
from guanwei.audit import clock
from guanwei.organisations.models import Person
from guanwei.publishing.models import Release, ReleaseHistory
from guanwei.publishing.services import (
    advancing,
    release,
    release_due,
    reschedule,
    stop,
    take_down,
    try_again,
)
from guanwei.testing.acts import no_refusals
from guanwei.testing.scenes import add_person

from .conftest import HOUR, Permitted, Timed, row

pytestmark = pytest.mark.django_db


def test_it_goes_out_at_its_time_and_not_before(timed: Timed) -> None:
    made = timed()
    with clock.at(made.due_at - timedelta(seconds=1)):
        assert release_due() == 0
    assert not row(made).live
    with clock.at(made.due_at):
        assert release_due() == 1
    assert row(made).live


@pytest.mark.law("L7")
@pytest.mark.defends("worker: the clock jumps", by="shell")
def test_a_clock_that_jumps_back_releases_neither_early_nor_twice(timed: Timed) -> None:
    made = timed()
    with clock.at(made.due_at - timedelta(days=400)):
        assert release_due() == 0
    assert not row(made).live
    with clock.at(made.due_at):
        release_due()
    first = row(made).first_published_at
    for moment in (made.due_at - timedelta(days=1), made.due_at + timedelta(days=1)):
        with clock.at(moment):
            assert release_due() == 0
    assert row(made).first_published_at == first
    assert ReleaseHistory.objects.filter(release=made).count() == 1


@pytest.mark.parametrize(
    ("due", "end", "said"),
    [
        (-HOUR, None, "已经过去"),
        (timedelta(0), None, "已经过去"),
        (timedelta(days=400), None, "一年以后"),
        (None, -HOUR, "已经过去"),
        (2 * HOUR, HOUR, "须晚于发布时间"),
        (HOUR, HOUR, "须晚于发布时间"),
    ],
)
def test_impossible_times_are_refused_and_nothing_is_decided(
    permitted: Permitted, people: dict[str, Person], due: Any, end: Any, said: str
) -> None:
    submission, now = permitted(), clock.now()
    with clock.at(now):
        times = [each if each is None else now + each for each in (due, end)]
        made, refusals = release(submission.pk, people["publisher"], *times)
    assert made is None
    assert said in refusals[0].sentence
    assert not Release.objects.exists()


def test_one_that_fails_is_named_and_the_others_go_out(timed: Timed, monkeypatch: pytest.MonkeyPatch) -> None:
    broken, sound = timed(), timed()
    real = advancing.go_live

    def failing(permit: Permit, by: Any) -> str:
        if permit.pk == broken.permit_id:
            raise RuntimeError("磁盘")
        return real(permit, by)

    monkeypatch.setattr(advancing, "go_live", failing)
    with clock.at(broken.due_at + HOUR):
        assert release_due() == 1
        broken.refresh_from_db()
        assert "RuntimeError" in broken.problem
        assert [each.turn for each in broken.turns.all()] == ["failed"]
        assert release_due() == 0, "it waits for its next try"
    assert row(sound).live
    assert not row(broken).live
    monkeypatch.setattr(advancing, "go_live", real)
    with clock.at(broken.try_at):
        release_due()
    broken.refresh_from_db()
    assert (row(broken).live, broken.problem) == (True, "")


def test_a_person_need_not_wait_for_the_next_try(
    timed: Timed, people: dict[str, Person], monkeypatch: pytest.MonkeyPatch
) -> None:
    made = timed()
    with monkeypatch.context() as patch, clock.at(made.due_at):
        patch.setattr(advancing, "go_live", lambda *_args: 1 / 0)
        release_due()
    with clock.at(made.due_at):
        assert try_again(made.pk, people["reviewer"], "排除了故障")
        no_refusals(try_again(made.pk, people["publisher"], "排除了故障"))
        release_due()
        assert "不用再试" in str(try_again(made.pk, people["publisher"], "再来")[0])
    assert row(made).live


def test_a_failure_that_cannot_be_noted_does_not_stop_the_others(
    timed: Timed, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken, sound = timed(), timed()
    real = advancing.go_live
    monkeypatch.setattr(
        advancing,
        "go_live",
        lambda permit, by: real(permit, by) if permit.pk != broken.permit_id else 1 / 0,
    )
    monkeypatch.setattr("guanwei.publishing.services.rounds.note_turn", lambda *_args, **_more: 1 / 0)
    with clock.at(sound.due_at):
        release_due()
    assert row(sound).live


@pytest.mark.parametrize("who", ["editor", "reviewer", "auditor", "administrator"])
@pytest.mark.defends("timed release: another time", by="editor")
def test_others_neither_move_nor_stop_it(timed: Timed, people: dict[str, Person], who: str) -> None:
    made = timed()
    assert reschedule(made.pk, people[who], made.due_at + HOUR, "会议推迟")
    assert stop(made.pk, people[who], "会议推迟")
    assert Release.objects.get(pk=made.pk).due_at == made.due_at
    assert not made.turns.exists()


@pytest.mark.defends("timed release: another time", by="superuser")
def test_a_superuser_without_the_post_neither_moves_nor_stops_it(timed: Timed) -> None:
    made = timed()
    root = add_person("root", "技术人员", is_superuser=True, is_staff=True)
    assert reschedule(made.pk, root, made.due_at + HOUR, "会议推迟")
    assert stop(made.pk, root, "会议推迟")


def test_the_publisher_moves_it_with_a_reason_that_stays(timed: Timed, people: dict[str, Person]) -> None:
    made = timed()
    assert "理由" in reschedule(made.pk, people["publisher"], made.due_at + HOUR, "  ")[0].sentence
    assert "300" in reschedule(made.pk, people["publisher"], made.due_at + HOUR, "长" * 301)[0].sentence
    no_refusals(reschedule(made.pk, people["publisher"], made.due_at + HOUR, "会议推迟"))
    turn = made.turns.get()
    assert (turn.person, turn.reason, turn.before) == (people["publisher"], "会议推迟", made.due_at)
    with clock.at(made.due_at):
        release_due()
    assert not row(made).live
    with clock.at(made.due_at + HOUR):
        release_due()
    assert row(made).live


def test_the_leader_stops_it_and_only_the_releaser_lets_it_go_on(
    timed: Timed, people: dict[str, Person]
) -> None:
    made = timed()
    no_refusals(stop(made.pk, people["leader"], "情况有变"))
    with clock.at(made.due_at + HOUR):
        assert release_due() == 0
        assert reschedule(made.pk, people["leader"], None, "可以发了")
        no_refusals(reschedule(made.pk, people["publisher"], None, "可以发了"))
    assert row(made).live
    assert [each.turn for each in made.turns.all()] == ["stopped", "resumed"]


def test_what_has_begun_is_neither_moved_nor_stopped(timed: Timed, people: dict[str, Person]) -> None:
    made = timed()
    with clock.at(made.due_at):
        release_due()
        for refusals in (
            reschedule(made.pk, people["publisher"], made.due_at + HOUR, "晚一点"),
            stop(made.pk, people["publisher"], "不发了"),
        ):
            assert "撤下" in refusals[0].sentence
    assert stop(10**9, people["publisher"], "没有这一条")


@pytest.mark.law("L1")
@pytest.mark.defends("timed release: resumed on a revoked permit", by="signer")
def test_a_stopped_release_whose_permit_fell_does_not_come_back(
    timed: Timed, people: dict[str, Person]
) -> None:
    made = timed()
    no_refusals(stop(made.pk, people["publisher"], "等更正"))
    revoke(made.permit, people["leader"], "内容有误")
    assert "许可" in reschedule(made.pk, people["publisher"], None, "发吧")[0].sentence
    no_refusals(take_down(row(made), people["leader"], "不发了"))
    assert "已撤下" in reschedule(made.pk, people["publisher"], None, "发吧")[0].sentence
    assert not row(made).live


def test_the_worker_rests_while_a_rule_book_is_missing(timed: Timed, monkeypatch: pytest.MonkeyPatch) -> None:
    made = timed()
    monkeypatch.setattr(advancing, "not_loaded", lambda *_units: ["规则包没有装载"])
    with clock.at(made.due_at):
        assert release_due() == 0
    assert not row(made).live
