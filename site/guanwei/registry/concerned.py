"""The steps of units concerned in a chosen route: one each, side by side before the last review."""

from collections.abc import Sequence
from dataclasses import replace

from guanwei.api import (
    ConcernedFacts,
    Confirmation,
    ManuscriptFacts,
    Overdue,
    RoutedStep,
    Step,
    StepGroup,
    StepKind,
    Whose,
)
from guanwei.registry import sentences
from guanwei.registry.evaluation import Asked
from guanwei.registry.standing import Standing

LONGEST_NAME = 40
"""Characters of a unit's name that go into a step's id."""

Asking = tuple[Standing, Confirmation]


def with_confirmations(
    steps: tuple[RoutedStep, ...], facts: ManuscriptFacts, ranked: Sequence[Standing]
) -> tuple[RoutedStep, ...]:
    """``steps`` with a confirmation by each unit concerned, where a rule in force asks for it.

    The nearest plugin says who speaks for a unit; others of the same post add their articles and their
    earlier deadline, a mandatory one with another post adds a step of its own.
    """
    asked = [
        (one, each)
        for one in ranked
        for each in one.rules.confirmations
        if one.holds(Asked.CONFIRMATION, each.id)
    ]
    if not facts.concerned or not asked:
        return steps
    kept = _kept(asked)
    added = [_step(one, each, unit) for unit in facts.concerned for one, each in kept]
    place = _before_last_review(steps)
    return (*steps[:place], *_side_by_side(added), *steps[place:])


def _kept(asked: Sequence[Asking]) -> list[Asking]:
    kept: list[Asking] = []
    for one, each in asked:
        at = next((place for place, (_its, other) in enumerate(kept) if other.role == each.role), None)
        if at is not None:
            kept[at] = kept[at][0], _both(kept[at][1], each)
        elif not kept or one.active.mandatory:
            kept.append((one, each))
    return kept


def _both(nearer: Confirmation, other: Confirmation) -> Confirmation:
    """The nearer one with the other's articles; the earlier deadline with what it says of delay."""
    cites = tuple(dict.fromkeys((*nearer.cites, *other.cites)))
    earlier = other.within_hours and (not nearer.within_hours or other.within_hours < nearer.within_hours)
    if not earlier:
        return replace(nearer, cites=cites, overdue=nearer.overdue or _within(other, nearer.within_hours))
    overdue = _within(nearer, other.within_hours) or other.overdue
    hours, reminds = other.within_hours, other.reminds_hours
    return replace(nearer, cites=cites, within_hours=hours, reminds_hours=reminds, overdue=overdue)


def _within(confirmation: Confirmation, hours: int) -> Overdue | None:
    overdue = confirmation.overdue
    return overdue if overdue is not None and hours and overdue.hours_before <= hours else None


def _step(standing: Standing, asked: Confirmation, unit: ConcernedFacts) -> RoutedStep:
    step = Step(
        f"{asked.id}:{unit.unit or unit.name[:LONGEST_NAME]}",
        sentences.confirmed_by(asked.label, unit.name),
        StepKind.CHECK,
        asked.role,
        Whose.CONCERNED,
        asked.cites,
        paper=None if unit.unit else asked.paper,
    )
    plugin = standing.plugin
    organ = "" if unit.unit else unit.name
    return RoutedStep(
        step, plugin.name, plugin.version, asked.id, unit=unit.unit, confirmation=asked, organ=organ
    )


def _side_by_side(steps: list[RoutedStep]) -> list[RoutedStep]:
    if len(steps) == 1:
        return steps
    cites = tuple(dict.fromkeys(cite for each in steps for cite in each.step.cites))
    group = StepGroup(f"{steps[0].rule}:all", sentences.confirmed_together(), cites)
    return [replace(each, step=replace(each.step, group=group.id), group=group) for each in steps]


def _before_last_review(steps: Sequence[RoutedStep]) -> int:
    """The place of the last review, or of the first of its group; the release's where nothing is reviewed."""
    reviews = [at for at, each in enumerate(steps) if each.step.kind is StepKind.REVIEW]
    if not reviews:
        return next((at for at, each in enumerate(steps) if each.step.kind is StepKind.RELEASE), len(steps))
    last = steps[reviews[-1]]
    if last.group is None:
        return reviews[-1]
    return next(at for at, each in enumerate(steps) if each.group == last.group)
