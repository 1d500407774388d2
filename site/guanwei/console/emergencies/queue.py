"""Second reviews in one's queue, before everything else: those one may sign, and those reported to one's post."""

from collections.abc import Sequence

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from guanwei.api import Citation, Duty
from guanwei.approvals.models import Finding, SecondReview, SecondReviewStep
from guanwei.approvals.models.emergencies import ReviewState
from guanwei.console.emergencies.hours import remaining
from guanwei.console.review.rows import QueueRow
from guanwei.organisations.models import Person
from guanwei.organisations.queries.posts import HeldPost, roles_with


def owed_by(person: Person, posts: Sequence[HeldPost]) -> QuerySet[SecondReview]:
    """Unfinished second reviews that ``person`` may sign, or that were reported to the person's post."""
    reported = Q(pk__in=[])
    for post in posts:
        reported |= _is_post(post, "escalates_to", "escalates_unit", "escalates_overseer")
    ending = set(roles_with(Duty.TAKE_DOWN))
    able = [post.unit_id for post in posts if post.own and post.role in ending]
    # What wasn't approved stands before those who can take it down.
    remediable = Q(state=ReviewState.REFUSED, submission__manager__in=able)
    mine = Exists(_mine(person, posts))
    return (
        SecondReview.objects.exclude(state=ReviewState.DONE)
        .filter(mine | remediable | (reported & (Q(overdue_at__isnull=False) | Q(state=ReviewState.REFUSED))))
        .select_related("submission__supplier", "submission__manager")
        .order_by("due_at", "pk")
    )


def _mine(person: Person, posts: Sequence[HeldPost]) -> QuerySet[SecondReviewStep]:
    held = Q(pk__in=[])
    for post in posts:
        if post.own:
            held |= _is_post(post, "role", "unit", "overseer")
    signed = Finding.objects.filter(step__review=OuterRef("review"), step__person__isnull=True, person=person)
    # One person signs one of the steps that anybody in the post may sign.
    anybodys = held & Q(person__isnull=True) & ~Exists(signed)
    return SecondReviewStep.objects.filter(anybodys | Q(person=person), review=OuterRef("pk"), done=False)


def _is_post(post: HeldPost, role: str, unit: str, overseer: str) -> Q:
    here = Q(**{role: post.role, unit: post.unit_id, overseer: False})
    if post.overseen:
        here |= Q(**{role: post.role, f"{unit}__in": post.overseen, overseer: True})
    return here


def owed_rows(reviews: Sequence[SecondReview]) -> list[QueueRow]:
    """Rows for the queue. No query."""
    return [
        QueueRow(
            url=reverse("emergencies:review", args=[each.pk]),
            title=each.submission.title,
            task=each.label if each.state == ReviewState.OPEN else each.get_state_display(),
            supplier=str(each.submission.supplier),
            kind="",
            channels="",
            why=_("；").join(
                str(Citation(one["document"], one["article"], tuple(one["clauses"]))) for one in each.cites
            ),
            since=each.opened_at,
            clock=remaining(each),
        )
        for each in reviews
    ]
