"""A delivery goes its way step by step: the services refuse any other step, and so does the database."""

import itertools
import threading
from contextlib import suppress
from datetime import timedelta

import pytest
from delivery.posting import Out, fresh, use_channel, walk
from django.db import DatabaseError, IntegrityError, connection, connections, transaction
from guanwei.audit import clock
from guanwei.delivery import services, states
from guanwei.delivery.models import Delivery, DeliveryState
from guanwei.delivery.recording_server import RecordingServer
from guanwei.delivery.services import receipts
from guanwei.publishing import services as publishing
from guanwei.publishing.models import PostVariant
from guanwei.publishing.services import add_post
from guanwei.testing.scenes import County

pytestmark = [pytest.mark.django_db, pytest.mark.law("L7")]


def test_every_state_has_its_ways_and_every_state_can_be_reached() -> None:
    assert set(states.WAYS) == set(DeliveryState)
    reached = {DeliveryState.PREPARED}.union(*states.WAYS.values())
    assert reached == set(DeliveryState)


def test_nothing_that_may_be_out_is_prepared_again_without_somebody_saying_that_it_is_not() -> None:
    for state in (DeliveryState.UNKNOWN, DeliveryState.PENDING, DeliveryState.SENT):
        assert DeliveryState.PREPARED not in states.WAYS[state]


@pytest.mark.defends("delivery row: state written by SQL", by="database")
def test_the_database_refuses_every_other_step(out: Out) -> None:
    delivery = out("weibo-manual")
    table, allowed = Delivery._meta.db_table, set(states.steps())
    refused = 0
    for was, now in itertools.permutations(DeliveryState.values, 2):
        if f"{was}>{now}" in allowed:
            continue
        with pytest.raises(DatabaseError, match="wrong-step"), transaction.atomic():
            _jump(table, delivery.pk, was, now)
        refused += 1
    assert refused > 50


def _jump(table: str, pk: int, was: str, now: str) -> None:
    _put(table, pk, was)
    with connection.cursor() as cursor:
        cursor.execute(f"UPDATE {table} SET state = %s WHERE id = %s", [now, pk])  # noqa: S608


def _put(table: str, pk: int, state: str) -> None:
    """By allowed steps, with what each state needs."""
    way = {"waiting_person": []}
    todo = ["waiting_person"]
    while todo:
        here = todo.pop(0)
        for there in states.WAYS[DeliveryState(here)]:
            if there.value not in way:
                way[there.value] = [*way[here], there.value]
                todo.append(there.value)
    with connection.cursor() as cursor:
        for each in way[state]:
            cursor.execute(
                f"UPDATE {table} SET state = %s, claimed_by = 'x', claimed_until = %s, look_at = %s,"  # noqa: S608
                " address = 'https://weibo.com/1', done_at = %s WHERE id = %s",
                [each, clock.now(), clock.now(), clock.now(), pk],
            )


@pytest.mark.parametrize(
    ("state", "fields"),
    [("sent", {"address": ""}), ("in_flight", {"claimed_by": ""}), ("unknown", {"look_at": None})],
)
def test_a_state_stands_with_what_belongs_to_it(out: Out, state: str, fields: dict[str, object]) -> None:
    row = out()
    row.claimed_by, row.claimed_until, row.look_at = "x", clock.now(), clock.now()
    row.state = DeliveryState.IN_FLIGHT
    row.save()
    row.state = DeliveryState(state)
    vars(row).update(fields)
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save()


