"""Mark a manuscript as unfit to go out, and lift a mark."""

from typing import Any

from django.utils.translation import gettext as _

from guanwei.api import Duty, MarkRule, Refusal
from guanwei.approvals.governed import governed_of
from guanwei.approvals.models import RouteStep, SubmissionState
from guanwei.approvals.subjects import family_of
from guanwei.organisations.models import Person, Unit
from guanwei.organisations.rights.holdings import holdings_of
from guanwei.publishing.services.submitting import hear_rules
from guanwei.screening import marks

HANDLING = (Duty.WRITE, Duty.REVIEW, Duty.RELEASE, Duty.TAKE_DOWN)


def marks_for(draft: Any, by: Person) -> tuple[MarkRule, ...]:
    """The marks that the rules in force know and ``by`` may put on it."""
    if not _has_a_part(draft, by):
        return ()
    return hear_rules(draft).marks


def mark(draft: Any, mark_id: str, by: Person, reason: str) -> list[Refusal]:
    """标记: nothing is signed, released or sent while it stands. What is public already is taken down apart."""
    found = next((each for each in marks_for(draft, by) if each.mark.id == mark_id), None)
    if found is None:
        return [Refusal(_("您不能给这份稿件加这个标记；请由它的采编、审核、发布人员标记。"))]
    plugin = (found.plugin, found.version)
    return marks.place_mark(found.mark, plugin, family_of(draft), draft.pk, by, reason)


def unmark(draft: Any, marking_id: int, by: Person, reason: str) -> list[Refusal]:
    """解除标记, by a post of the managing unit that the mark names."""
    standing = marks.standing_marks(family_of(draft), draft.pk)
    if not standing.filter(pk=marking_id).exists():
        return [Refusal(_("这个标记已经解除；请刷新。"))]
    return marks.lift_mark(marking_id, _units(draft)[1], by, reason)


def _units(draft: Any) -> tuple[Unit, Unit]:
    governed = governed_of(draft)
    if governed is None:
        raise LookupError(f"{type(draft).__name__} is not under the gate")
    return governed.units(draft)


def _has_a_part(draft: Any, by: Person) -> bool:
    own = {each.pk for each in _units(draft)}
    held = holdings_of(by)
    return any(held.where(duty) & own for duty in HANDLING) or _signs(draft, by)


def _signs(draft: Any, by: Person) -> bool:
    """Holds the post of a step that its review asks for, also in a unit that has no other part in it."""
    open_steps = RouteStep.objects.filter(
        submission__family=family_of(draft),
        submission__object_id=draft.pk,
        submission__state=SubmissionState.OPEN,
    )
    posts = holdings_of(by).posts
    return any(
        post.role == role and (unit in post.overseen if overseer else unit == post.unit_id)
        for role, unit, overseer in open_steps.values_list("role", "unit_id", "overseer")
        for post in posts
    )
