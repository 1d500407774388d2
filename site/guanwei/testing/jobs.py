"""Queued jobs, whichever engine runs them: what waits, and working it off in the test's own process."""

from typing import Any

from django.apps import apps
from django.utils.module_loading import import_string

Queued = tuple[str, list[Any]]


def queued(room: str = "guanwei.") -> list[Queued]:
    """Path and arguments of every job of ``room`` that waits, the oldest first."""
    return [each for each in _waiting() if each[0].startswith(room)]


def work_off(room: str = "") -> None:
    """Call what waits now, one after the other. A job that fails raises."""
    for path, arguments in queued(room):
        import_string(path).call(*arguments)


def _waiting() -> list[Queued]:
    if apps.is_installed("procrastinate.contrib.django"):
        from procrastinate.contrib.django.models import ProcrastinateJob

        jobs = ProcrastinateJob.objects.filter(status="todo").order_by("pk")
        return [(each.args["path"], each.args["args"]) for each in jobs]
    from django_tasks_db.models import DBTaskResult

    rows = DBTaskResult.objects.filter(status="READY").order_by("enqueued_at")
    return [(each.task_path, each.args_kwargs["args"]) for each in rows]