@pytest.mark.django_db(transaction=True)
def test_two_receipts_of_one_rank_do_not_wait_for_each_other(
    county: County, platform: RecordingServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    water = county.water
    use_channel(water.weibo, "recording-weibo")
    use_channel(water.wechat, "recording-weibo")
    variants = [
        PostVariant(account=each, text="停水", with_link=False) for each in (water.weibo, water.wechat)
    ]
    stated = {"title": "停水", "supplier": water.section, "manager": water.section}
    post = add_post(water.people["editor"], variants, category="county.convenience", **stated)
    walk(county, post)
    with monkeypatch.context() as patch:
        patch.setattr(publishing, "record_receipt", _broken)
        services.send_due()
    first, second = Delivery.objects.order_by("pk")
    assert (fresh(first).state, fresh(second).part.state) == ("sent", "due")
    # Both hold their delivery before either goes on, were there a way to.
    both, real, errors = threading.Barrier(2), publishing.record_receipt, []

    def meeting(*args: object, **kwargs: object) -> None:
        with suppress(threading.BrokenBarrierError):
            both.wait(1)
        real(*args, **kwargs)

    def hand_in(row: Delivery) -> None:
        try:
            receipts.hand_in_receipt(row)
        except DatabaseError as error:
            errors.append(error)
        finally:
            connections.close_all()

    monkeypatch.setattr(publishing, "record_receipt", meeting)
    threads = [threading.Thread(target=hand_in, args=(row,)) for row in (first, second)]
    for each in threads:
        each.start()
    for each in threads:
        each.join(30)
    assert errors == []
    assert {fresh(each).part.state for each in (first, second)} == {"done"}


def _broken(*_args: object, **_kwargs: object) -> None:
    raise RuntimeError("not now")


def test_a_review_of_the_platform_is_waited_for_and_then_a_person_is_asked(
    county: County, out: Out, platform: RecordingServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    from delivery.fake_platform import FakePlatform
    from guanwei.delivery.services import reconciling, sending

    fake = FakePlatform(clock.now(), next_sendings=["reviewed"])
    for module in (sending, reconciling):
        monkeypatch.setattr(module, "transport_of", lambda _channel: fake)
    delivery, publisher = out(), county.water.people["publisher"]
    services.send_due()
    assert fresh(delivery).state == "pending"
    assert "不会重发，现在不用做什么" in fresh(delivery).problem
    assert "还在审核，不能重发" in str(services.retry(fresh(delivery), publisher)[0])
    asked_at = []
    while fresh(delivery).state == "pending":
        with clock.at(fresh(delivery).look_at) as moment:
            services.send_due()
            asked_at.append(moment)
    assert len(asked_at) <= 7, "platforms count queries"
    assert asked_at[-1] - asked_at[0] > timedelta(minutes=90)
    assert "登录平台核对" in fresh(delivery).problem
    fake.decide(False)
    with clock.at(fresh(delivery).look_at):
        services.send_due()
    assert (fresh(delivery).state, fake.sends) == ("failed", 1)


def test_what_arrives_later_than_anybody_waits_is_found_before_the_second_try(
    county: County, out: Out, platform: RecordingServer
) -> None:
    platform.faults.append("drop_before")
    delivery, publisher = out(), county.water.people["publisher"]
    services.send_due()
    begun = clock.now()
    with clock.at(begun + timedelta(minutes=10)):
        services.send_due()
        assert fresh(delivery).state == "failed"
        # Hours later the platform takes it in after all.
        platform.take({"key": delivery.key, "text": "今晚八时至十时检修停水。"}, {})
        assert services.retry(fresh(delivery), publisher) == []
        services.send_due()
    assert (fresh(delivery).state, len(platform.posts)) == ("sent", 1)


def test_a_person_who_looked_may_say_that_it_is_not_there(
    county: County, out: Out, platform: RecordingServer, settings: object
) -> None:
    platform.faults.append("drop_before")
    platform.find_faults.extend(["error"] * 9)
    delivery, people = out(), county.water.people
    services.send_due()
    assert "发布职责" in str(services.say_absent(fresh(delivery), "后台", people["editor"])[0])
    assert "可能还在收" in str(services.say_absent(fresh(delivery), "后台", people["publisher"])[0])
    with clock.at(clock.now() + timedelta(minutes=5)):
        for nothing in ("", " \n", None, ["x"]):
            assert "请写明" in str(services.say_absent(fresh(delivery), nothing, people["publisher"])[0])
        assert services.say_absent(fresh(delivery), "已发布列表" * 500, people["publisher"]) == []
        assert fresh(delivery).state == "failed"
        assert services.retry(fresh(delivery), people["publisher"]) == []
        # The platform still can't be asked: the person's word counts.
        services.send_due()
    assert (fresh(delivery).state, len(platform.posts)) == ("sent", 1)
