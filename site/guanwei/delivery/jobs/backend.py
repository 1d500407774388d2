"""Django Tasks on Procrastinate: a job is a row, written in the transaction of whatever caused it.

Nothing keeps results: no room asks for one. What failed is in the log and, for a month, in the table of jobs.
"""

from typing import Any, TypeVar

from django.utils import timezone
from django_tasks import TaskResult, TaskResultStatus
from django_tasks.backends.base import BaseTaskBackend
from django_tasks.base import Task
from django_tasks.exceptions import InvalidTaskError
from django_tasks.signals import task_enqueued
from django_tasks.utils import normalize_json
from typing_extensions import ParamSpec

T = TypeVar("T")
P = ParamSpec("P")

# The one Procrastinate task; the path of ours travels in its arguments.
NAME = "guanwei.run"


class ProcrastinateBackend(BaseTaskBackend):
    """Named by ``settings.TASKS``. Needs ``procrastinate.contrib.django`` and PostgreSQL."""

    supports_defer = True
    supports_priority = True

    def validate_task(self, task: Task[Any, Any]) -> None:
        """As the interface says; a context, which none of our jobs takes, is not handed over."""
        super().validate_task(task)
        if task.takes_context:
            raise InvalidTaskError("Backend hands over no context.")

    def enqueue(self, task: Task[P, T], args: Any, kwargs: Any) -> TaskResult[T]:
        """Write the job. A rollback takes it away again; a commit wakes a worker."""
        from procrastinate.contrib.django import app

        self.validate_task(task)
        said = normalize_json({"args": args, "kwargs": kwargs})
        job = app.configure_task(
            NAME, queue=task.queue_name, priority=task.priority, schedule_at=task.run_after
        )
        number = job.defer(path=task.module_path, **said)
        result = _result(task, str(number), said)
        task_enqueued.send(type(self), task_result=result)
        return result


def _result(task: Task[P, T], number: str, said: dict[str, Any]) -> TaskResult[T]:
    return TaskResult(
        task=task,
        id=number,
        status=TaskResultStatus.READY,
        enqueued_at=timezone.now(),
        started_at=None,
        finished_at=None,
        last_attempted_at=None,
        args=said["args"],
        kwargs=said["kwargs"],
        backend=task.backend,
        errors=[],
        worker_ids=[],
    )
