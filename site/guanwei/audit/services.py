"""What can be done to the record: keep a snapshot."""

import json
from typing import Any

from guanwei.audit.canonical import canonical, digests, whole
from guanwei.audit.models import Snapshot


def keep_snapshot(
    family: str,
    object_id: int,
    parts: dict[str, Any],
    source: dict[str, Any],
    rendered: str = "",
    files: list[str] | None = None,
) -> Snapshot:
    """The snapshot of this content, made once per digest. ``source`` rebuilds the object at release."""
    part_digests = digests(parts)
    snapshot, _made = Snapshot.objects.get_or_create(
        family=family,
        object_id=object_id,
        digest=whole(part_digests),
        defaults={
            "parts": part_digests,
            "content": json.loads(canonical(parts)),
            "source": source,
            "rendered": rendered,
            "files": files or [],
        },
    )
    return snapshot
