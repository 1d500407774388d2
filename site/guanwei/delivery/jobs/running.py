"""What a Procrastinate job does: calls ours by its path."""

from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.utils.module_loading import import_string

from guanwei.delivery.job_log import INDEXING


def run(path: str, args: list[Any], kwargs: dict[str, Any]) -> None:
    """Run the job that ``path`` names. It may run twice after a crash, so jobs are written for that."""
    try:
        import_string(path).call(*args, **kwargs)
    except ObjectDoesNotExist:
        # Thrown away before its turn came: its entries in the indexes went with it.
        if path not in INDEXING:
            raise
