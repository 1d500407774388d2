"""What people change about a release that is on its way: its time, its end; stop, go on, try again."""

from collections.abc import Callable
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from guanwei.api import Refusal
from guanwei.approvals.subjects import row_of
from guanwei.audit import clock
from guanwei.audit.acting import acting
from guanwei.organisations.models import Person
from guanwei.publishing.models import Release
from guanwei.publishing.models.releases import PartState, ReleaseState, Turn
from guanwei.publishing.queries.rights import may_take_down
from guanwei.publishing.services.advancing import advance
from guanwei.publishing.services.moments import reason_refusals, refusals_to_begin, refusals_to_end
from guanwei.publishing.services.releasing import asked, seat_to_release
from guanwei.publishing.services.turns import note_turn

Change = Callable[[Release], list[Refusal]]


def reschedule(release_id: int, by: Person, due_at: datetime | None, reason: str) -> list[Refusal]:
    """Another time for a timed or stopped release; None is at once. By whoever may release it."""

    def change(row: Release) -> list[Refusal]:
        refusals = _releaser(row, by) or _begun(row) or refusals_to_begin(due_at)
        refusals = refusals or _after_end(row, due_at) or _permit(row) or _others(row, due_at)
        if refusals:
            return refusals
        turn = Turn.RESCHEDULED if row.state == ReleaseState.RUNNING else Turn.RESUMED
        before, row.due_at = row.due_at, due_at or clock.now()
        row.state, row.reason, row.problem, row.try_at = ReleaseState.RUNNING, "", "", None
        row.save()
        note_turn(row, turn, by, reason, before, row.due_at)
        advance(row)
        return []

    return _changed(release_id, by, reason, change)


def stop(release_id: int, by: Person, reason: str) -> list[Refusal]:
    """Don't let a timed release go out; it can be given another time. By who may release or take down."""

    def change(row: Release) -> list[Refusal]:
        refusals = _steerer(row, by) or _begun(row) or _already_stopped(row)
        if refusals:
            return refusals
        row.state, row.reason = ReleaseState.HELD, reason
        row.problem, row.try_at = "", None
        row.save()
        note_turn(row, Turn.STOPPED, by, reason, before=row.due_at)
        return []

    return _changed(release_id, by, reason, change)


def set_end(release_id: int, by: Person, ends_at: datetime | None, reason: str) -> list[Refusal]:
    """Another moment from which the item is no longer public; None lets it stay."""

    def change(row: Release) -> list[Refusal]:
        due_at = row.due_at if row.due_at > clock.now() else None
        refusals = _steerer(row, by) or _over(row) or refusals_to_end(ends_at, due_at)
        refusals = refusals or _before_newer(row, ends_at)
        if refusals:
            return refusals
        before, row.ends_at = row.ends_at, ends_at
        row.problem, row.try_at = "", None
        row.save()
        note_turn(row, Turn.END_SET, by, reason, before, ends_at)
        return []

    return _changed(release_id, by, reason, change)


def try_again(release_id: int, by: Person, reason: str) -> list[Refusal]:
    """Let the worker's next round take up a release that failed, instead of waiting for its next try."""

    def change(row: Release) -> list[Refusal]:
        refusals = _steerer(row, by)
        if not refusals and not row.problem:
            refusals = [Refusal(_("这次发布没有停在出错的状态，不用再试；请刷新后再看。"))]
        if not refusals:
            row.problem, row.try_at = "", None
            row.save()
            note_turn(row, Turn.TRIED_AGAIN, by, reason)
        return refusals

    return _changed(release_id, by, reason, change)


def _changed(release_id: int, by: Person, reason: str, change: Change) -> list[Refusal]:
    """``change`` the locked release with ``reason`` on the record; nothing is written on a refusal."""
    if refusals := reason_refusals(reason):
        return refusals
    with transaction.atomic(), acting(by, reason.strip()):
        row = Release.objects.select_for_update().filter(pk=release_id).first()
        if row is None:
            return [Refusal(_("没有这次发布；请从“发布情况”重新打开。"))]
        return change(row)


def refusals_to_steer(release: Release, by: Person) -> list[Refusal]:
    """Why ``by`` may neither stop the release nor set its end: neither its releaser nor one who takes down."""
    return _steerer(release, by)


def refusals_to_reschedule(release: Release, by: Person) -> list[Refusal]:
    """Why ``by`` may not give the release another time: that is to release."""
    return _releaser(release, by)


def _releaser(row: Release, by: Person) -> list[Refusal]:
    submission = row.permit.submission
    if submission is None:
        return [Refusal(_("这次发布没有送审记录，不能改动；请系统管理员处理。"))]
    return seat_to_release(submission, by)[1]


def _steerer(row: Release, by: Person) -> list[Refusal]:
    obj = row_of(row.family, row.object_id)
    if obj is not None and may_take_down(by, obj):
        return []
    return _releaser(row, by)


def _begun(row: Release) -> list[Refusal]:
    if row.state == ReleaseState.TAKEN_DOWN:
        return [Refusal(_("这次发布已撤下；需要再公开的，请编辑重新送审。"))]
    if row.state == ReleaseState.DONE or row.parts.exclude(state=PartState.WAITING).exists():
        return [Refusal(_("这次发布已经开始，不能再改时间或停止；要收回的，请用“撤下”。"))]
    return []


def _already_stopped(row: Release) -> list[Refusal]:
    if row.state != ReleaseState.HELD:
        return []
    return [Refusal(_("这次发布已经停住；要发布请改定时间，不再发布请用“撤下”。"))]


def _permit(row: Release) -> list[Refusal]:
    if row.permit.revoked_at is None:
        return []
    return [Refusal(_("这次发布的许可已撤销或被新的许可取代，不能恢复；请发布新的一版，或由编辑重新送审。"))]


def _others(row: Release, due_at: datetime | None) -> list[Refusal]:
    """What is asked before a release is asked of its new time too."""
    submission = row.permit.submission
    return asked(submission, due_at) if submission is not None else []


def _after_end(row: Release, due_at: datetime | None) -> list[Refusal]:
    return refusals_to_end(row.ends_at, due_at)


def _over(row: Release) -> list[Refusal]:
    if row.state != ReleaseState.TAKEN_DOWN:
        return []
    return [Refusal(_("这次发布已撤下，不用再定下线时间。"))]


def _before_newer(row: Release, ends_at: datetime | None) -> list[Refusal]:
    """Going offline ends a newer version on its way too: it must not be waiting beyond that moment."""
    newer = Release.objects.filter(
        family=row.family, object_id=row.object_id, pk__gt=row.pk, state=ReleaseState.RUNNING
    )
    if ends_at is None or not newer.filter(due_at__gte=ends_at).exists():
        return []
    return [Refusal(_("新的一版定在那以后发布，公开的一版不能先下线；请先改新一版的发布时间。"))]
