"""Runs of stock phrases, the whole cluster at once. One of them amid facts says something and is none; lists that an
agency keeps find single ones (``dictionaries``).

A clause is empty if it has a stock phrase and no fact. Empty clauses that follow on each other are a cluster.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from guanwei.api.screenings import FindingType
from guanwei.screening.detectors.lexicon import stock_phrases as stock
from guanwei.screening.engine.clauses import sentence
from guanwei.screening.engine.hits import About, Hit
from guanwei.screening.engine.reading import Reading

TYPE = FindingType.EMPTY_TALK
ANCHORS = stock.ANCHORS
DIGITS = 0

# So many different phrases make a cluster; phrases that are made like stock phrases count half.
CLUSTER, HALF, DENSE = 3.0, 0.5, 0.5
# So far apart two anchors begin at least once in a cluster, and what is looked at before and after them.
BESIDE, AROUND = 26, 70
# A clause between two empty ones that says nothing either, and the tail of the last one.
BETWEEN, TAIL = 16, 4


@dataclass(frozen=True, slots=True)
class _Clause:
    """``phrases`` (start, end, weight); ``fact``: something is said in it."""

    start: int
    end: int
    phrases: tuple[tuple[int, int, float], ...]
    fact: bool


def find(reading: Reading, anchors: Sequence[int], _about: About) -> Iterable[Hit]:
    """From the first to the last phrase of each cluster."""
    if not any(second - first < BESIDE for first, second in pairwise(anchors)):
        return
    plain, beyond = reading.plain, 0
    for first, last in _stretches(len(plain), anchors):
        clauses = [_read(plain, *span, anchors) for span in _spans(plain, max(first, beyond), last)]
        for cluster in _clusters(plain, clauses):
            start, end = _place(plain, cluster)
            if start >= beyond and not _scolded(plain, start, end):
                beyond = end
                yield Hit(TYPE, start, end)


def _stretches(length: int, anchors: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Parts of the text where anchors stand close together."""
    first = last = -1
    for one, other in pairwise(anchors):
        if other - one >= BESIDE:
            continue
        if first >= 0 and one - AROUND > last:
            yield max(0, first - AROUND), min(length, last + AROUND)
            first = -1
        first, last = one if first < 0 else first, other
    if first >= 0:
        yield max(0, first - AROUND), min(length, last + AROUND)


def _spans(plain: str, first: int, last: int) -> Iterator[tuple[int, int]]:
    """The clauses of a stretch."""
    for match in stock.CLAUSE.finditer(plain, first, last):
        yield match.start(), match.end()


def _read(plain: str, start: int, end: int, anchors: Sequence[int]) -> _Clause:
    phrases = tuple(_phrases(plain, start, end, anchors))
    rest = _without(plain, start, end, phrases)
    carried = len(stock.CARRIES_NOTHING.sub("", rest))
    fact = stock.FACT.search(rest) is not None or carried > (BETWEEN if phrases else BETWEEN // 2)
    return _Clause(start, end, phrases, fact)


def _phrases(plain: str, start: int, end: int, anchors: Sequence[int]) -> Iterator[tuple[int, int, float]]:
    """Stock phrases, and phrases that are made like them."""
    known = set(anchors[bisect_left(anchors, start) : bisect_left(anchors, end)])
    at = start
    while at < end:
        beyond, weight = _phrase(plain, at, end, at in known)
        if beyond:
            yield at, beyond, weight
        at = beyond or at + 1


def _phrase(plain: str, at: int, end: int, known: bool) -> tuple[int, float]:
    """Where the phrase ends that begins there, and its weight; 0 for none."""
    shape = stock.SHAPE.match(plain, at, end)
    reach = max(
        at + len(stock.KNOWN.at(plain, at)) if known else at, shape.end() if shape is not None else at
    )
    if at < reach <= end:
        return reach, 1.0
    made = stock.MADE.match(plain, at, end)
    return (made.end(), HALF) if made is not None else (0, 0.0)


def _without(plain: str, start: int, end: int, phrases: Sequence[tuple[int, int, float]]) -> str:
    """The clause with its phrases left out."""
    edges = [start, *(edge for first, last, _weight in phrases for edge in (first, last)), end]
    return "".join(plain[edges[at] : edges[at + 1]] for at in range(0, len(edges), 2))


def _clusters(plain: str, clauses: Sequence[_Clause]) -> Iterator[list[_Clause]]:
    """Empty clauses that follow on each other; a short one that carries nothing may stand between two."""
    cluster: list[_Clause] = []
    bridge = False
    for clause in clauses:
        if clause.phrases and not clause.fact:
            cluster.append(clause)
            bridge = False
        elif clause.fact or bridge:
            yield from _heavy(plain, cluster)
            cluster, bridge = [], False
        else:
            bridge = True
    yield from _heavy(plain, cluster)


def _heavy(plain: str, cluster: list[_Clause]) -> Iterator[list[_Clause]]:
    """The cluster, if it is one: nothing counts twice, and most of it is phrases."""
    phrases = [phrase for clause in cluster for phrase in clause.phrases]
    weights = {plain[start:end]: weight for start, end, weight in phrases}
    if sum(weights.values()) >= CLUSTER:
        said = sum(end - start for start, end, _weight in phrases)
        if said >= DENSE * (phrases[-1][1] - phrases[0][0]):
            yield cluster


def _place(plain: str, cluster: Sequence[_Clause]) -> tuple[int, int]:
    """From the first phrase to the last one, with the few characters that may be left of its clause."""
    end, clause_end = cluster[-1].phrases[-1][1], cluster[-1].end
    return cluster[0].phrases[0][0], clause_end if clause_end - end <= TAIL else end


def _scolded(plain: str, start: int, end: int) -> bool:
    """A text against empty talk quotes it."""
    return stock.SCOLDED.search(sentence(plain, start, end, reach=60)) is not None
