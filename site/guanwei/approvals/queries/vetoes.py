"""Vetoes that stand."""

from django.db.models import QuerySet

from guanwei.approvals.models import Veto
from guanwei.audit.canonical import whole


def vetoes_on(family: str, object_id: int, parts: dict[str, str]) -> QuerySet[Veto]:
    """The vetoes on exactly this content that nobody lifted."""
    return Veto.objects.filter(
        family=family, object_id=object_id, digest=whole(parts), lifted_at__isnull=True
    )
