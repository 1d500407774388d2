"""The end that a release was given comes: down it goes, by nobody's hand, with reason and article."""

from django.db import transaction
from django.utils.translation import gettext_lazy

from guanwei.api import Citation
from guanwei.approvals.services.permits import revoke
from guanwei.approvals.services.seating import citations
from guanwei.audit import clock
from guanwei.audit.acting import acting
from guanwei.audit.wording import on_record
from guanwei.publishing.models import Release
from guanwei.publishing.models.releases import ReleaseState, Turn
from guanwei.publishing.queries.plans import in_public
from guanwei.publishing.services.locking import lock_object
from guanwei.publishing.services.moments import shown
from guanwei.publishing.services.releasing import release_step
from guanwei.publishing.services.taking_down import close_release, go_offline
from guanwei.publishing.services.turns import note_turn

ENDED = gettext_lazy("到期下线：发布时定于%(end)s起不再公开。依据：%(cites)s")


def end(release: Release) -> bool:
    """Take down what ``release`` put out, or what it would still put out; True where that was due."""
    with transaction.atomic():
        lock_object(release.family, release.object_id)
        row = Release.objects.select_related("permit").get(pk=release.pk)
        if row.state == ReleaseState.TAKEN_DOWN or row.ends_at is None or row.ends_at > clock.now():
            return False
        cites = _cites(row)
        reason = on_record(ENDED) % {
            "end": shown(row.ends_at),
            "cites": on_record(gettext_lazy("；")).join(map(str, cites))
            or on_record(gettext_lazy("发布决定")),
        }
        with acting(None, reason):
            note_turn(row, Turn.ENDED, None, reason, before=row.ends_at, cites=cites)
            if in_public().filter(pk=row.pk).exists():
                go_offline(row.family, row.object_id, None, reason)
            else:
                revoke(row.permit, None, reason)
                close_release(row, reason)
    return True


def _cites(row: Release) -> tuple[Citation, ...]:
    """The article that lets the releaser decide, as frozen with the route."""
    submission = row.permit.submission
    step = release_step(submission) if submission is not None else None
    if step is not None:
        return citations(step)
    kept = submission.cites if submission is not None else []
    return tuple(Citation(each["document"], each["article"], tuple(each["clauses"])) for each in kept)
