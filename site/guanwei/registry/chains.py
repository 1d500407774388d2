"""Which combinations of steps a route may declare: what types can't say."""

from collections.abc import Iterator
from itertools import groupby

from guanwei.api import ApprovalRoute, Step, StepGroup, StepKind
from guanwei.registry import sentences

MOST_SIGNATURES = 20
# Whether enough different people exist is found by trying the subsets of a group.
MOST_IN_A_GROUP = 8


def problem_of(route: ApprovalRoute) -> str:
    """The first mistake in how the steps combine, as a clause; empty when there is none."""
    return next(filter(None, _problems(route)), "")


def _problems(route: ApprovalRoute) -> Iterator[str]:
    declared = {group.id for group in route.groups}
    for step in route.steps:
        if step.group and step.group not in declared:
            yield sentences.group_of_nobody(step.id, step.group)
        yield from _of_step(step)
    runs = [name for name, _together in groupby(step.group for step in route.steps)]
    for group in route.groups:
        yield _of_group(group, [step for step in route.steps if step.group == group.id], runs)


def _of_step(step: Step) -> Iterator[str]:
    if not 1 <= step.signatures <= MOST_SIGNATURES:
        yield sentences.signatures_out_of_range(step.id, MOST_SIGNATURES)
    several = step.signatures > 1
    if step.kind is StepKind.RELEASE and (
        step.group or several or step.paper or step.veto or step.binding or step.may_edit
    ):
        yield sentences.release_is_plain(step.id)
    if step.paper and (several or step.may_edit or step.veto or step.checklist):
        yield sentences.paper_is_plain(step.id)
    if step.layout_exempt and not step.may_edit:
        yield sentences.layout_without_edit(step.id)
    if step.binding and not step.veto:
        yield sentences.binding_without_veto(step.id)
    if not step.holds and (step.group or several):
        yield sentences.veto_in_a_group(step.id)


def _of_group(group: StepGroup, steps: list[Step], runs: list[str]) -> str:
    if runs.count(group.id) != 1 or not 2 <= len(steps) <= MOST_IN_A_GROUP:
        return sentences.group_torn(group.id)
    if not 0 <= group.quorum <= len(steps):
        return sentences.group_quorum(group.id, len(steps))
    several = next((step for step in steps if step.signatures > 1), None)
    if several is not None and 0 < group.quorum < len(steps):
        return sentences.several_in_a_quorum(several.id)
    return ""
