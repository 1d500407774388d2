"""The ground gives way between the announcement and the record: disk full, database gone, locked, read-only."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import timedelta
from typing import Any

import pytest
from delivery.posting import Out, events, fresh
from django.core.files.storage import FileSystemStorage
from django.db import DatabaseError, OperationalError, connection, connections
from guanwei.audit import clock
from guanwei.delivery import services
from guanwei.delivery.channels.recording import RecordingChannel
from guanwei.delivery.models import Delivery
from guanwei.delivery.queries import sentence_of
from guanwei.delivery.recording_server import RecordingServer
from guanwei.testing.scenes import County

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.law("L7")]
Breaking = Callable[[], Any]


@pytest.fixture
def broken_by(monkeypatch: pytest.MonkeyPatch) -> Callable[[str, Breaking], None]:
    """Let something happen ``before`` or ``after`` the platform takes the next post in, in the same process."""

    def breaks(moment: str, breaking: Breaking) -> None:
        real = RecordingChannel.send

        def sent(self: Any, key: str, message: dict[str, Any]) -> Any:
            monkeypatch.setattr(RecordingChannel, "send", real)
            if moment == "before":
                breaking()
            outcome = real(self, key, message)
            if moment == "after":
                breaking()
            return outcome

        monkeypatch.setattr(RecordingChannel, "send", sent)

    return breaks


def it_is_known_and_found(delivery: Delivery, platform: RecordingServer) -> None:
    """What the screen says at once, what it says once the claim ran out, and how it ends."""
    now = fresh(delivery)
    assert (now.state, events(now)[-1], len(platform.posts)) == ("in_flight", "about_to_send", 1)
    assert "对方可能已收到" in sentence_of(now)
    begun = clock.now()
    for minutes in (3, 4):
        with clock.at(begun + timedelta(minutes=minutes)):
            services.send_due()
            assert sentence_of(fresh(delivery)) == "" or "先向对方查询" in sentence_of(fresh(delivery))
    assert (fresh(delivery).state, fresh(delivery).part.state, len(platform.posts)) == ("sent", "done", 1)


@contextmanager
def no_space_left() -> Iterator[None]:
    """Every write fails as it does on a full disk."""

    def full(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if sql.startswith(("INSERT", "UPDATE", "DELETE")):
            raise OperationalError("database or disk is full")
        return execute(sql, params, many, context)

    with connection.execute_wrapper(full):
        yield


@pytest.mark.parametrize("moment", ["before", "after"])
@pytest.mark.defends("disk: full between announcement and record", by="platform")
def test_a_disk_that_fills_up_during_the_call(
    out: Out, platform: RecordingServer, broken_by: Any, moment: str
) -> None:
    delivery = out()
    full = no_space_left()
    broken_by(moment, full.__enter__)
    services.send_due()
    full.__exit__(None, None, None)
    it_is_known_and_found(delivery, platform)


def test_a_full_disk_before_the_announcement_sends_nothing(out: Out, platform: RecordingServer) -> None:
    delivery = out()
    with no_space_left():
        services.send_due()
    assert (fresh(delivery).state, platform.posts) == ("prepared", [])
    assert "还没有发出" in sentence_of(fresh(delivery))
    services.send_due()
    assert (fresh(delivery).state, len(platform.posts)) == ("sent", 1)


def test_a_file_system_that_cannot_be_read_holds_the_post(
    out_with_pictures: Out, platform: RecordingServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    delivery = out_with_pictures("green")

    def broken(*_args: Any, **_kwargs: Any) -> Any:
        raise OSError(5, "Input/output error")

    with monkeypatch.context() as patch:
        patch.setattr(FileSystemStorage, "open", broken)
        services.send_due()
    assert (fresh(delivery).state, platform.posts) == ("held", [])
    assert "文件" in sentence_of(fresh(delivery))


def cut_off() -> None:
    """From another connection, as an administrator or a crash of the server does."""
    pid = connection.connection.info.backend_pid

    def end() -> None:
        try:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_terminate_backend(%s)", [pid])
        finally:
            connections.close_all()

    other = threading.Thread(target=end)
    other.start()
    other.join(10)


@pytest.mark.parametrize("moment", ["before", "after"])
@pytest.mark.defends("database: connection cut between announcement and record", by="database")
def test_a_database_that_goes_away_during_the_call(
    out: Out, platform: RecordingServer, broken_by: Any, moment: str
) -> None:
    if connection.vendor != "postgresql":
        pytest.skip("the embedded database is no server")
    delivery = out()
    broken_by(moment, cut_off)
    # Whether the rest of this round finds a connection again is no matter here.
    with suppress(DatabaseError):
        services.send_due()
    connection.close()
    it_is_known_and_found(delivery, platform)


@pytest.mark.parametrize("moment", ["before", "after"])
def test_a_database_file_that_becomes_read_only_during_the_call(
    out: Out, platform: RecordingServer, broken_by: Any, moment: str
) -> None:
    if connection.vendor != "sqlite":
        pytest.skip("a file of the embedded database")
    delivery = out()
    broken_by(moment, lambda: connection.cursor().execute("PRAGMA query_only = ON"))
    services.send_due()
    connection.close()
    it_is_known_and_found(delivery, platform)


@pytest.mark.parametrize("moment", ["before", "after"])
def test_a_database_locked_by_another_process_during_the_call(
    out: Out, platform: RecordingServer, broken_by: Any, moment: str
) -> None:
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL locks rows")
    delivery = out()
    locked, done = threading.Event(), threading.Event()

    def hold() -> None:
        with connection.cursor() as cursor:
            cursor.execute("BEGIN IMMEDIATE")
            locked.set()
            done.wait(30)
            cursor.execute("ROLLBACK")
        connections.close_all()

    other = threading.Thread(target=hold)

    def breaking() -> None:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA busy_timeout = 0")
        other.start()
        locked.wait(10)

    broken_by(moment, breaking)
    services.send_due()
    done.set()
    other.join(10)
    connection.close()
    it_is_known_and_found(delivery, platform)


@pytest.mark.law("L6")
@pytest.mark.defends("plugin: vanishes while its delivery is under way", by="plugin")
def test_a_channel_whose_plugin_vanishes_is_held_before_the_call(
    county: County, out: Out, platform: RecordingServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    from guanwei.delivery.services import reconciling, sending

    platform.faults.append("drop")
    unknown, waiting = out(), out(title="另一条")
    services.send(unknown.pk)
    for module in (sending, reconciling):
        monkeypatch.setattr(module, "channel_named", lambda _channel: None)
    with clock.at(clock.now() + timedelta(minutes=5)):
        services.send_due()
        services.send_due()
    assert (fresh(unknown).state, fresh(waiting).state, len(platform.posts)) == ("unknown", "held", 1)
    assert "没有装载，请系统管理员装好" in sentence_of(fresh(unknown))
    assert "没有装载" in sentence_of(fresh(waiting))
    monkeypatch.undo()


@pytest.mark.law("L6")
@pytest.mark.defends("plugin: rule book vanishes after the release", by="plugin")
def test_a_rule_book_whose_plugin_vanishes_holds_what_is_not_out_yet(
    out: Out, platform: RecordingServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    from guanwei.delivery import verification
    from guanwei.organisations.queries import rules

    delivery = out()
    monkeypatch.setattr(rules, "plugins", list)
    assert verification.refusals_to_send(fresh(delivery))
    services.send_due()
    assert (fresh(delivery).state, platform.posts) == ("held", [])
    assert "已启用但没有装载" in sentence_of(fresh(delivery))
