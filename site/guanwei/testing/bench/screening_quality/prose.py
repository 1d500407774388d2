"""Running text that nobody labelled: what is found in each file, for a person to judge."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from guanwei.screening.engine.hits import NOTHING_KNOWN, Hit
from guanwei.testing.bench.screening_quality.measuring import Screen


@dataclass(frozen=True, slots=True)
class Read:
    """A file with what was found in it."""

    name: str
    text: str
    hits: tuple[Hit, ...]

    def told(self) -> str:
        """How many of which type, in how many characters."""
        kinds = Counter(hit.type.value for hit in self.hits)
        by_type = ", ".join(f"{kind} {count}" for kind, count in sorted(kinds.items()))
        return f"{len(self.text)} characters: {by_type or 'nothing'}"

    def lines(self) -> Iterator[str]:
        """A line for each hit, with what stands around it."""
        for hit in self.hits:
            around = self.text[max(0, hit.start - 20) : hit.end + 20].replace("\n", " ")
            yield f"{self.name}: {hit.type.value} at {hit.start}-{hit.end} “{around}”"


def read_all(folder: Path, screen: Screen) -> list[Read]:
    """Every .txt file of a folder. What isn't UTF-8 in it is read as replacement characters."""
    texts = ((file.name, file.read_text("utf-8", "replace")) for file in sorted(folder.glob("*.txt")))
    return [Read(name, text, tuple(screen(text, NOTHING_KNOWN))) for name, text in texts]
