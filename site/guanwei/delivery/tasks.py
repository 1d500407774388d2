"""Background jobs. A lost job loses nothing: the worker reads the outbox anyway."""

from django_tasks import task

from guanwei.delivery import services


@task(queue_name="delivery")
def send_one(delivery_id: int) -> None:
    """Try to send one delivery now."""
    services.send(delivery_id)
