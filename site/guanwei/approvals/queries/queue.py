"""One queue of what waits for a person. The number of queries doesn't grow with its length."""

from collections.abc import Sequence
from datetime import date

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from guanwei.api import StepKind
from guanwei.approvals.models import Contribution, RouteStep, SignOff, SubmissionState
from guanwei.organisations.models import Person
from guanwei.organisations.queries.posts import HeldPost, posts_of

REVIEWS_AND_CHECKS = Q(submission__state=SubmissionState.OPEN) & ~Q(kind=StepKind.RELEASE)
RELEASES = Q(submission__state=SubmissionState.PERMITTED, kind=StepKind.RELEASE)


def _mine(posts: Sequence[HeldPost]) -> Q:
    mine = Q(pk__in=[])
    for post in posts:
        mine |= Q(role=post.role, unit=post.unit_id, overseer=False)
        if post.overseen:
            mine |= Q(role=post.role, unit__in=post.overseen, overseer=True)
    return mine


def waiting_for(person: Person, day: date, posts: Sequence[HeldPost] | None = None) -> QuerySet[RouteStep]:
    """Steps at which a submission waits and that this person may sign now, oldest first.

    ``posts`` are the person's where the caller has asked for them already.
    """
    posts = posts_of(person, day) if posts is None else posts
    contributed = Contribution.objects.filter(
        family=OuterRef("submission__family"),
        object_id=OuterRef("submission__object_id"),
        pk__gt=OuterRef("submission__contributions_after"),
        person=person,
    )
    reviewed = SignOff.objects.filter(
        submission=OuterRef("submission"), person=person, step__kind=StepKind.REVIEW
    ).exclude(step=OuterRef("pk"))
    return (
        RouteStep.objects.filter(_mine(posts), position=F("submission__position"))
        .filter(REVIEWS_AND_CHECKS | RELEASES)
        .exclude(Q(kind=StepKind.REVIEW, open_to_contributor=False) & Exists(contributed))
        .exclude(Q(kind=StepKind.REVIEW) & Exists(reviewed))
        .select_related("submission__supplier", "submission__manager", "submission__submitted_by", "unit")
        .order_by("submission__submitted_at", "pk")
    )
