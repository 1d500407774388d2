"""Are there enough different people? Each review is another person's (law L2), whatever the quorums."""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass

Network = dict[Hashable, dict[Hashable, int]]
SOURCE, SINK = "source", "sink"


@dataclass(frozen=True, slots=True)
class Asked:
    """``needed`` signatures, each at another of ``steps``; a step lists the people who may sign there."""

    needed: int
    steps: tuple[tuple[int, ...], ...]


def enough_people(asked: Sequence[Asked]) -> bool:
    """Whether everything asked can be signed, each person signing once: a flow that fills every demand."""
    network: Network = {SOURCE: {}, SINK: {}}
    for number, each in enumerate(asked):
        _join(network, SOURCE, ("asked", number), each.needed)
        for place, people in enumerate(each.steps):
            _join(network, ("asked", number), ("step", number, place), 1)
            for person in people:
                _join(network, ("step", number, place), ("person", person), 1)
                _join(network, ("person", person), SINK, 1)
    return all(_augmented(network) for _unit in range(sum(each.needed for each in asked)))


def _join(network: Network, start: Hashable, end: Hashable, capacity: int) -> None:
    network.setdefault(start, {})[end] = capacity
    network.setdefault(end, {}).setdefault(start, 0)


def _augmented(network: Network) -> bool:
    """One more unit from source to sink, along any path with room; False where there is none."""
    came_from: dict[Hashable, Hashable] = {SOURCE: SOURCE}
    rest: list[Hashable] = [SOURCE]
    while rest and SINK not in came_from:
        here = rest.pop()
        for there, room in network[here].items():
            if room and there not in came_from:
                came_from[there] = here
                rest.append(there)
    if SINK not in came_from:
        return False
    there: Hashable = SINK
    while there != SOURCE:
        here = came_from[there]
        network[here][there] -= 1
        network[there][here] += 1
        there = here
    return True


def one_each(steps: Iterable[Sequence[int]]) -> bool:
    """Whether each of ``steps`` can have a person of its own."""
    return enough_people([Asked(1, (tuple(people),)) for people in steps])
