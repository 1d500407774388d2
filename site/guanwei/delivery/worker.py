"""One process that does all background work: deliveries, timed releases and ends, what is late, queued jobs."""

import logging
import os
import signal
import socket
import threading
import time
from collections.abc import Callable
from datetime import timedelta

from django.db import close_old_connections
from django.utils import timezone

from guanwei.approvals.gate import check_triggers
from guanwei.approvals.services.asking_late import remind_due
from guanwei.approvals.services.emergency_escalating import escalate_due
from guanwei.delivery.jobs import Engine, engine
from guanwei.delivery.models import WorkerBeat
from guanwei.delivery.services import recall_due, send_due
from guanwei.publishing.services import end_due, release_due

logger = logging.getLogger(__name__)
PAUSE_SECONDS = 1.0
# Names of processes that are long gone say nothing.
BEATS_KEPT = timedelta(days=1)


def run(stop: Callable[[], bool], pause: float = PAUSE_SECONDS) -> None:
    """Go round until ``stop()`` says so; the round under way is finished. Sleeps in short breaths.

    Raises ``GateRefused`` when the gate's triggers are not all standing: nothing may go live unguarded.
    """
    check_triggers()
    name = f"{socket.gethostname()[:40]}-{os.getpid()}"
    jobs = engine()
    with jobs.beside():
        while not stop():
            close_old_connections()
            if not one_round(name, jobs):
                _rest(pause, stop)
    close_old_connections()


def _rest(seconds: float, stop: Callable[[], bool]) -> None:
    resting = threading.Event()
    ends = time.monotonic() + seconds
    while (left := ends - time.monotonic()) > 0 and not stop():
        resting.wait(min(0.1, left))


def run_until_signalled() -> None:
    """Run in the foreground; Ctrl-C and SIGTERM finish the round under way and end cleanly."""
    told = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_args: told.set())
    run(told.is_set)


def one_round(name: str, jobs: Engine) -> int:
    """Everything once. One kind of work that fails doesn't stop the others. Returns how much was done."""
    _tried(lambda: _beat(name))
    return sum(
        _tried(work)
        for work in (end_due, release_due, escalate_due, remind_due, recall_due, send_due, jobs.turn)
    )


def _tried(work: Callable[[], int]) -> int:
    try:
        return work()
    except Exception:
        logger.exception("a round of the worker failed")
        return 0


def _beat(name: str) -> int:
    """The machine's own time: an injected clock says nothing of whether this process lives."""
    now = timezone.now()
    _row, made = WorkerBeat.objects.update_or_create(name=name, defaults={"at": now})
    if made:
        WorkerBeat.objects.filter(at__lt=now - BEATS_KEPT).delete()
    return 0
