"""Take down at once: with a reason, by those entitled; everything that stood on the item falls with it."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.actions.unpublish import UnpublishAction
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.models import Page

from guanwei.api import Refusal
from guanwei.approvals.governed import governed_of
from guanwei.approvals.models import Submission, SubmissionState
from guanwei.approvals.services.closing import close
from guanwei.approvals.services.emergencies import note_taken_down
from guanwei.approvals.services.permits import revoke_standing
from guanwei.approvals.subjects import family_of, row_of
from guanwei.audit import clock
from guanwei.audit.acting import acting
from guanwei.organisations.models import Person
from guanwei.publishing.models import Release, Reservation
from guanwei.publishing.models.releases import ReleaseState
from guanwei.publishing.queries.rights import may_take_down
from guanwei.publishing.services.locking import lock_object
from guanwei.publishing.services.moments import reason_refusals

NAMED = 3


def take_down(obj: Any, by: Person, reason: str) -> list[Refusal]:
    """Withdraw ``obj`` from the public. What was sent through channels stays there until it is withdrawn."""
    if refusals := reason_refusals(reason) or _entitled(obj, by):
        return refusals
    reason = reason.strip()
    with transaction.atomic(), acting(by, reason):
        # Before the item itself, as a release that goes on does: the two can't wait for each other.
        lock_object(family_of(obj), obj.pk)
        row = row_of(family_of(obj), obj.pk)
        if row is None or not (row.live or _going_out(row)):
            return [Refusal(_("这份稿件目前没有公开，不用撤下。"))]
        if refusals := _staying(row) or _below(row):
            return refusals
        go_offline(family_of(row), row.pk, by, reason)
    return []


def _entitled(obj: Any, by: Person) -> list[Refusal]:
    if may_take_down(by, obj):
        return []
    return [Refusal(_("您没有撤稿职责；请联系管理单位的发布人员或分管领导。"))]


def _staying(row: Any) -> list[Refusal]:
    governed = governed_of(row)
    return governed.stays(row) if governed is not None else []


def _below(row: Any) -> list[Refusal]:
    """A column isn't taken down over the heads of its articles: each is taken down with its own reason."""
    if not isinstance(row, Page):
        return []
    live = row.get_descendants().live()
    count = live.count()
    if not count:
        return []
    titles = _("、").join(_("《%(title)s》") % {"title": each.title} for each in live[:NAMED])
    return [
        Refusal(
            _("“%(title)s”下面还有%(count)d项公开内容（%(titles)s等）；请先逐项撤下，各写理由，再撤下本页。")
            % {"title": row.title, "count": count, "titles": titles}
        )
    ]


def go_offline(family: str, object_id: int, by: Person | None, reason: str) -> None:
    """Unpublish, whoever decided it; inside a transaction in which ``reason`` is on the record."""
    row = row_of(family, object_id)
    if row is None or not row.live:
        close_releases(family, object_id, by, reason)
        return
    action = UnpublishPageAction if isinstance(row, Page) else UnpublishAction
    # Its signal closes the releases: taken down by whatever way, the permit falls.
    action(row, user=by).execute(skip_permission_checks=True)


def _going_out(obj: Any) -> bool:
    """Decided and not live yet: timed, or waiting for its posts."""
    return Release.objects.filter(
        family=family_of(obj), object_id=obj.pk, state__in=[ReleaseState.RUNNING, ReleaseState.HELD]
    ).exists()


def close_releases(family: str, object_id: int, by: Person | None, reason: str) -> None:
    """Everything that stood on the object falls: permit, signed correction, plan, reserved address."""
    revoke_standing(family, object_id, by, reason)
    for waiting in Submission.objects.filter(
        family=family, object_id=object_id, state=SubmissionState.PERMITTED
    ):
        close(waiting, SubmissionState.WITHDRAWN, reason)
    for each in Release.objects.filter(family=family, object_id=object_id).exclude(
        state=ReleaseState.TAKEN_DOWN
    ):
        close_release(each, reason)
    note_taken_down(family, object_id, by, reason)


def close_release(release: Release, reason: str) -> None:
    """One plan ends and lets its address go."""
    release.state, release.reason = ReleaseState.TAKEN_DOWN, reason[:300]
    release.problem, release.try_at = "", None
    release.save()
    for held in Reservation.objects.filter(release=release, lifted_at__isnull=True):
        held.lifted_at = clock.now()
        held.save()
