"""One process does all background work, shows that it lives, and stops when told."""

import os
import signal
import subprocess
import sys
import time
from datetime import timedelta
from pathlib import Path

import pytest
from delivery.posting import Out, fresh
from django.db import connection, transaction
from django.utils import timezone
from guanwei.audit import clock
from guanwei.delivery import queries, services, worker
from guanwei.delivery.jobs import engine
from guanwei.delivery.models import WorkerBeat
from guanwei.delivery.recording_server import RecordingServer
from guanwei.delivery.tasks import send_one
from guanwei.testing import jobs

SITE = Path(__file__).resolve().parents[2] / "site"
pytestmark = pytest.mark.django_db(transaction=True)


def test_a_round_sends_and_runs_the_queued_jobs(out: Out, platform: RecordingServer) -> None:
    delivery = out()
    nudge = ("guanwei.delivery.tasks.send_one", [delivery.pk])
    assert jobs.queued("guanwei.delivery.") == [nudge]
    worker.run(lambda: not jobs.queued(""), pause=0)
    assert (fresh(delivery).state, len(platform.posts)) == ("sent", 1)
    assert jobs.queued("guanwei.delivery.") == []
    assert queries.last_beat() is not None


def test_a_job_alone_sends_too(out: Out, platform: RecordingServer) -> None:
    delivery = out()
    jobs.work_off("guanwei.delivery.")
    assert fresh(delivery).state == "sent"


def test_what_caused_a_job_takes_it_along_when_it_is_rolled_back() -> None:
    with transaction.atomic():
        send_one.enqueue(1)
        assert len(jobs.queued("guanwei.delivery.")) == 1
        transaction.set_rollback(True)
    assert jobs.queued("guanwei.delivery.") == []


def test_health_sees_how_long_jobs_wait_and_who_works() -> None:
    assert queries.oldest_job() == timedelta()
    send_one.enqueue(1)
    assert queries.oldest_job() > timedelta()
    send_one.using(run_after=timezone.now() + timedelta(hours=1)).enqueue(2)
    assert queries.oldest_job() < timedelta(minutes=1)
    WorkerBeat.objects.create(name="gone", at=timezone.now() - timedelta(days=2))
    worker._beat("here")
    worker._beat("there")
    assert {name for name, _at in queries.workers()} == {"here", "there"}
    assert not WorkerBeat.objects.filter(name="gone").exists()


def test_work_that_fails_does_not_stop_the_other_work(
    out: Out, platform: RecordingServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken() -> int:
        raise RuntimeError("no plan")

    monkeypatch.setattr(worker, "release_due", broken)
    delivery = out()
    worker.one_round("here", engine())
    assert fresh(delivery).state == "sent"


@pytest.mark.django_db
def test_health_sees_what_waits_and_what_is_stuck(out: Out, platform: RecordingServer) -> None:
    assert queries.queue_age() == timedelta()
    delivery = out()
    with clock.at(clock.now() + timedelta(minutes=7)):
        assert timedelta(minutes=6) < queries.queue_age() < timedelta(minutes=8)
        assert list(queries.stuck()) == [delivery]
    platform.faults.append("drop_after")
    services.send_due()
    assert list(queries.stuck()) == [delivery]
    assert queries.queue_age() == timedelta()
    with clock.at(clock.now() + timedelta(minutes=1)):
        services.send_due()
    assert list(queries.stuck()) == []


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_the_worker_cleanly(number: int) -> None:
    program = (
        "from django.conf import settings; import sys;"
        "settings.DATABASES['default']['NAME'] = sys.argv[1];"
        "import django; django.setup();"
        "from guanwei.delivery.worker import run_until_signalled; run_until_signalled()"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", program, str(connection.settings_dict["NAME"])],
        env={**os.environ, "PYTHONPATH": str(SITE), "DJANGO_SETTINGS_MODULE": "project.settings.test"},
        stderr=subprocess.PIPE,
    )
    ends = time.monotonic() + 40
    while not WorkerBeat.objects.exists() and time.monotonic() < ends:
        time.sleep(0.1)
    assert WorkerBeat.objects.exists()
    process.send_signal(number)
    _out, errors = process.communicate(timeout=20)
    assert (process.returncode, errors) == (0, b"")
