"""The steps of a chosen route, written down with their submission."""

from collections.abc import Sequence
from dataclasses import asdict
from itertools import groupby
from typing import Any

from guanwei.api import ChecklistItem
from guanwei.approvals.emergency_terms import frozen_call
from guanwei.approvals.models import RouteStep, Submission
from guanwei.approvals.routing import ForeseenStep
from guanwei.audit.records import record_all


def freeze_steps(submission: Submission, steps: Sequence[ForeseenStep]) -> None:
    """Each step as data, with the group that it waits in."""
    rows = []
    for group, together in groupby(enumerate(steps), key=lambda pair: pair[1].routed.step.group):
        turn = list(together)
        of_group = _of_group(turn) if group else {}
        rows += [_frozen(submission, position, each, of_group) for position, each in turn]
    record_all(rows)


def _frozen(submission: Submission, position: int, each: ForeseenStep, of_group: dict[str, Any]) -> RouteStep:
    call = frozen_call(each.routed.step, submission.supplier, submission.manager)
    terms = _of_confirmation(each)
    return RouteStep(submission=submission, position=position, **_as_data(each), **call, **terms, **of_group)


def _of_confirmation(each: ForeseenStep) -> dict[str, Any]:
    """What a unit concerned is asked, by when, and who decides when it is late; nothing of other steps."""
    asked = each.routed.confirmation
    if asked is None:
        return {}
    terms = {
        "confirms": True,
        "organ": each.routed.organ,
        "within_hours": asked.within_hours,
        "reminds_hours": asked.reminds_hours,
    }
    if asked.overdue is None or each.late is None:
        return terms
    return terms | {
        "decider": asked.overdue.role,
        "decider_unit": each.late.unit,
        "decider_overseer": each.late.overseer,
        "decider_hours": asked.overdue.hours_before,
        "decider_cites": [asdict(cite) for cite in asked.overdue.cites],
    }


def _of_group(turn: list[tuple[int, ForeseenStep]]) -> dict[str, Any]:
    """``quorum`` 0 stands for all."""
    (first, one), size = turn[0], len(turn)
    group = one.routed.group
    asked = group.quorum if group is not None else 0
    return {
        "turn_at": first,
        "group_label": group.label if group is not None else "",
        "quorum": asked if asked < size else 0,
    }


def _as_data(each: ForeseenStep) -> dict[str, Any]:
    step = each.routed.step
    return {
        "step": step.id,
        "label": step.label,
        "kind": step.kind.value,
        "role": step.role,
        "unit": each.unit,
        "overseer": each.overseer,
        "subject": each.routed.subject,
        "open_to_contributor": step.open_to_contributor,
        "required": each.routed.required or not step.group,
        "signatures": step.signatures,
        "recorder": step.paper.recorder if step.paper else "",
        "confirmer": step.paper.confirmer if step.paper else "",
        "veto": step.veto,
        "binding": step.binding,
        "may_edit": step.may_edit,
        "layout_exempt": step.layout_exempt,
        "checklist": [_box(item) for item in step.checklist],
        "cites": [asdict(cite) for cite in step.cites],
        "plugin": each.routed.plugin,
        "plugin_version": each.routed.version,
        "rule": each.routed.rule,
    }


def _box(item: ChecklistItem) -> dict[str, Any]:
    """As it was put before the signers: whether it applied is decided."""
    kept = asdict(item)
    del kept["applies"]
    return kept
