"""Release: one recorded act on one permit, by whoever the route's release step names."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from guanwei.api import Refusal, StepKind
from guanwei.approvals.models import RouteStep, Submission, SubmissionState
from guanwei.approvals.queries.standing import standing
from guanwei.approvals.services.seating import seat_at
from guanwei.audit import clock
from guanwei.audit.acting import acting
from guanwei.organisations.models import Person
from guanwei.organisations.queries.rules import not_loaded
from guanwei.organisations.queries.seats import Seat
from guanwei.publishing.models import Release
from guanwei.publishing.queries.addresses import link_refusals
from guanwei.publishing.queries.plans import standing_end
from guanwei.publishing.queries.snapshots import object_of
from guanwei.publishing.services.advancing import advance
from guanwei.publishing.services.moments import refusals_to_begin, refusals_to_end, shown
from guanwei.publishing.services.planning import write_plan
from guanwei.publishing.signals import released, releasing, superseding
from guanwei.screening.marks import refusals_of_marks


def release(
    submission_id: int,
    by: Person | None,
    due_at: datetime | None = None,
    ends_at: datetime | None = None,
) -> tuple[Release | None, list[Refusal]]:
    """Decide the release, at once or at ``due_at``; from ``ends_at`` on it is no longer public.

    A route without a release step is released by nobody in particular: whoever calls this with None.
    """
    with transaction.atomic(), acting(by):
        submission = Submission.objects.select_for_update().get(pk=submission_id)
        refusals = _standing_refusals(submission) or _time_refusals(submission, due_at, ends_at)
        if refusals:
            return None, refusals
        seat, refusals = seat_to_release(submission, by)
        refusals = refusals or not_loaded(submission.supplier, submission.manager)
        refusals = refusals or asked(submission, due_at)
        refusals = refusals or (_link_refusals(submission) if due_at is None else [])
        if refusals:
            return None, refusals
        superseding.send(Release, family=submission.family, object_id=submission.object_id)
        made = write_plan(submission, submission.permit, by, seat, due_at or clock.now(), ends_at)
        submission.state = SubmissionState.RELEASED
        submission.closed_at = clock.now()
        submission.save()
        released.send(Release, release=made)
        advance(made)
    return made, []


def asked(submission: Submission, due_at: datetime | None) -> list[Refusal]:
    """What others say against it: a push, for one, has a day and items of its own."""
    answers = releasing.send(Release, submission=submission, due_at=due_at)
    return [refusal for _receiver, said in answers for refusal in said or ()]


def _link_refusals(submission: Submission) -> list[Refusal]:
    """Of a post that links to an article; a timed one is asked when it goes out."""
    snapshot = submission.permit.snapshot
    return link_refusals(object_of(snapshot)) if snapshot.source.get("linked_page") else []


def _standing_refusals(submission: Submission) -> list[Refusal]:
    if submission.state != SubmissionState.PERMITTED:
        state = submission.get_state_display()
        return [Refusal(_("这份稿件%(state)s，不能发布；须先走完审核。") % {"state": state})]
    if submission.permit.revoked_at is not None:
        return [Refusal(_("这份稿件的许可已撤销，不能发布；请编辑重新提交。"))]
    return refusals_of_marks(submission.family, submission.object_id)


def _time_refusals(
    submission: Submission, due_at: datetime | None, ends_at: datetime | None
) -> list[Refusal]:
    refusals = [*refusals_to_begin(due_at), *refusals_to_end(ends_at, due_at)]
    if refusals or due_at is None:
        return refusals
    # Going offline ends everything that stands on the item, a newer version on its way included.
    end = standing_end(submission.family, submission.object_id)
    if end is not None and due_at >= end:
        return [
            Refusal(
                _("公开的一版定于%(end)s下线，新的一版不能定在那以后发布；请改早发布时间，或先改下线时间。")
                % {"end": shown(end)}
            )
        ]
    return []


def release_step(submission: Submission) -> RouteStep | None:
    """The step that releases; None where the last signature does."""
    return submission.steps.filter(kind=StepKind.RELEASE).select_related("unit").first()


def seat_to_release(submission: Submission, by: Person | None) -> tuple[Seat | None, list[Refusal]]:
    """The post in which ``by`` releases the submission today, or why not and who can."""
    step = release_step(submission)
    if step is None and by is None:
        return None, []
    if step is None:
        return None, [Refusal(_("这类稿件签完自动发布，不由人操作。"))]
    if by is None:
        return None, [Refusal(_("“%(step)s”须由担任该职务的人操作。") % {"step": step})]
    return seat_at(step, by, standing(submission))
