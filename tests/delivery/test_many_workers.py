"""Several worker processes side by side on PostgreSQL: sent within a moment, and a dead one loses nothing."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from delivery.posting import Out, events, fresh
from django.db import connection, transaction
from django.utils import timezone
from guanwei.delivery import queries
from guanwei.delivery.models import Delivery, WorkerBeat
from guanwei.delivery.recording_server import RecordingServer
from guanwei.delivery.tasks import send_one
from guanwei.testing import jobs

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.law("L7")]
SITE = Path(__file__).resolve().parents[2] / "site"
# Nobody waits so long: a condition that isn't met by then never will be.
LIMIT = 60
# What the database of the tests and the address of its platform replace in the settings of a real worker.
PROGRAM = """
import sys
from django.conf import settings
settings.DATABASES["default"]["NAME"] = sys.argv[1]
settings.GUANWEI_RECORDING_URL = sys.argv[2]
import django
django.setup()
from guanwei.delivery import worker
from guanwei.delivery.jobs import listening, postgresql
worker.PAUSE_SECONDS = float(sys.argv[3])
listening.DEAD_AFTER_SECONDS = postgresql.DEAD_AFTER_SECONDS = 3
listening.HEARTBEAT_SECONDS = 1
from guanwei.delivery.jobs import sweeping
sweeping.DEAD_AFTER_SECONDS = 3
from django.core.management import call_command
call_command("work")
"""
Workers = Callable[..., list[subprocess.Popen[bytes]]]


@pytest.fixture(autouse=True)
def _only_there() -> None:
    if connection.vendor != "postgresql":
        pytest.skip("one worker on the embedded database")


@pytest.fixture
def workers(platform: RecordingServer) -> Iterator[Workers]:
    """Start so many workers, which go round every ``pause`` seconds; all beat before the test goes on."""
    running: list[subprocess.Popen[bytes]] = []

    def started(count: int, pause: float = 1.0) -> list[subprocess.Popen[bytes]]:
        command = [
            sys.executable,
            "-c",
            PROGRAM,
            str(connection.settings_dict["NAME"]),
            platform.url,
            str(pause),
        ]
        environment = {
            **os.environ,
            "PYTHONPATH": str(SITE),
            "DJANGO_SETTINGS_MODULE": "project.settings.test",
        }
        new = [subprocess.Popen(command, env=environment) for _each in range(count)]
        running.extend(new)
        until(lambda: WorkerBeat.objects.count() >= len(running))
        until(lambda: listening() >= count)
        return new

    yield started
    platform.told.set()
    for each in running:
        each.terminate()
    for each in running:
        each.wait(LIMIT)


def until(met: Callable[[], object]) -> None:
    """Wait for a condition."""
    ends = time.monotonic() + LIMIT
    while not met():
        assert time.monotonic() < ends, "it never came"
        time.sleep(0.02)


def listening() -> int:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM procrastinate_workers WHERE last_heartbeat > now() - interval '3 s'"
        )
        return int(cursor.fetchone()[0])


def state(delivery: Delivery) -> str:
    return str(fresh(delivery).state)


def test_three_workers_send_each_post_once(out: Out, platform: RecordingServer, workers: Workers) -> None:
    workers(3)
    deliveries = [out(title=f"第{number}条") for number in range(6)]
    until(lambda: all(fresh(each).part.state == "done" for each in deliveries))
    assert sorted(post["key"] for post in platform.posts) == sorted(each.key for each in deliveries)
    assert {events(each).count("about_to_send") for each in deliveries} == {1}
    assert len(queries.workers()) == 3


def test_a_release_wakes_a_worker_that_sleeps(out: Out, platform: RecordingServer, workers: Workers) -> None:
    """The worker's own rounds are an hour apart here: it is the job that is heard."""
    workers(1, pause=3600)
    taken: list[float] = []
    platform.before = lambda: taken.append(time.monotonic())
    delivery = out()
    due = fresh(delivery).due_at
    assert due is not None
    until(lambda: state(delivery) == "sent")
    announced = delivery.attempts.get(event="about_to_send").at
    print(f"announced {(announced - due).total_seconds():.3f} s after it was due")  # noqa: T201
    assert announced - due < timedelta(seconds=10 if "CI" in os.environ else 5)


@pytest.mark.defends("worker: one of several killed during a send", by="platform")
def test_one_killed_during_a_send_loses_and_doubles_nothing(
    out: Out, platform: RecordingServer, workers: Workers
) -> None:
    first, *_others = workers(3)
    victims: list[int] = []

    def kill_the_caller() -> None:
        # Whoever made the call: its claim names its process.
        row = Delivery.objects.get(state="in_flight")
        victims.append(int(row.claimed_by.rsplit("-", 2)[1]))
        os.kill(victims[0], signal.SIGKILL)
        platform.after = lambda: None
        connection.close()

    platform.after = kill_the_caller
    killed = out(title="第一条")
    until(lambda: victims)
    others = [out(title=f"另{number}条") for number in range(3)]
    until(lambda: all(fresh(each).part.state == "done" for each in others))
    # Two minutes pass for the claim, as far as the rows can tell.
    _age(killed)
    until(lambda: fresh(killed).part.state == "done")
    assert len(platform.posts) == 4
    assert "unknown" in events(killed)
    assert events(killed).count("about_to_send") == 1
    assert first.poll() in (None, -signal.SIGKILL)


def _age(delivery: Delivery) -> None:
    row = fresh(delivery)
    assert row.claimed_until is not None
    row.claimed_until = timezone.now()
    row.save()


def test_the_job_of_a_dead_worker_is_taken_up_by_another(workers: Workers) -> None:
    """As a killed worker leaves it: under way, and nobody's any more."""
    send_one.enqueue(0)
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO procrastinate_workers (last_heartbeat) VALUES (now() - interval '1 hour') RETURNING id"
        )
        dead = cursor.fetchone()[0]
        cursor.execute("UPDATE procrastinate_jobs SET status = 'doing', worker_id = %s", [dead])
    assert jobs.queued() == []
    workers(2)
    until(lambda: _jobs() == 0)


def _jobs() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM procrastinate_jobs")
        return int(cursor.fetchone()[0])


def test_a_worker_whose_connections_are_cut_works_on(
    out: Out, platform: RecordingServer, workers: Workers
) -> None:
    workers(1)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
    delivery = out()
    until(lambda: fresh(delivery).part.state == "done")
    assert len(platform.posts) == 1
