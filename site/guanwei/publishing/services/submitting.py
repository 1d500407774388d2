"""Submit a manuscript: ask the rules before the transaction, then freeze their answer."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from wagtail.models import Revision

from guanwei.api import Decision, Duty, ManuscriptFacts, Refusal
from guanwei.approvals.governed import governed_of
from guanwei.approvals.models import Submission
from guanwei.approvals.routing import ForeseenStep, refusals_of
from guanwei.approvals.services import submitting
from guanwei.approvals.services.submitting import Submitted
from guanwei.approvals.subjects import (
    facts_of,
    family_of,
    latest_revision,
    parts_of,
    refusals_against,
    row_of,
)
from guanwei.audit import clock
from guanwei.organisations.models import Person, Unit
from guanwei.organisations.queries.posts import roles_in, roles_with
from guanwei.organisations.queries.rules import rules_in_force, without_tables
from guanwei.publishing.content.facts import plain_facts
from guanwei.publishing.content.parts import hold_children, says_the_same
from guanwei.publishing.queries.afterwards import relation_refusals
from guanwei.publishing.queries.rights import may_write
from guanwei.publishing.queries.sent import changed_after_sending
from guanwei.publishing.services.push_places import WithheldError
from guanwei.publishing.signals import submitted
from guanwei.registry import Active
from guanwei.screening.deciding import decide
from guanwei.screening.findings import Answered
from guanwei.screening.outcomes import note_mended, note_shown
from guanwei.screening.queries import answered, answers_to
from guanwei.screening.queries import refusals_of as refusals_of_findings

# A supplier's own rules ask for their facts, but the managing unit's choose the route.
FARTHER = 1000


@dataclass(frozen=True, slots=True)
class Foreseen:
    """What submitting would do now: the rules' decision, the chain, and every reason against it."""

    decision: Decision
    steps: tuple[ForeseenStep, ...]
    refusals: tuple[Refusal, ...]
    findings: tuple[Answered, ...] = ()


def rules_over(supplier: Unit, manager: Unit) -> tuple[Active, ...]:
    """Rules in force for the managing unit, then those of the supplying unit that it doesn't have."""
    ruling = rules_in_force(manager)
    return ruling if supplier.pk == manager.pk else rules_beside(ruling, rules_in_force(supplier))


def rules_beside(ruling: Sequence[Active], supplying: Iterable[Active]) -> tuple[Active, ...]:
    """The managing unit's rules, then those that the supplying unit alone has, farther than any of them."""
    known = {each.plugin for each in ruling}
    return *ruling, *(
        Active(each.plugin, each.distance + FARTHER, each.mandatory)
        for each in supplying
        if each.plugin not in known
    )


def facts_by(obj: Any, by: Person | None) -> tuple[ManuscriptFacts, Unit, Unit]:
    """The facts of ``obj`` as ``by`` would submit it now, with the supplying and the managing unit."""
    governed = governed_of(obj)
    if governed is None:
        raise LookupError(f"{type(obj).__name__} is not under the gate")
    supplier, manager = governed.units(obj)
    # Asked in nobody's name it is about the item alone: as if whoever may write handed it in.
    roles = roles_in(by, supplier, clock.today()) if by is not None else sorted(roles_with(Duty.WRITE))
    return facts_of(obj, localtime(clock.now()), roles), supplier, manager


def foresee(obj: Any, by: Person | None = None) -> Foreseen:
    """The chain that ``obj`` would take, for the editor's screen. Writes nothing.

    ``obj`` may be unsaved: its contributors then are nobody.
    """
    facts, supplier, manager = facts_by(obj, by)
    decision = decide(facts, rules_over(supplier, manager), (manager, supplier))
    steps = submitting.chain(family_of(obj), obj.pk, decision, supplier, manager)
    refusals = [*decision.refusals, *refusals_of(steps), *refusals_against(obj), *changed_after_sending(obj)]
    refusals += [*relation_refusals(obj), *without_tables(supplier, manager)]
    refusals += submitting.owed_refusals(family_of(obj), obj.pk, decision, supplier, manager)
    found = _findings(obj, decision)
    refusals += refusals_of_findings(found, manager)
    if by is not None:
        refusals += _writer_refusals(by, supplier, manager)
    return Foreseen(decision, tuple(steps), tuple(refusals), tuple(found))


def _findings(obj: Any, decision: Decision) -> list[Answered]:
    """Digests are costly: computed only where something that was found was answered."""
    family = family_of(obj)
    if not decision.findings or obj.pk is None or not answers_to(family, obj.pk):
        return [Answered(each) for each in decision.findings]
    return answered(decision.findings, family, obj.pk, parts_of(obj))


def hear_rules(obj: Any, by: Person | None = None) -> Decision:
    """What all rules in force for its units say of ``obj`` as ``by`` would submit it now. Writes nothing."""
    facts, supplier, manager = facts_by(obj, by)
    return decide(facts, rules_over(supplier, manager), (manager, supplier))


def submit(obj: Any, by: Person) -> tuple[Submission | None, list[Refusal]]:
    """Submit the latest draft of ``obj``. Nothing is written when there is a refusal, and nothing is lost."""
    revision = latest_revision(family_of(obj), obj.pk)
    draft = revision.as_object() if revision is not None else row_of(family_of(obj), obj.pk)
    done = _hand_in(draft, revision, by)
    return done.submission, done.refusals


def hand_in(saved: Any, by: Person) -> Submitted:
    """The same of a draft that this very request has saved: it need not be read again if it says the same."""
    revision = latest_revision(family_of(saved), saved.pk)
    hold_children(saved)
    if revision is not None and not says_the_same(saved, revision.content):
        saved = revision.as_object()
    return _hand_in(saved, revision, by)


def _hand_in(draft: Any, revision: Revision | None, by: Person) -> Submitted:
    facts, supplier, manager = facts_by(draft, by)
    refusals = [
        *_writer_refusals(by, supplier, manager),
        *without_tables(supplier, manager),
        *refusals_against(draft),
        *changed_after_sending(draft),
        *relation_refusals(draft),
    ]
    decision = decide(facts, rules_over(supplier, manager), (manager, supplier))
    if refusals:
        return Submitted(None, [*refusals, *decision.refusals])
    try:
        with transaction.atomic():
            done = submitting.submit(draft, revision, by, decision, plain_facts(facts), supplier, manager)
            if done.submission is not None:
                submitted.send(Submission, draft=draft, submission=done.submission)
    except WithheldError as withheld:
        return Submitted(None, withheld.refusals)
    note = note_mended if done.submission is not None else note_shown
    note(decision.findings, family_of(draft), draft.pk, manager)
    return done


def _writer_refusals(by: Person, supplier: Unit, manager: Unit) -> list[Refusal]:
    if may_write(by, supplier, manager):
        return []
    return [
        Refusal(
            _("您在%(supplier)s和%(manager)s都没有采编职务，不能提交；请由该单位的编辑人员或信息员提交。")
            % {"supplier": supplier, "manager": manager}
        )
    ]
