"""Answer what the checks found: a writer gives a reason, a post that the check names lets pass."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from guanwei.api import Decision, Refusal
from guanwei.approvals.governed import governed_of
from guanwei.approvals.models import Submission, SubmissionState
from guanwei.approvals.services.asking_again import decided_again, keep_findings
from guanwei.approvals.services.locking import moved_on
from guanwei.approvals.subjects import family_of, parts_of
from guanwei.organisations.models import Person, Unit
from guanwei.publishing.queries.rights import may_write
from guanwei.publishing.services.submitting import facts_by, rules_over
from guanwei.screening import services
from guanwei.screening.deciding import decide
from guanwei.screening.findings import Answered
from guanwei.screening.outcomes import note_dismissed
from guanwei.screening.queries import answered


@dataclass(frozen=True, slots=True)
class Screened:
    """What the checks find in a draft now. ``submission`` is the one in which it is reviewed, if any."""

    obj: Any
    family: str
    parts: dict[str, str]
    supplier: Unit
    manager: Unit
    found: tuple[Answered, ...]
    submission: Submission | None = None

    def of(self, key: str) -> Answered | None:
        """What was found under the key of a finding."""
        return next((each for each in self.found if each.finding.key == key), None)


def screened(draft: Any, by: Person) -> Screened:
    """Ask the rules: those of the submission while people sign, those in force before. Writes nothing."""
    governed = governed_of(draft)
    if governed is None:
        raise LookupError(f"{type(draft).__name__} is not under the gate")
    family, parts = family_of(draft), parts_of(draft)
    supplier, manager = governed.units(draft)
    rows = Submission.objects.filter(family=family, object_id=draft.pk, state=SubmissionState.OPEN)
    submission = rows.select_related("supplier", "manager").first()
    decision = _decided(draft, submission, by)
    found = answered(decision.findings, family, draft.pk, parts)
    return Screened(draft, family, parts, supplier, manager, tuple(found), submission)


def _decided(draft: Any, submission: Submission | None, by: Person) -> Decision:
    if submission is not None:
        return decided_again(submission, draft)
    facts, supplier, manager = facts_by(draft, by)
    return decide(facts, rules_over(supplier, manager), (manager, supplier))


def give_reason(draft: Any, rule: str, by: Person, reason: str, seen: Mapping[str, str]) -> list[Refusal]:
    """说明理由, by a writer of the supplying or managing unit. It stands until the check finds nothing."""
    now = screened(draft, by)
    if not may_write(by, now.supplier, now.manager):
        said = _("检查提示由稿件的采编人员说明理由；您在%(supplier)s和%(manager)s都没有采编职务。")
        return [Refusal(said % {"supplier": now.supplier, "manager": now.manager})]
    return _answer(now, rule, by, reason, seen, let_pass=False)


def let_pass(draft: Any, rule: str, by: Person, reason: str, seen: Mapping[str, str]) -> list[Refusal]:
    """放行, by a post that the check names, for exactly the text that was seen: an edit voids it."""
    return _answer(screened(draft, by), rule, by, reason, seen, let_pass=True)


def _answer(
    now: Screened, rule: str, by: Person, reason: str, seen: Mapping[str, str], *, let_pass: bool
) -> list[Refusal]:
    found = now.of(rule)
    if found is None:
        return [Refusal(_("检查已不再提示这一条；请刷新。"))]
    if now.parts != dict(seen):
        return moved_on()
    which = (found.finding, now.family, now.obj.pk, now.parts)
    if let_pass:
        refusals = services.let_pass(*which, now.manager, by, reason)
    else:
        refusals = services.explain_away(*which, by, reason)
        if not refusals:
            note_dismissed(found.finding, now.family, now.obj.pk, now.manager)
    if not refusals and now.submission is not None:
        # The answer is before the next signer at once.
        findings = [each.finding for each in now.found]
        keep_findings(now.submission, by, answered(findings, now.family, now.obj.pk, now.parts))
    return refusals
