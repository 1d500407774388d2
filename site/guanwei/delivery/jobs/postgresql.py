"""Jobs on PostgreSQL: Procrastinate, several worker processes side by side."""

from contextlib import AbstractContextManager
from datetime import timedelta

from django.db import connection

from guanwei.delivery.jobs.listening import DEAD_AFTER_SECONDS, Listening
from guanwei.delivery.jobs.sweeping import forget, sweep
from guanwei.delivery.jobs.tidying import Seldom

OLDEST = """
    SELECT now() - min(coalesce(job.scheduled_at, event.at)) FROM procrastinate_jobs job
    LEFT JOIN procrastinate_events event ON event.job_id = job.id AND event.type = 'deferred'
    WHERE job.status = 'todo' AND (job.scheduled_at IS NULL OR job.scheduled_at <= now())
"""


class Jobs:
    """The engine of production."""

    def __init__(self) -> None:
        self.sweeps, self.forgets = Seldom(DEAD_AFTER_SECONDS / 3), Seldom(3600)

    def beside(self) -> AbstractContextManager[object]:
        return Listening()

    def turn(self) -> int:
        """The thread beside runs the jobs; the round cleans up after dead workers."""
        if self.forgets.is_time():
            forget()
        if self.sweeps.is_time():
            sweep()
        return 0

    def oldest(self) -> timedelta:
        with connection.cursor() as cursor:
            cursor.execute(OLDEST)
            age: timedelta | None = cursor.fetchone()[0]
        return max(age or timedelta(), timedelta())
