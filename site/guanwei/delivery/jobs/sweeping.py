"""Jobs that a dead worker left behind, and jobs that nobody needs any more. Procrastinate does neither itself."""

import json
import logging
from typing import Any

from asgiref.sync import async_to_sync
from django.db import connection, transaction
from procrastinate.contrib.django import app
from procrastinate.jobs import Job, Status

from guanwei.delivery.jobs.listening import DEAD_AFTER_SECONDS

logger = logging.getLogger(__name__)
# A job that takes its worker along each time is given up.
MOST_ATTEMPTS = 5
FAILED_KEPT_HOURS = 30 * 24
# Any number, known to us alone: one process sweeps at a time.
SWEEPING = 4_713_001


def sweep() -> int:
    """Put the jobs of dead workers back into the queue. Returns how many."""
    with transaction.atomic():
        if not _alone():
            return 0
        left = async_to_sync(_manager().get_stalled_jobs)(seconds_since_heartbeat=DEAD_AFTER_SECONDS)
        for job in left:
            _take_up(job)
    return len(list(left))


def forget() -> None:
    """Drop jobs that ended long ago."""
    async_to_sync(_manager().delete_old_jobs)(
        nb_hours=FAILED_KEPT_HOURS, include_failed=True, include_cancelled=True, include_aborted=True
    )


def _manager() -> Any:
    return app.job_manager


def _alone() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [SWEEPING])
        return bool(cursor.fetchone()[0])


def _path(job: Job) -> str:
    """Of our task. Django's connections hand JSON over as text."""
    said: Any = job.task_kwargs
    return str((json.loads(said) if isinstance(said, str) else said).get("path"))


def _take_up(job: Job) -> None:
    path = _path(job)
    if job.attempts >= MOST_ATTEMPTS:
        logger.error("job %s (%s) ended its worker %s times and is given up", job.id, path, job.attempts)
        async_to_sync(_manager().finish_job)(job, status=Status.FAILED, delete_job=False)
    else:
        logger.warning("the worker of job %s (%s) is gone; the job runs anew", job.id, path)
        async_to_sync(_manager().retry_job)(job)
