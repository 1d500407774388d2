"""Jobs on the embedded database: rows of django-tasks-db, run by the worker's own rounds."""

import os
from contextlib import AbstractContextManager, nullcontext
from datetime import timedelta

from django.db.models import Case, Min, When
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from guanwei.delivery.jobs.tidying import Seldom

JOBS_A_ROUND = 20
# Longer than any job: one that still runs belongs to a process that died.
LONGEST_JOB = timedelta(minutes=10)
KEPT = timedelta(days=3)


class Jobs:
    """The engine of the demo and of small offices: one worker process."""

    def __init__(self) -> None:
        self.tidies = Seldom(60)

    def beside(self) -> AbstractContextManager[object]:
        return nullcontext()

    def turn(self) -> int:
        """A few jobs a round, so that deliveries don't wait behind them."""
        if self.tidies.is_time():
            tidy()
        _worker().run()
        return int(DBTaskResult.objects.ready().exists())

    def oldest(self) -> timedelta:
        # A job without a time of its own carries the end of all days.
        since = Case(When(run_after__lte=timezone.now(), then="run_after"), default="enqueued_at")
        oldest = DBTaskResult.objects.ready().aggregate(oldest=Min(since))["oldest"]
        return max(timezone.now() - oldest, timedelta()) if oldest else timedelta()


def tidy() -> None:
    """Take jobs of dead processes up again, and forget those that are long done."""
    now = timezone.now()
    left = DBTaskResult.objects.filter(status=TaskResultStatus.RUNNING, started_at__lt=now - LONGEST_JOB)
    left.update(status=TaskResultStatus.READY)
    DBTaskResult.objects.finished().filter(finished_at__lt=now - KEPT).delete()


def _worker() -> Worker:
    return Worker(
        queue_names=["*"],
        interval=0,
        batch=True,
        backend_name="default",
        startup_delay=False,
        max_tasks=JOBS_A_ROUND,
        worker_id=f"{os.getpid()}",
        excluded_queue_names=[],
    )
