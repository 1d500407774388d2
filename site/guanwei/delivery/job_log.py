"""What of the jobs' log is no news. Named by the settings, hence free of models."""

import logging

from django.core.exceptions import ObjectDoesNotExist

# Wagtail queues these with every save and reads the object when they run.
INDEXING = frozenset(
    {
        "modelsearch.tasks.insert_or_update_object_task",
        "wagtail.tasks.update_reference_index_task",
    }
)


class SilentOnVanished(logging.Filter):
    """Drops the traceback of an indexing job whose object was deleted before the job's turn.

    A draft that is saved and thrown away within a second is everyday work, and its entries in both indexes
    went with it. Every other failure of a job, and of these jobs, is told.
    """

    def filter(self, record: logging.LogRecord) -> bool:
        error = record.exc_info[1] if record.exc_info else None
        values = record.args if isinstance(record.args, tuple) else ()
        return not (isinstance(error, ObjectDoesNotExist) and INDEXING.intersection(map(str, values)))
