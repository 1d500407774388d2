"""The page or post goes live: the permit's snapshot, never the latest revision, through the gate."""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from wagtail.models import Page, Revision

from guanwei.approvals.gate import passing
from guanwei.approvals.models import Permit
from guanwei.approvals.services.emergencies import note_corrected
from guanwei.approvals.subjects import parts_of, row_of
from guanwei.audit import clock
from guanwei.audit.canonical import whole
from guanwei.organisations.models import Person


def go_live(permit: Permit, by: Person | None) -> str:
    """Publish exactly what ``permit`` names. Returns the public address (empty for a post)."""
    row = row_of(permit.family, permit.object_id)
    revision = _revision_of(permit, row)
    with passing(permit):
        revision.publish(user=by, skip_permission_checks=True)
        _stamp(row, permit)
    note_corrected(permit)
    return (row_of(permit.family, permit.object_id).full_url or "") if isinstance(row, Page) else ""


def _revision_of(permit: Permit, row: Any) -> Revision:
    """The latest revision when it still is the permitted content; else one made of the snapshot.

    The made one carries the permit's time, so that a newer draft stays the latest.
    """
    latest = row.get_latest_revision()
    if latest is not None and whole(parts_of(latest.as_object())) == permit.digest:
        return latest
    made = Revision.objects.create(
        content_object=row,
        base_content_type=ContentType.objects.get_for_model(Page if isinstance(row, Page) else type(row)),
        created_at=permit.issued_at,
        object_str=str(row),
        content=permit.snapshot.source,
    )
    Revision.objects.filter(pk=made.pk).update(created_at=permit.issued_at)
    made.refresh_from_db()
    return made


def _stamp(row: Any, permit: Permit) -> None:
    """The office's clock says when: Wagtail asks the machine's. Inside the opening, like all content."""
    now = clock.now()
    times = {"last_published_at": now}
    if row.first_published_at is None:
        times["first_published_at"] = now
    model = Page if isinstance(row, Page) else type(row)
    model.objects.filter(pk=permit.object_id).update(**times)
