"""The rules, asked again where the text was changed in review. Before any lock: a plugin may take its time."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db import transaction
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from guanwei.api import Decision, Refusal, RoutedStep
from guanwei.approvals.models import RouteStep, Submission, SubmissionState
from guanwei.approvals.services.closing import close
from guanwei.approvals.services.locking import moved_on
from guanwei.approvals.services.vetoing import refusals_of_vetoes
from guanwei.approvals.subjects import draft_of, facts_of, parts_of
from guanwei.audit.acting import acting
from guanwei.audit.canonical import whole
from guanwei.audit.wording import on_record
from guanwei.organisations.models import Person
from guanwei.registry import Active
from guanwei.screening.deciding import decide
from guanwei.screening.findings import Answered, frozen
from guanwei.screening.marks import is_marked, refusals_of_marks
from guanwei.screening.queries import answered, refusals_of
from guanwei.screening.services import forget_reasons

Key = tuple[str, str, str, tuple[str, ...]]
OTHER_ROUTE = gettext_lazy("审核中改动的内容适用另一条流程，已签的环节不再够用；请提交人重新提交。")


def refusals_of_rules(submission_id: int, by: Person, seen: Mapping[str, str]) -> list[Refusal]:
    """Why the content may not be signed on although it was submitted: the text is another one by now.

    Judged by the plugins that were asked at submission, by the books in force on that day. Where they choose
    other steps the submission lapses. One query where nothing was changed in review.
    A mark that stands on the item refuses whatever the text.
    A text other than ``seen`` is refused here already: changed back before the lock, it would go unasked.
    """
    row = Submission.objects.filter(pk=submission_id, state=SubmissionState.OPEN)
    columns = ("parts", "snapshot__parts", "findings_in", "family", "object_id", "marked")
    known = row.annotate(marked=is_marked()).values_list(*columns).first()
    if known is None:
        return []
    if known[5]:
        return refusals_of_marks(known[3], known[4])
    if known[0] != dict(seen):
        return moved_on()
    # A text that was changed and changed back has the findings of another one beside it.
    if known[0] == known[1] and known[2] in ("", whole(known[0])):
        return []
    submission = row.select_related("supplier", "manager").first()
    draft = draft_of(submission.family, submission.object_id) if submission else None
    if submission is None or draft is None or parts_of(draft) != dict(seen):
        return moved_on()
    refusals = refusals_of_vetoes(submission.family, submission.object_id, submission.parts)
    if refusals:
        return refusals
    decision = decided_again(submission, draft)
    if decision.refusals:
        return [_in_review(each) for each in decision.refusals]
    steps = decision.route.steps if decision.route is not None else ()
    if _asked(steps) == _frozen(submission.steps.all()):
        return _findings_again(submission, by, decision)
    _lapse(submission.pk, by, seen)
    return [Refusal(str(OTHER_ROUTE))]


def decided_again(submission: Submission, draft: Any) -> Decision:
    """What the rules of the submission say of the draft as it is now."""
    # As frozen: whoever submitted may have left the post since.
    roles = submission.facts.get("submitter_roles", ())
    facts = facts_of(draft, localtime(submission.submitted_at), roles)
    asked = [Active(each["plugin"], each["distance"], each["mandatory"]) for each in submission.rules]
    return decide(facts, asked, (submission.manager, submission.supplier))


def _findings_again(submission: Submission, by: Person, decision: Decision) -> list[Refusal]:
    """What is found in the text as it is now stands before everybody who signs, and what is open stops them."""
    found = answered(decision.findings, submission.family, submission.object_id, submission.parts)
    keep_findings(submission, by, found)
    if refusals := refusals_of(found, submission.manager):
        return [_in_review(each) for each in refusals]
    if [frozen(each) for each in found] == submission.findings:
        return []
    return [Refusal(_("改动之后检查提示有变化；请刷新，看过“检查提示”再签。"))]


def keep_findings(submission: Submission, by: Person, found: Sequence[Answered]) -> None:
    """Write down what the checks find now, unless the text changed or the submission ended meanwhile."""
    now, text = [frozen(each) for each in found], whole(submission.parts)
    if now == submission.findings and text == submission.findings_in:
        return
    with transaction.atomic(), acting(by):
        row = Submission.objects.select_for_update().get(pk=submission.pk)
        if row.state == SubmissionState.OPEN and row.parts == submission.parts:
            row.findings, row.findings_in = now, text
            row.save(update_fields=["findings", "findings_in"])
            forget_reasons([each.finding for each in found], row.family, row.object_id, row.parts)


def _in_review(refusal: Refusal) -> Refusal:
    """The rule's own words, and who can do what while people sign."""
    said = _("审核中改动的内容不合规则：%(sentence)s请编辑改正，或由审核人退回、提交人撤回后重新提交。") % {
        "sentence": refusal.sentence
    }
    return Refusal(said, refusal.cites, refusal.rule, refusal.plugin, refusal.version)


def _asked(steps: Sequence[RoutedStep]) -> list[Key]:
    return [_key(each, each.step.id, (box.id for box in each.step.checklist)) for each in steps]


def _frozen(steps: Sequence[RouteStep]) -> list[Key]:
    return [_key(each, each.step, (box["id"] for box in each.checklist)) for each in steps]


def _key(each: RoutedStep | RouteStep, step: str, boxes: Iterable[str]) -> Key:
    """A step with other boxes asks another thing: a box may be there for some texts alone."""
    return each.plugin, step, each.subject, tuple(boxes)


def _lapse(submission_id: int, by: Person, seen: Mapping[str, str]) -> None:
    """Unless it was decided or changed meanwhile."""
    with transaction.atomic(), acting(by, on_record(OTHER_ROUTE)):
        submission = Submission.objects.select_for_update().get(pk=submission_id)
        if submission.state == SubmissionState.OPEN and submission.parts == dict(seen):
            close(submission, SubmissionState.LAPSED, on_record(OTHER_ROUTE))
