"""Who may read a manuscript's review and its timeline: those who have a part in it, and auditors."""

from datetime import date

from django.db.models import Q
from django.utils.translation import gettext as _

from guanwei.api import Duty, Refusal
from guanwei.approvals.models import Contribution, Return, RouteStep, SignOff, Submission
from guanwei.approvals.queries.queue import posts_of
from guanwei.audit import clock
from guanwei.organisations.models import Appointment, Person, Unit
from guanwei.organisations.queries.posts import roles_with
from guanwei.organisations.queries.tree import lineage

HANDLING = (Duty.WRITE, Duty.RELEASE, Duty.TAKE_DOWN, Duty.ADMINISTER)


def refusals_to_read(person: Person, submissions: list[Submission]) -> list[Refusal]:
    """Why ``person`` may not read this manuscript, given all its submissions; empty when they may."""
    if not submissions:
        return [Refusal(_("这份稿件还没有送审，没有可看的流程；请由编辑提交。"))]
    latest = submissions[-1]
    day = clock.today()
    posts = posts_of(person, day)
    if _audits(posts) or _handles(posts, latest) or _took_part(person, submissions) or _signs(posts, submissions):
        return []
    return [
        Refusal(
            _("您与“%(title)s”无关：只有写过、审过、可审、发布和管理它的人及督查人员可以查看。"
              "确有需要，请与%(manager)s联系。")
            % {"title": latest.title, "manager": latest.manager}
        )
    ]


def _roles(*duties: Duty) -> set[str]:
    return {role for duty in duties for role in roles_with(duty)}


def _audits(posts: list[Appointment]) -> bool:
    auditing = _roles(Duty.AUDIT)
    return any(post.role in auditing for post in posts)


def _handles(posts: list[Appointment], submission: Submission) -> bool:
    """Posts in the supplying or managing unit; for those who administer or take down, in one above it too."""
    own = {submission.supplier_id, submission.manager_id}
    above = {each.pk for unit in (submission.supplier, submission.manager) for each in _line(unit)}
    writing, handling = _roles(Duty.WRITE), _roles(*HANDLING)
    wide = _roles(Duty.ADMINISTER, Duty.TAKE_DOWN)
    return any(
        (post.unit_id in own and post.role in writing | handling) or (post.unit_id in above and post.role in wide)
        for post in posts
    )


def _line(unit: Unit) -> list[Unit]:
    return lineage(unit)


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


def _signs(posts: list[Appointment], submissions: list[Submission]) -> bool:
    steps = RouteStep.objects.filter(submission=submissions[-1]).values_list("role", "unit_id", "overseer")
    return any(_is_post(post, *step) for step in steps for post in posts)


def _is_post(post: Appointment, role: str, unit_id: int, overseer: bool) -> bool:
    if post.role != role:
        return False
    if overseer:
        return any(unit.pk == unit_id for unit in post.oversees.all())
    return post.unit_id == unit_id


def submissions_of(family: str, object_id: int) -> list[Submission]:
    """All tries of a manuscript, oldest first. One query."""
    return list(
        Submission.objects.filter(family=family, object_id=object_id)
        .select_related("supplier", "manager", "submitted_by")
        .order_by("submitted_at", "pk")
    )


def holds_any(person: Person, *duties: Duty, day: date | None = None) -> bool:
    """Whether the person holds a post with one of ``duties``. Asked once a request: kept on the person."""
    kept = getattr(person, "_guanwei_roles", None)
    if kept is None:
        from guanwei.organisations.queries.posts import appointments_on

        held = appointments_on(day or clock.today()).filter(person=person)
        kept = frozenset(held.values_list("role", flat=True))
        person._guanwei_roles = kept  # type: ignore[attr-defined]
    return bool(kept & _roles(*duties))
