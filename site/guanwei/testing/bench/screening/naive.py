"""The same hits as a loop over all words finds, on a small corpus: the quick way must find nothing else."""

from guanwei.api.screenings import FindingType
from guanwei.screening.engine.engine import Engine
from guanwei.screening.engine.terms import Term
from guanwei.testing.bench.screening.corpus import document

TERM = FindingType.DICTIONARY_TERM
Spans = set[tuple[int, int, str]]


def differences(words: list[str], documents: int) -> tuple[int, int]:
    """How many hits only one of both has, and how many there are."""
    engine = Engine([Term(word, TERM) for word in words])
    differing = total = 0
    for number in range(documents):
        text = document(number, words).text
        ours = {(hit.start, hit.end, hit.term) for hit in engine.screen(text) if hit.type is TERM}
        # What is hidden no loop finds; that our hits are what was planted is asked elsewhere.
        as_written = {each for each in ours if text[each[0] : each[1]] == each[2]}
        naive = as_a_loop_finds(text, words)
        differing += len(as_written ^ naive)
        total += len(naive)
    return differing, total


def as_a_loop_finds(text: str, words: list[str]) -> Spans:
    """Each word looked for by itself; the longest of those that overlap, from the left."""
    spans = sorted(
        ((start, start + len(word), word) for word in words for start in _starts(text, word)),
        key=lambda span: (span[0], -span[1]),
    )
    kept: Spans = set()
    end = 0
    for span in spans:
        if span[0] >= end:
            kept.add(span)
            end = span[1]
    return kept


def _starts(text: str, word: str) -> list[int]:
    starts, at = [], text.find(word)
    while at >= 0:
        starts.append(at)
        at = text.find(word, at + 1)
    return starts
