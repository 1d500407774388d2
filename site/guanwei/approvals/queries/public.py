"""What the public has before it now: permits whose content went live last and wasn't taken down."""

from typing import Any

from django.apps import apps
from django.db.models import Exists, OuterRef, Q, QuerySet

from guanwei.approvals.governed import content_tables
from guanwei.approvals.models import Permit


def public_permits() -> QuerySet[Permit]:
    """The last permit of each live object that went out. One that waits for its time isn't among them, and one
    that it replaces still is: what stands in public is the older content until the newer goes live.
    """
    later = Permit.objects.filter(
        family=OuterRef("family"),
        object_id=OuterRef("object_id"),
        went_live_at__gt=OuterRef("went_live_at"),
    )
    return Permit.objects.filter(_is_live(), ~Exists(later), went_live_at__isnull=False)


def _is_live() -> Q:
    found = Q(pk__in=[])
    for family, model in _live_models().items():
        found |= Q(family=family, object_id__in=model._base_manager.filter(live=True).values("pk"))
    return found


def _live_models() -> dict[str, Any]:
    """The model of each family's live table."""
    by_table = {each._meta.db_table: each for each in apps.get_models()}
    return {
        each.family: by_table[each.live_table] for each in content_tables() if each.live_table in by_table
    }
