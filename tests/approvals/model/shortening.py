"""A failing row of acts made short: leave acts out as long as the two sides still disagree."""

from approvals.model.county import Disagreement, replay

MOST_REPLAYS = 120


def shortened(found: Disagreement, people: list[int]) -> Disagreement:
    """The shortest row found, by leaving out halves, quarters, and so on down to single acts."""
    size, replays = len(found.acts) // 2, 0
    while size and replays < MOST_REPLAYS:
        start, shorter = 0, False
        while start < len(found.acts) - 1 and replays < MOST_REPLAYS:
            acts = (*found.acts[:start], *found.acts[start + size :])
            replays += 1
            again = replay(found.world, acts, people)
            if again is not None and again.kind == found.kind and len(again.acts) < len(found.acts):
                found, shorter = again, True
            else:
                start += size
        size = size if shorter and size == 1 else size // 2
    return found
