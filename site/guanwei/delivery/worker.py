"""One process that does all background work: deliveries, timed releases, queued jobs."""

import logging
import os
import signal
import socket
import threading
from collections.abc import Callable

from django.db import close_old_connections
from django.utils import timezone
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from guanwei.approvals.gate import check_triggers
from guanwei.delivery.models import WorkerBeat
from guanwei.delivery.services import send_due
from guanwei.publishing.services import release_due

logger = logging.getLogger(__name__)
PAUSE_SECONDS = 1.0
JOBS_A_ROUND = 20


def run(stop: Callable[[], bool], pause: float = PAUSE_SECONDS) -> None:
    """Go round until ``stop()`` says so; the round under way is finished. Sleeps in short breaths.

    Raises ``GateRefused`` when the gate's triggers are not all standing: nothing may go live unguarded.
    """
    check_triggers()
    name = f"{socket.gethostname()[:40]}-{os.getpid()}"
    resting = threading.Event()
    while not stop():
        close_old_connections()
        if not one_round(name):
            ends = pause
            while ends > 0 and not stop():
                resting.wait(min(0.1, ends))
                ends -= 0.1
    close_old_connections()


def run_until_signalled() -> None:
    """Run in the foreground; Ctrl-C and SIGTERM finish the round under way and end cleanly."""
    told = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_args: told.set())
    run(told.is_set)


def one_round(name: str) -> int:
    """Everything once. One kind of work that fails doesn't stop the others. Returns how much was done."""
    _tried(lambda: _beat(name))
    return sum(_tried(work) for work in (release_due, send_due, _jobs))


def _tried(work: Callable[[], int]) -> int:
    try:
        return work()
    except Exception:
        logger.exception("a round of the worker failed")
        return 0


def _beat(name: str) -> int:
    """The machine's own time: an injected clock says nothing of whether this process lives."""
    WorkerBeat.objects.update_or_create(name=name, defaults={"at": timezone.now()})
    return 0


def _jobs() -> int:
    """Queued jobs of Django Tasks, a few a round so that deliveries don't wait behind them."""
    worker = Worker(
        queue_names=["*"],
        interval=0,
        batch=True,
        backend_name="default",
        startup_delay=False,
        max_tasks=JOBS_A_ROUND,
        worker_id=f"{os.getpid()}",
        excluded_queue_names=[],
    )
    worker.run()
    # With more in the queue the next round comes at once.
    return int(DBTaskResult.objects.ready().exists())
