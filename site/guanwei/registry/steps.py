"""How a mandatory plugin's steps come into a route that a more specific plugin chose."""

from collections.abc import Sequence
from dataclasses import replace

from guanwei.api import ApprovalRoute, RoutedStep, StepKind, Whose
from guanwei.registry.loaded import LoadedPlugin

Steps = tuple[RoutedStep, ...]


def routed(route: ApprovalRoute, plugin: LoadedPlugin) -> Steps:
    """A route's steps with the rule that brings them."""
    return tuple(RoutedStep(step, plugin.name, plugin.version, route.id) for step in route.steps)


def with_mandatory(chosen: Steps, demanded: Steps) -> Steps:
    """``chosen`` with every demanded step in it, in the demanded order; nothing of ``chosen`` is lost.

    Steps are the same when kind, role and whose are. As many as possible are taken for the same; each of
    those keeps what both ask: every checklist item and citation, and open to its contributor only if both
    say so. A missing step goes before the release, and, where a later demanded step stands before that,
    before this one, so that the demanded order holds without asking anybody twice.
    """
    matches = _matches(chosen, demanded)
    release = next((at for at, one in enumerate(chosen) if one.step.kind is StepKind.RELEASE), len(chosen))
    inserted: dict[int, list[RoutedStep]] = {}
    earliest = 0
    for at, one in enumerate(demanded):
        if at in matches:
            earliest = matches[at] + 1
        else:
            later = min((place for number, place in matches.items() if number > at), default=release)
            inserted.setdefault(max(earliest, min(later, release)), []).append(one)
    counterparts = {place: demanded[at] for at, place in matches.items()}
    result: list[RoutedStep] = []
    for place, own in enumerate(chosen):
        result += inserted.get(place, [])
        result.append(_both(own, counterparts[place]) if place in counterparts else own)
    return (*result, *inserted.get(len(chosen), []))


def _key(routed_step: RoutedStep) -> tuple[StepKind, str, Whose]:
    step = routed_step.step
    return step.kind, step.role, step.whose


def _matches(chosen: Sequence[RoutedStep], demanded: Sequence[RoutedStep]) -> dict[int, int]:
    """Places in ``demanded`` with those in ``chosen``, of a longest common subsequence."""
    longest = [[0] * (len(chosen) + 1) for _ in range(len(demanded) + 1)]
    for i in reversed(range(len(demanded))):
        for j in reversed(range(len(chosen))):
            skipped = max(longest[i + 1][j], longest[i][j + 1])
            same = _key(demanded[i]) == _key(chosen[j])
            longest[i][j] = 1 + longest[i + 1][j + 1] if same else skipped
    matches, i, j = {}, 0, 0
    while i < len(demanded) and j < len(chosen):
        if _key(demanded[i]) == _key(chosen[j]):
            matches[i] = j
            i, j = i + 1, j + 1
        elif longest[i + 1][j] >= longest[i][j + 1]:
            i += 1
        else:
            j += 1
    return matches


def _both(own: RoutedStep, demanded: RoutedStep) -> RoutedStep:
    """One step that satisfies both; it stays in the name of the route that was chosen."""
    mine, theirs = own.step, demanded.step
    step = replace(
        mine,
        cites=tuple(dict.fromkeys((*mine.cites, *theirs.cites))),
        checklist=tuple(dict.fromkeys((*mine.checklist, *theirs.checklist))),
        open_to_contributor=mine.open_to_contributor and theirs.open_to_contributor,
    )
    return replace(own, step=step)
