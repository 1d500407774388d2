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
from django.db import connection
from django_tasks_db.models import DBTaskResult
from guanwei.audit import clock
from guanwei.delivery import queries, services, worker
from guanwei.delivery.models import WorkerBeat
from guanwei.delivery.recording_server import RecordingServer

SITE = Path(__file__).resolve().parents[2] / "site"
pytestmark = pytest.mark.django_db(transaction=True)


def test_a_round_sends_and_runs_the_queued_jobs(out: Out, platform: RecordingServer) -> None:
    delivery = out()
    nudges = DBTaskResult.objects.filter(task_path="guanwei.delivery.tasks.send_one")
    assert [each.status for each in nudges] == ["READY"]
    turns = iter([False, True])
    worker.run(lambda: next(turns), pause=0)
    assert (fresh(delivery).state, len(platform.posts)) == ("sent", 1)
    assert [each.status for each in nudges.all()] == ["SUCCESSFUL"]
    assert queries.last_beat() is not None


def test_a_job_alone_sends_too(out: Out, platform: RecordingServer) -> None:
    delivery = out()
    worker._jobs()
    assert fresh(delivery).state == "sent"


def test_work_that_fails_does_not_stop_the_other_work(
    out: Out, platform: RecordingServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken() -> int:
        raise RuntimeError("no plan")

    monkeypatch.setattr(worker, "release_due", broken)
    delivery = out()
    worker.one_round("here")
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
