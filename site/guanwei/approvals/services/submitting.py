"""Submit: freeze facts, decision, trace and steps as data. The rules were asked before the transaction opened."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Revision

from guanwei.api import Decision, Refusal
from guanwei.approvals.models import RouteStep, Submission, SubmissionState
from guanwei.approvals.queries.contributions import contributors, released_upto
from guanwei.approvals.routing import ForeseenStep, foresee, refusals_of
from guanwei.approvals.signals import step_waits
from guanwei.approvals.subjects import family_of, latest_revision, lock_row, snapshot_of
from guanwei.audit import clock
from guanwei.audit.acting import acting
from guanwei.organisations.models import Person, Unit


def chain(
    family: str, object_id: int | None, decision: Decision, supplier: Unit, manager: Unit
) -> list[ForeseenStep]:
    """The chain that the item would take if it were submitted now."""
    if decision.route is None:
        return []
    people: set[int] = set()
    if object_id is not None:
        people = contributors(family, object_id, released_upto(family, object_id))
    return foresee(decision.route.steps, supplier, manager, people, clock.today())


def submit(
    draft: Any,
    read: Revision | None,
    by: Person,
    decision: Decision,
    facts: dict[str, Any],
    supplier: Unit,
    manager: Unit,
) -> tuple[Submission | None, list[Refusal]]:
    """Put ``draft`` on the route that ``decision`` chose.

    ``read`` is the revision that the draft and the decision come from: one that changed in between, also
    in place by autosave, is refused.
    """
    family = family_of(draft)
    with transaction.atomic(), acting(by):
        lock_row(family, draft.pk)
        steps = chain(family, draft.pk, decision, supplier, manager)
        refusals = [*decision.refusals, *refusals_of(steps), *_standing_refusals(family, draft.pk)]
        if not _same(read, latest_revision(family, draft.pk)):
            refusals.append(Refusal(_("提交的同时稿件又有改动；请重新打开，确认内容后再提交。")))
        if refusals or decision.route is None:
            return None, refusals
        submission = _freeze(draft, family, by, decision, facts, supplier, manager)
        _freeze_steps(submission, steps)
        first = submission.steps.first()
        step_waits.send(Submission, submission=submission, step=first)
    return submission, []


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
    draft: Any,
    family: str,
    by: Person,
    decision: Decision,
    facts: dict[str, Any],
    supplier: Unit,
    manager: Unit,
) -> Submission:
    route = decision.route
    assert route is not None  # noqa: S101 - told to the type checker; submit() refused before
    snapshot = snapshot_of(draft)
    return Submission.objects.create(
        family=family,
        object_id=draft.pk,
        title=draft.title,
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
        snapshot=snapshot,
        parts=snapshot.parts,
        contributions_after=released_upto(family, draft.pk),
    )


def _freeze_steps(submission: Submission, steps: Sequence[ForeseenStep]) -> None:
    for position, each in enumerate(steps):
        step = each.routed.step
        RouteStep.objects.create(
            submission=submission,
            position=position,
            step=step.id,
            label=step.label,
            kind=step.kind.value,
            role=step.role,
            unit=each.unit,
            overseer=each.overseer,
            open_to_contributor=step.open_to_contributor,
            checklist=[asdict(item) for item in step.checklist],
            cites=[asdict(cite) for cite in step.cites],
            plugin=each.routed.plugin,
            plugin_version=each.routed.version,
            rule=each.routed.rule,
        )
