"""One queue of what waits for a person. The number of queries doesn't grow with its length."""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum

from django.db.models import Case, Exists, F, OuterRef, Q, QuerySet, Value, When

from guanwei.api import Duty, StepKind
from guanwei.approvals.models import (
    ClearedDesk,
    Contribution,
    PaperSignature,
    RouteStep,
    SignOff,
    SubmissionState,
)
from guanwei.approvals.queries.askings import overdue
from guanwei.organisations.models import Person
from guanwei.organisations.queries.posts import HeldPost, posts_of, roles_with

STANDING = (SubmissionState.OPEN, SubmissionState.PERMITTED)
OPEN = Q(submission__state=SubmissionState.OPEN) & ~Q(kind=StepKind.RELEASE)
RELEASES = Q(submission__state=SubmissionState.PERMITTED, kind=StepKind.RELEASE)
AT_TURN = Q(position=F("submission__position"), turn_at__isnull=True) | Q(turn_at=F("submission__position"))
NOBODY = Q(pk__in=[])


class Task(StrEnum):
    """What a waiting step asks of the person: to sign (or release), or one of the things around a signature."""

    SIGN = "sign"
    RECORD = "record"
    CHECK = "check"
    CONFIRM = "confirm"
    VETO = "veto"
    CALL = "call"
    DECIDE = "decide"


def _mine(posts: Sequence[HeldPost]) -> Q:
    """Steps whose own post the person holds; that of an organ outside is held by nobody here."""
    mine = NOBODY
    for post in posts:
        mine |= Q(role=post.role, unit=post.unit_id, overseer=False, subject="")
        if post.overseen:
            mine |= Q(role=post.role, unit__in=post.overseen, overseer=True)
        if post.subjects:
            mine |= Q(role=post.role, unit=post.unit_id, subject__in=post.subjects)
    return mine


def _around(posts: Sequence[HeldPost], role: str) -> Q:
    """Steps on paper whose ``recorder`` or ``confirmer`` the person is."""
    mine = NOBODY
    for post in posts:
        mine |= Q(**{role: post.role}, submission__manager=post.unit_id)
    return mine


def _on_the_telephone(posts: Sequence[HeldPost]) -> Q:
    """Steps of emergencies whose consent by telephone the person may record."""
    mine = NOBODY
    for post in posts:
        mine |= Q(phone_recorder=post.role, phone_unit=post.unit_id, phone_overseer=False)
        if post.overseen:
            mine |= Q(phone_recorder=post.role, phone_unit__in=post.overseen, phone_overseer=True)
    return mine


def _deciding(posts: Sequence[HeldPost]) -> Q:
    """Confirmations that the person decides once the unit concerned is late."""
    mine = NOBODY
    for post in posts:
        mine |= Q(decider=post.role, decider_unit=post.unit_id, decider_overseer=False)
        if post.overseen:
            mine |= Q(decider=post.role, decider_unit__in=post.overseen, decider_overseer=True)
    return mine


def _supplying(posts: Sequence[HeldPost]) -> Q:
    """Steps whose edits a writer of the supplying unit confirms: an own post, this isn't lent."""
    writing = set(roles_with(Duty.WRITE))
    units = {post.unit_id for post in posts if post.own and post.role in writing}
    return Q(submission__supplier__in=units) if units else NOBODY


def waiting_for(person: Person, day: date, posts: Sequence[HeldPost] | None = None) -> QuerySet[RouteStep]:
    """Steps at which a submission waits and something is this person's to do now: 优先发布 first, then the oldest.

    Each carries its ``task``. ``posts`` are the person's where the caller has asked for them already.
    """
    posts = posts_of(person, day) if posts is None else posts
    mine = _mine(posts)
    may_review = ~(Q(kind=StepKind.REVIEW) & (_barred(person) | Exists(_reviewed(person))))
    cleared = ClearedDesk.objects.filter(Q(person=person) | Q(person=None), step=OuterRef("pk"))
    here = mine & Q(recorder="", organ="") & ~Exists(cleared)
    holds = Q(veto=False) | Q(binding=True)
    scans = PaperSignature.objects.filter(step=OuterRef("pk"), confirmed_at__isnull=True, refused_reason="")
    done = Exists(ClearedDesk.objects.filter(step=OuterRef("pk"), person=None))
    tasks = {
        Task.SIGN: AT_TURN & (OPEN | RELEASES) & holds & here & may_review,
        Task.VETO: OPEN & ~holds & here,
        Task.RECORD: AT_TURN & OPEN & _around(posts, "recorder") & ~Exists(scans) & ~done,
        Task.CHECK: AT_TURN & OPEN & _around(posts, "confirmer") & Exists(scans.exclude(person=person)),
        Task.CONFIRM: AT_TURN
        & OPEN
        & Q(submission__unconfirmed=True, may_edit=True)
        & _supplying(posts)
        & ~mine,
    }
    late = Exists(overdue().filter(step=OuterRef("pk")))
    tasks[Task.DECIDE] = AT_TURN & OPEN & Q(confirms=True) & _deciding(posts) & late & ~done
    tasks[Task.CALL] = AT_TURN & OPEN & _on_the_telephone(posts) & ~mine & ~done & ~_barred(person)
    anything = NOBODY
    for asked in tasks.values():
        anything |= asked
    return (
        RouteStep.objects.filter(submission__state__in=STANDING)
        .filter(anything)
        .annotate(task=Case(*(When(asked, then=Value(task.value)) for task, asked in tasks.items())))
        .select_related("submission__supplier", "submission__manager", "submission__submitted_by", "unit")
        .order_by("-submission__priority", "submission__submitted_at", "pk")
    )


def _barred(person: Person) -> Q:
    """The person wrote in the content: before submission where the step lets its reviewer edit."""
    wrote = Contribution.objects.filter(
        family=OuterRef("submission__family"),
        object_id=OuterRef("submission__object_id"),
        pk__gt=OuterRef("submission__contributions_after"),
        person=person,
    )
    before = wrote.filter(pk__lte=OuterRef("submission__written_upto"))
    closed = Q(open_to_contributor=False)
    return closed & ((Q(may_edit=False) & Exists(wrote)) | (Q(may_edit=True) & Exists(before)))


def _reviewed(person: Person) -> QuerySet[SignOff]:
    return SignOff.objects.filter(
        submission=OuterRef("submission"), person=person, step__kind=StepKind.REVIEW
    ).exclude(step=OuterRef("pk"))
