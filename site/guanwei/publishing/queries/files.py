"""Whether a picture or attachment is evidence: then its bytes, title and focal point stay as they are."""

from typing import Any

from django.db.models import Q, QuerySet, TextField
from django.db.models.functions import Cast

from guanwei.approvals.models import Permit, Submission, SubmissionState
from guanwei.audit.models import Snapshot


def _naming(sha256: str) -> QuerySet[Snapshot]:
    # As text: SQLite's JSON has no "contains", and a digest can't be part of another.
    return Snapshot.objects.annotate(named=Cast("files", TextField())).filter(named__contains=sha256)


def is_fixed(file: Any) -> bool:
    """A permit, or a submission that people sign now, names the file. One query."""
    if not file.sha256:
        return False
    permitted = Permit.objects.values("snapshot")
    signed = Submission.objects.filter(state=SubmissionState.OPEN).values("snapshot")
    return _naming(file.sha256).filter(Q(pk__in=permitted) | Q(pk__in=signed)).exists()


def is_kept(file: Any) -> bool:
    """Any snapshot names the file, so it isn't deleted. One query."""
    return bool(file.sha256) and _naming(file.sha256).exists()
