"""Documents of running text, made anew from their numbers: a corpus needn't be held by several processes."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from guanwei.testing.bench.screening.sentences import AWAKENING, ORDINARY, WRITTEN
from guanwei.testing.bench.screening.words import SEED, hidden

CHARACTERS = 5000
# In a hundred documents: words as they are written, words that are hidden, and sentences that wake detectors.
WRITTEN_IN_100, HIDDEN_IN_100, AWAKENING_IN_100 = 20, 4, 8
RATE = (
    f"in 100 documents {WRITTEN_IN_100} words as written, {HIDDEN_IN_100} hidden, "
    f"{AWAKENING_IN_100} sentences for detectors"
)


@dataclass(frozen=True, slots=True)
class Document:
    """A text of ``CHARACTERS``, and how many words were planted in it."""

    text: str
    planted: int


def document(number: int, planted: Sequence[str]) -> Document:
    """The document of that number; ``planted`` are the words to choose from."""
    random = Random(SEED + number)  # noqa: S311
    written = _plants(random, WRITTEN_IN_100, planted, hide=False)
    hiding = _plants(random, HIDDEN_IN_100, planted, hide=True)
    waking = random.choices(AWAKENING, k=_count(random, AWAKENING_IN_100))
    special = [*written, *hiding, *waking]
    sentences = list(special)
    length = sum(map(len, sentences))
    while length < CHARACTERS - 200:
        sentences.append(random.choice(ORDINARY))
        length += len(sentences[-1])
    random.shuffle(sentences)
    # The end is cut off, and must hold nothing that counts.
    sentences += random.choices(ORDINARY, k=10)
    paragraphs = ["".join(sentences[at : at + 4]) for at in range(0, len(sentences), 4)]
    return Document("\n".join(paragraphs)[:CHARACTERS], len(written) + len(hiding))


def _plants(random: Random, in_100: int, planted: Sequence[str], hide: bool) -> list[str]:
    chosen = random.choices(planted, k=_count(random, in_100))
    return [random.choice(WRITTEN).format(hidden(word, random) if hide else word) for word in chosen]


def _count(random: Random, in_100: int) -> int:
    """0 to 2 with the wanted mean."""
    return sum(random.random() * 200 < in_100 for _turn in range(2))
