"""How jobs run: embedded beside SQLite, Procrastinate on PostgreSQL (docs/adr/0004, 0007)."""

QUEUES = ["default", "delivery"]
EMBEDDED = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": QUEUES}}
ON_POSTGRESQL = {
    "default": {"BACKEND": "guanwei.delivery.jobs.backend.ProcrastinateBackend", "QUEUES": QUEUES}
}


def on_postgresql(apps: list[str]) -> list[str]:
    """``apps`` with Procrastinate's tables in the place of the embedded ones."""
    return [{"django_tasks_db": "procrastinate.contrib.django"}.get(each, each) for each in apps]
