"""What can answer an error report on a release."""

from guanwei.publishing.models import Release
from guanwei.publishing.models.releases import ReleaseState
from guanwei.publishing.services.error_reports import units_of_release

MOST = 50


def answers_to(release: Release) -> list[Release]:
    """Later releases of the same managing unit that stand, newest first. One query beside the units'."""
    rows = Release.objects.filter(
        permit__submission__manager=units_of_release(release)[1], decided_at__gt=release.decided_at
    ).exclude(state=ReleaseState.TAKEN_DOWN)
    return list(rows.order_by("-decided_at", "-pk")[:MOST])
