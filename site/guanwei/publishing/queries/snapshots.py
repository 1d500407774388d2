"""The object that a snapshot holds, rebuilt without touching its row."""

from typing import Any

from guanwei.approvals.subjects import row_of
from guanwei.audit.models import Snapshot


def object_of(snapshot: Snapshot) -> Any:
    """An ``ArticlePage`` or ``Post`` with its variants, as it was; None when its row is gone.

    Goes through ``with_content_json``, as a revision does, so that tree position and bookkeeping are the
    row's own and only the content is the snapshot's.
    """
    row = row_of(snapshot.family, snapshot.object_id)
    return None if row is None else row.with_content_json(snapshot.source)


def variant_of(snapshot: Snapshot, key: str) -> Any:
    """The variant named ``<account>:<number>`` in the snapshot; None where there is none."""
    obj = object_of(snapshot)
    return next((each for each in obj.variants.all() if each.key == key), None) if obj else None
