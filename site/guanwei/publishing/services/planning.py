"""The plan of a release: its parts with their ranks, and the address that its links will name."""

from datetime import datetime

from guanwei.api import ReleaseOrder
from guanwei.approvals.models import Permit, Submission
from guanwei.approvals.subjects import row_of
from guanwei.audit import clock
from guanwei.organisations.models import Person
from guanwei.organisations.queries.seats import Seat
from guanwei.publishing.models import Release, ReleasePart, Reservation
from guanwei.publishing.queries.sent import VARIANT, closed_variants


def write_plan(
    submission: Submission,
    permit: Permit,
    by: Person | None,
    seat: Seat | None,
    due_at: datetime,
    ends_at: datetime | None = None,
) -> Release:
    """Page before posts, or after them in the order that the rules chose; parts of one rank go together."""
    made = Release.objects.create(
        permit=permit,
        family=permit.family,
        object_id=permit.object_id,
        title=submission.title,
        order=submission.order,
        by=by,
        appointment=seat.appointment if seat else None,
        decided_at=clock.now(),
        due_at=due_at,
        ends_at=ends_at,
    )
    posts_first = submission.order == ReleaseOrder.POSTS_FIRST and permit.family == "page"
    closed = closed_variants(permit.family, permit.object_id)
    ReleasePart.objects.create(release=made, rank=int(posts_first), digest=permit.digest)
    for name, digest in permit.parts.items():
        key = name.removeprefix(VARIANT)
        if name.startswith(VARIANT) and key not in closed:
            ReleasePart.objects.create(
                release=made,
                rank=int(not posts_first),
                variant=key,
                account_id=int(key.split(":")[0]),
                digest=digest,
            )
    _reserve_address(made)
    return made


def _reserve_address(made: Release) -> None:
    if made.family != "page" or not made.parts.exclude(variant="").exists():
        return
    page = row_of(made.family, made.object_id)
    held = Reservation.objects.filter(url_path=page.url_path, lifted_at__isnull=True).first()
    if held is None:
        Reservation.objects.create(release=made, page_id=page.pk, url_path=page.url_path)
