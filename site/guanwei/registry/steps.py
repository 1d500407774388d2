"""How a mandatory plugin's steps come into a route that a more specific plugin chose."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from guanwei.api import ApprovalRoute, ChecklistItem, ManuscriptFacts, RoutedStep, Step, StepKind, Whose
from guanwei.registry.evaluation import Asked
from guanwei.registry.standing import Standing
from guanwei.registry.validation import CORE_FIELDS

Steps = tuple[RoutedStep, ...]
# What makes two steps the same. A signature on paper never stands for one given here, nor the other way.
Key = tuple[StepKind, str, Whose, str, bool]


def routed(route: ApprovalRoute, standing: Standing, facts: ManuscriptFacts) -> Steps:
    """A route's steps with the rule that brings them, and what each must know of its route and the item."""
    groups = {group.id: group for group in route.groups}
    plugin = standing.plugin
    return tuple(
        RoutedStep(
            replace(step, checklist=_boxes(step, standing)),
            plugin.name,
            plugin.version,
            route.id,
            groups.get(step.group),
            subject=_subject(step, facts),
            unit=_unit(step, facts),
        )
        for step in route.steps
    )


def _boxes(step: Step, standing: Standing) -> tuple[ChecklistItem, ...]:
    """Those that are there for these facts, as plain data."""
    return tuple(
        replace(box, applies=None)
        for box in step.checklist
        if box.applies is None or standing.holds(Asked.BOX, box.id)
    )


def _subject(step: Step, facts: ManuscriptFacts) -> str:
    if step.whose is not Whose.OVERSEER_OF_SUBJECT:
        return ""
    return str(getattr(facts, step.subject)) if step.subject in CORE_FIELDS else facts.field(step.subject)


def _unit(step: Step, facts: ManuscriptFacts) -> str:
    """Known from the item alone; every other step's unit follows from supplier and manager."""
    column = facts.column_facts
    return column.lead.slug if step.whose is Whose.COLUMN and column is not None else ""


def with_mandatory(chosen: Steps, demanded: Steps) -> Steps:
    """``chosen`` with every demanded step in it, in the demanded order; nothing of ``chosen`` is lost.

    Steps are the same when kind, role, whose and paper are; groups, when their steps are. As many as possible
    are taken for the same; each of those keeps what both ask. A missing one goes before the release, and,
    where a later demanded one stands before that, before this one, so that the demanded order holds without
    asking anybody twice. A group is never torn: of the demanded steps that follow each other at most one is
    found in it, and that one must then be signed whatever the group's quorum.
    """
    own, theirs = _turns(chosen), _turns(demanded)
    matches = _matches(own, theirs)
    release = next((at for at, turn in enumerate(own) if turn[0].step.kind is StepKind.RELEASE), len(own))
    inserted: dict[int, list[RoutedStep]] = {}
    earliest = 0
    for at, turn in enumerate(theirs):
        if at in matches:
            earliest = matches[at] + 1
        else:
            later = min((place for number, place in matches.items() if number > at), default=release)
            inserted.setdefault(max(earliest, min(later, release)), []).extend(turn)
    counterparts = {place: theirs[at] for at, place in matches.items()}
    result: list[RoutedStep] = []
    for place, turn in enumerate(own):
        result += inserted.get(place, [])
        result += _merged(turn, counterparts[place]) if place in counterparts else turn
    return (*result, *inserted.get(len(own), []))


def _turns(steps: Steps) -> list[Steps]:
    """Steps that wait together: those of a group, and each other step alone."""
    named = enumerate(steps)
    return [
        tuple(one for _at, one in together)
        for _key_of_turn, together in groupby(named, key=lambda pair: pair[1].step.group or f"{pair[0]}")
    ]


def _key(routed_step: RoutedStep) -> Key:
    step = routed_step.step
    subject = step.subject if step.whose is Whose.OVERSEER_OF_SUBJECT else ""
    return step.kind, step.role, step.whose, subject, step.paper is not None


def _same(demanded: Steps, chosen: Steps) -> bool:
    """One step is found alone or in a group; a group only in one of the same steps."""
    asked, offered = sorted(map(_key, demanded)), sorted(map(_key, chosen))
    return asked == offered or (len(asked) == 1 and asked[0] in offered and not demanded[0].step.group)


def _matches(chosen: Sequence[Steps], demanded: Sequence[Steps]) -> dict[int, int]:
    """Places in ``demanded`` with those in ``chosen``, of a longest common subsequence."""
    longest = [[0] * (len(chosen) + 1) for _ in range(len(demanded) + 1)]
    for i in reversed(range(len(demanded))):
        for j in reversed(range(len(chosen))):
            skipped = max(longest[i + 1][j], longest[i][j + 1])
            same = _same(demanded[i], chosen[j])
            longest[i][j] = 1 + longest[i + 1][j + 1] if same else skipped
    matches, i, j = {}, 0, 0
    while i < len(demanded) and j < len(chosen):
        if _same(demanded[i], chosen[j]):
            matches[i] = j
            i, j = i + 1, j + 1
        elif longest[i + 1][j] >= longest[i][j + 1]:
            i += 1
        else:
            j += 1
    return matches


def _merged(own: Steps, demanded: Steps) -> Steps:
    """A turn that satisfies both, step by step."""
    rest = list(demanded)
    found = []
    for one in own:
        other = next((each for each in rest if _key(each) == _key(one)), None)
        if other is not None:
            rest.remove(other)
        found.append(one if other is None else _both(one, other))
    if len(demanded) > 1:
        return tuple(_one_group(one, demanded[0], len(own)) for one in found)
    return tuple(found)


def _one_group(own: RoutedStep, demanded: RoutedStep, size: int) -> RoutedStep:
    """Two groups of the same steps: the larger quorum."""
    mine, theirs = own.group, demanded.group
    if mine is None or theirs is None:
        return replace(own, required=True)
    quorum = max(mine.quorum or size, theirs.quorum or size)
    cites = tuple(dict.fromkeys((*mine.cites, *theirs.cites)))
    return replace(own, group=replace(mine, quorum=quorum, cites=cites))


def _both(own: RoutedStep, demanded: RoutedStep) -> RoutedStep:
    """One step that satisfies both; it stays in the name of the route that was chosen.

    Every checklist item, citation, signature and veto that either asks for; a leave only where both give it.
    """
    mine, theirs = own.step, demanded.step
    veto = mine.veto or theirs.veto
    step = replace(
        mine,
        cites=tuple(dict.fromkeys((*mine.cites, *theirs.cites))),
        checklist=tuple(dict.fromkeys((*mine.checklist, *theirs.checklist))),
        open_to_contributor=mine.open_to_contributor and theirs.open_to_contributor,
        telephone=mine.telephone if theirs.telephone else None,
        signatures=max(mine.signatures, theirs.signatures),
        veto=veto,
        binding=veto and (mine.holds or theirs.holds),
        may_edit=mine.may_edit and theirs.may_edit,
        layout_exempt=mine.layout_exempt and theirs.layout_exempt,
    )
    return replace(own, step=step, required=own.required or not theirs.group)
