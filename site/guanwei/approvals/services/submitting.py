"""Submit: freeze facts, decision, trace and steps as data. The rules were asked before the transaction opened."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Revision

from guanwei.api import Decision, Refusal
from guanwei.approvals.emergency_terms import frozen_second_review, second_review_refusals
from guanwei.approvals.models import Submission, SubmissionState
from guanwei.approvals.queries.contributions import contributors, last_contribution, released_upto
from guanwei.approvals.queries.standing import standing
from guanwei.approvals.routing import ForeseenStep, foresee, refusals_of
from guanwei.approvals.services.freezing import freeze_steps
from guanwei.approvals.services.moving import place, tell
from guanwei.approvals.services.vetoing import refusals_of_vetoes
from guanwei.approvals.subjects import Reading, family_of, latest_revision, lock_row, reading_of
from guanwei.audit import clock
from guanwei.audit.acting import acting
from guanwei.audit.canonical import whole
from guanwei.organisations.models import Person, Unit
from guanwei.screening.findings import Answered, frozen
from guanwei.screening.queries import answered
from guanwei.screening.queries import refusals_of as refusals_of_findings
from guanwei.screening.services import forget_reasons


@dataclass(frozen=True, slots=True)
class Submitted:
    """What came of submitting. ``waiting`` are the steps at which it now waits, with who may sign them."""

    submission: Submission | None
    refusals: list[Refusal]
    waiting: tuple[ForeseenStep, ...] = ()


def chain(
    family: str, object_id: int | None, decision: Decision, supplier: Unit, manager: Unit
) -> list[ForeseenStep]:
    """The chain that the item would take if it were submitted now."""
    people: set[int] = set()
    if object_id is not None and decision.route is not None:
        people = contributors(family, object_id, released_upto(family, object_id))
    return _foreseen(decision, supplier, manager, people)


def _foreseen(decision: Decision, supplier: Unit, manager: Unit, people: set[int]) -> list[ForeseenStep]:
    steps = decision.route.steps if decision.route is not None else ()
    return foresee(steps, supplier, manager, people, clock.today())


def owed_refusals(
    family: str, object_id: int | None, decision: Decision, supplier: Unit, manager: Unit
) -> list[Refusal]:
    """Why the second review of an emergency route could be given by nobody; no query on other routes."""
    if decision.route is None or decision.route.second_review is None:
        return []
    people = contributors(family, object_id, released_upto(family, object_id)) if object_id else set()
    return second_review_refusals(decision.route, supplier, manager, people, clock.today())


def submit(
    draft: Any,
    read: Revision | None,
    by: Person,
    decision: Decision,
    facts: dict[str, Any],
    supplier: Unit,
    manager: Unit,
) -> Submitted:
    """Put ``draft`` on the route that ``decision`` chose.

    ``read`` is the revision that the draft and the decision come from: one that changed in between, also
    in place by autosave, is refused.
    """
    family = family_of(draft)
    with transaction.atomic(), acting(by):
        lock_row(family, draft.pk)
        after = released_upto(family, draft.pk)
        steps = _foreseen(decision, supplier, manager, contributors(family, draft.pk, after))
        reading = reading_of(draft)
        refusals = [*decision.refusals, *refusals_of(steps), *_standing_refusals(family, draft.pk)]
        refusals += refusals_of_vetoes(family, draft.pk, reading.parts)
        refusals += owed_refusals(family, draft.pk, decision, supplier, manager)
        found = answered(decision.findings, family, draft.pk, reading.parts)
        refusals += refusals_of_findings(found, manager)
        if not _same(read, latest_revision(family, draft.pk)):
            refusals.append(Refusal(_("提交的同时稿件又有改动；请重新打开，确认内容后再提交。")))
        if refusals or decision.route is None:
            return Submitted(None, refusals)
        submission = _freeze(reading, family, by, decision, facts, supplier, manager, after, found)
        forget_reasons(decision.findings, family, draft.pk, reading.parts)
        freeze_steps(submission, steps)
        now = standing(submission)
        place(submission, now)
        if submission.position:
            submission.save(update_fields=["position"])
        waiting = now.waiting(submission.position)
        tell(submission, waiting)
    return Submitted(submission, [], tuple(steps[each.step.position] for each in waiting))


def _same(read: Revision | None, now: Revision | None) -> bool:
    if read is None or now is None:
        return read is now
    return bool(read.pk == now.pk and read.content == now.content)


def _standing_refusals(family: str, object_id: int) -> list[Refusal]:
    standing = Submission.objects.filter(
        family=family, object_id=object_id, state__in=[SubmissionState.OPEN, SubmissionState.PERMITTED]
    ).first()
    if standing is None:
        return []
    return [
        Refusal(
            _("这份稿件已在流程中（%(state)s）；要重新提交，请先撤回。")
            % {"state": standing.get_state_display()}
        )
    ]


def _freeze(
    reading: Reading,
    family: str,
    by: Person,
    decision: Decision,
    facts: dict[str, Any],
    supplier: Unit,
    manager: Unit,
    after: int,
    found: Sequence[Answered],
) -> Submission:
    route = decision.route
    assert route is not None  # noqa: S101 - told to the type checker; submit() refused before
    return Submission.objects.create(
        family=family,
        object_id=reading.draft.pk,
        title=reading.draft.title,
        supplier=supplier,
        manager=manager,
        submitted_by=by,
        submitted_at=clock.now(),
        route=route.id,
        route_label=route.label,
        plugin=route.plugin,
        plugin_version=route.version,
        cites=[asdict(each) for each in route.cites],
        order=decision.order.value,
        facts=facts,
        trace=[asdict(each) for each in decision.trace],
        second_review=frozen_second_review(route, supplier, manager),
        rules=[asdict(each) for each in decision.asked],
        findings=[frozen(each) for each in found],
        findings_in=whole(reading.parts),
        priority=bool(facts.get("priority")),
        snapshot=reading.keep(),
        parts=reading.parts,
        contributions_after=after,
        written_upto=last_contribution(family, reading.draft.pk),
    )
