"""Take down at once: with a reason, by those entitled; the permit is revoked with it."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.actions.unpublish import UnpublishAction
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.models import Page

from guanwei.api import Refusal
from guanwei.approvals.models import Submission, SubmissionState
from guanwei.approvals.services.closing import close
from guanwei.approvals.services.permits import revoke_standing
from guanwei.approvals.subjects import family_of
from guanwei.audit import clock
from guanwei.audit.acting import acting
from guanwei.organisations.models import Person
from guanwei.publishing.models import Release, Reservation
from guanwei.publishing.models.releases import ReleaseState
from guanwei.publishing.queries.rights import may_take_down


def take_down(obj: Any, by: Person, reason: str) -> list[Refusal]:
    """Withdraw ``obj`` from the public. What was sent through channels stays in the record."""
    if not reason.strip():
        return [Refusal(_("请写明撤下的理由；它会留在记录里。"))]
    if not may_take_down(by, obj):
        return [Refusal(_("您没有撤稿职责；请联系管理单位的发布人员或分管领导。"))]
    if not obj.live and not _going_out(obj):
        return [Refusal(_("这份稿件目前没有公开，不用撤下。"))]
    with transaction.atomic(), acting(by, reason):
        action = UnpublishPageAction if isinstance(obj, Page) else UnpublishAction
        if obj.live:
            action(obj, user=by).execute(skip_permission_checks=True)
        else:
            close_releases(family_of(obj), obj.pk, by, reason)
    return []


def _going_out(obj: Any) -> bool:
    """Decided and not live yet: timed, or waiting for its posts."""
    return Release.objects.filter(
        family=family_of(obj), object_id=obj.pk, state__in=[ReleaseState.RUNNING, ReleaseState.HELD]
    ).exists()


def close_releases(family: str, object_id: int, by: Person | None, reason: str) -> None:
    """Everything that stood on the live object falls: permit, running plan, reserved address."""
    revoke_standing(family, object_id, by, reason)
    for waiting in Submission.objects.filter(
        family=family, object_id=object_id, state=SubmissionState.PERMITTED
    ):
        close(waiting, SubmissionState.WITHDRAWN, reason)
    for each in Release.objects.filter(family=family, object_id=object_id).exclude(
        state=ReleaseState.TAKEN_DOWN
    ):
        each.state, each.reason = ReleaseState.TAKEN_DOWN, reason[:300]
        each.save()
    for held in Reservation.objects.filter(
        release__family=family, release__object_id=object_id, lifted_at__isnull=True
    ):
        held.lifted_at = clock.now()
        held.save()
