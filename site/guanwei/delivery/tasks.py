"""Background jobs. A lost job loses nothing: the worker reads the outbox anyway."""

from django_tasks import task

from guanwei.delivery import services


# Before the search index and the like: somebody waits for this one.
@task(queue_name="delivery", priority=10)
def send_one(delivery_id: int) -> None:
    """Try to send one delivery now."""
    services.send(delivery_id)
