"""How many acts were done and refused, by kind."""

from collections import Counter


class Tally:
    """Counts over all examples of one run."""

    def __init__(self) -> None:
        self.done: Counter[str] = Counter()
        self.refused: Counter[str] = Counter()
        self.counties = 0
        self.why: Counter[str] = Counter()

    def count(self, kind: str, why: str) -> None:
        """One act, refused for ``why`` or done."""
        (self.refused if why else self.done)[kind] += 1
        if why:
            self.why[f"{kind}: {why}"] += 1

    @property
    def total(self) -> int:
        return self.done.total() + self.refused.total()

    def one_sided(self) -> set[str]:
        """Kinds that were never done or never refused."""
        return {*self.done} ^ {*self.refused}

    def lines(self) -> list[str]:
        """For a person to read."""
        kinds = sorted({*self.done, *self.refused})
        table = [f"{kind:28}{self.done[kind]:7} done {self.refused[kind]:7} refused" for kind in kinds]
        share = self.refused.total() / max(1, self.total)
        reasons = [f"  {times:6} {why}" for why, times in self.why.most_common(24)]
        return [f"{self.total} acts in {self.counties} counties, {share:.0%} refused", *table, *reasons]
