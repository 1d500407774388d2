"""Who may read a manuscript's review and its timeline: those who have a part in it, and auditors."""

from django.db.models import Q
from django.utils.translation import gettext as _

from guanwei.api import Duty, Refusal
from guanwei.approvals.models import (
    Contribution,
    Finding,
    Return,
    RouteStep,
    SecondReview,
    SecondReviewStep,
    SignOff,
    Submission,
)
from guanwei.organisations.models import Person
from guanwei.organisations.queries.posts import HeldPost
from guanwei.organisations.rights.holdings import holdings_of, line_of

# In the unit itself; administering and taking down reach down from the units above too.
HANDLING = (Duty.WRITE, Duty.RELEASE, Duty.TAKE_DOWN, Duty.ADMINISTER)
REACHING_DOWN = (Duty.ADMINISTER, Duty.TAKE_DOWN)


def refusals_to_read(person: Person, submissions: list[Submission]) -> list[Refusal]:
    """Why ``person`` may not read this manuscript, given all its submissions; empty when they may."""
    if not submissions:
        return [Refusal(_("这份稿件还没有送审，没有可看的流程；请由编辑提交。"))]
    latest = submissions[-1]
    if (
        holdings_of(person).where(Duty.AUDIT)
        or _handles(person, latest)
        or _took_part(person, submissions)
        or _signs(person, latest)
        or owes_second_review(person, latest)
    ):
        return []
    return [
        Refusal(
            _(
                "您与“%(title)s”无关：只有写过、审过、可审、发布和管理它的人及督查人员可以查看。"
                "确有需要，请与%(manager)s联系。"
            )
            % {"title": latest.title, "manager": latest.manager}
        )
    ]


def _handles(person: Person, submission: Submission) -> bool:
    own = {submission.supplier_id, submission.manager_id}
    held = holdings_of(person)
    if any(held.where(duty) & own for duty in HANDLING):
        return True
    above = {each.pk for unit in own for each in line_of(person, unit)}
    return any(held.where(duty) & above for duty in REACHING_DOWN)


def _took_part(person: Person, submissions: list[Submission]) -> bool:
    ids = [each.pk for each in submissions]
    subject = submissions[-1]
    wrote = Contribution.objects.filter(family=subject.family, object_id=subject.object_id, person=person)
    decided = Q(submission__in=ids, person=person)
    return (
        any(each.submitted_by_id == person.pk for each in submissions)
        or wrote.exists()
        or SignOff.objects.filter(decided).exists()
        or Return.objects.filter(decided).exists()
    )


def _signs(person: Person, submission: Submission) -> bool:
    posts = holdings_of(person).posts
    steps = list(RouteStep.objects.filter(submission=submission))
    return any(_has_a_part(post, submission, step) for step in steps for post in posts)


def _has_a_part(post: HeldPost, submission: Submission, step: RouteStep) -> bool:
    """Signs the step, decides it when it is late, or brings in or checks its paper."""
    around = post.role in (step.recorder, step.confirmer) and post.unit_id == submission.manager_id
    late = step.decider_unit_id is not None and _is_post(
        post, step.decider, step.decider_unit_id, step.decider_overseer
    )
    oversees = not step.subject or step.subject in post.subjects
    signs = not step.organ and oversees and _is_post(post, step.role, step.unit_id, step.overseer)
    return around or late or signs


def owes_second_review(person: Person, subject: Submission) -> bool:
    """Signs, or signed, a second review of it afterwards, records its calls, or hears that it is late."""
    posts = holdings_of(person).posts
    about = {"review__family": subject.family, "review__object_id": subject.object_id}
    # What one person alone owes is no business of others in the same post.
    anybodys = SecondReviewStep.objects.filter(**about, person__isnull=True)
    owed = anybodys.order_by().values_list("role", "unit_id", "overseer")
    reviews = SecondReview.objects.filter(family=subject.family, object_id=subject.object_id)
    heard = reviews.values_list("escalates_to", "escalates_unit_id", "escalates_overseer")
    named = list(owed.union(heard))
    if any(_is_post(post, *each) for each in named for post in posts):
        return True
    return bool(named) and (
        SecondReviewStep.objects.filter(**about, person=person).exists()
        or Finding.objects.filter(
            step__review__family=subject.family, step__review__object_id=subject.object_id, person=person
        ).exists()
    )


def _is_post(post: HeldPost, role: str, unit_id: int, overseer: bool) -> bool:
    if post.role != role:
        return False
    if overseer:
        return unit_id in post.overseen
    return post.unit_id == unit_id


def submissions_of(family: str, object_id: int) -> list[Submission]:
    """All tries of a manuscript, oldest first. One query."""
    return list(
        Submission.objects.filter(family=family, object_id=object_id)
        .select_related("supplier", "manager", "submitted_by")
        .order_by("submitted_at", "pk")
    )
