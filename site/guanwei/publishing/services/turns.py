"""Lines of a release's story."""

from dataclasses import asdict
from datetime import datetime

from guanwei.api import Citation
from guanwei.organisations.models import Person
from guanwei.publishing.models import Release, ReleaseTurn
from guanwei.publishing.models.releases import Turn


def note_turn(
    release: Release,
    turn: Turn,
    by: Person | None,
    reason: str = "",
    before: datetime | None = None,
    after: datetime | None = None,
    cites: tuple[Citation, ...] = (),
) -> ReleaseTurn:
    """Write one line, in the transaction of the change that it tells."""
    return ReleaseTurn.objects.create(
        release=release,
        turn=turn,
        person=by,
        reason=reason[:300],
        before=before,
        after=after,
        cites=[asdict(each) for each in cites],
    )
