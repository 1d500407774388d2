"""An item that changed voids its push: what was signed is no longer what would go out."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy

from guanwei.approvals.models import Permit, Submission, SubmissionState
from guanwei.approvals.services.closing import close
from guanwei.approvals.services.permits import revoke
from guanwei.audit.acting import acting, current
from guanwei.audit.wording import on_record
from guanwei.publishing.models import PushPlace, ReleasePart
from guanwei.publishing.models.push_places import PlaceState
from guanwei.publishing.models.pushes import FAMILY
from guanwei.publishing.models.releases import OVER
from guanwei.publishing.services.locking import lock_plans
from guanwei.publishing.services.push_places import leave_places
from guanwei.publishing.services.taking_down import go_offline
from guanwei.publishing.signals import push_voided

VOID = gettext_lazy(
    "推送中的“%(title)s”的许可已撤销（%(why)s），整次推送作废。"
    "请把它移出，或待它重新签发后再选入，核对次序后重新提交。"
)
UNSAID = gettext_lazy("未写理由")


def note_revoked(sender: Any, instance: Permit, raw: bool = False, **_kwargs: Any) -> None:
    """Receiver of ``post_save`` of permits: revoked by whatever way, the push that rests on it falls."""
    if raw or instance.revoked_at is None:
        return
    places = PushPlace.objects.filter(permit=instance, state=PlaceState.STANDING)
    for push_id, title in list(places.values_list("push", "title").distinct()):
        words = {"title": title[:80], "why": instance.revoked_reason[:100] or on_record(UNSAID)}
        void(push_id, on_record(VOID) % words)


def void(push_id: int, reason: str) -> None:
    """The push falls where it stands: in review, permitted, or released and not sent.

    What was sent stays in the record. What a worker is sending at this moment can't be called back: its
    outcome is written down, and nothing is sent again.
    """
    person = current().person
    with transaction.atomic(), acting(person, reason):
        submission = (
            Submission.objects.select_for_update(of=("self",))
            .filter(family=FAMILY, object_id=push_id)
            .order_by("-submitted_at", "-pk")
            .first()
        )
        if submission is None:
            return
        if submission.state == SubmissionState.OPEN:
            close(submission, SubmissionState.LAPSED, reason)
        elif submission.state == SubmissionState.PERMITTED:
            revoke(submission.permit, person, reason)
            close(submission, SubmissionState.LAPSED, reason)
        elif submission.state == SubmissionState.RELEASED and not is_out(submission):
            lock_plans([(FAMILY, push_id)])
            go_offline(FAMILY, push_id, person, reason)
            push_voided.send(ReleasePart, family=FAMILY, object_id=push_id)


def is_out(submission: Submission) -> bool:
    """Whether the push has its receipt."""
    parts = ReleasePart.objects.filter(release__permit__submission=submission).exclude(variant="")
    return parts.filter(state__in=OVER).exists()


def note_closed(sender: Any, submission: Submission, reason: str, **_kwargs: Any) -> None:
    """Receiver of ``closed``: returned, withdrawn or lapsed, its items are free again."""
    if submission.family == FAMILY:
        leave_places(submission.object_id, reason)
