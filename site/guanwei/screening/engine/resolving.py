"""Which hits stand where several cover one place."""

from bisect import bisect_right, insort
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter

from guanwei.api.screenings import FindingType
from guanwei.screening.engine.hits import Hit
from guanwei.screening.engine.matching import Span

# Of equally long readings of one number the first is the most certain: it has a date and a checksum.
NUMBERS = (FindingType.ID_NUMBER, FindingType.BANK_CARD, FindingType.MOBILE)
RANKS = {number: rank for rank, number in enumerate(NUMBERS)}


def resolved(hits: Iterable[Hit], allowed: Sequence[Span] = ()) -> list[Hit]:
    """In the order of the text: one number is one thing, what is allowed isn't told, nothing is told twice."""
    found = list(dict.fromkeys(hits))
    if allowed:
        found = list(_not_allowed(found, allowed))
    numbers = [hit for hit in found if hit.type in RANKS]
    if len(numbers) > 1:
        found = [hit for hit in found if hit.type not in RANKS]
        for cluster in _clusters(numbers):
            found += _apart(cluster)
    return sorted(found, key=lambda hit: (hit.start, -hit.end))


def _not_allowed(hits: Iterable[Hit], allowed: Sequence[Span]) -> Iterator[Hit]:
    """Of each type the spans' starts and ends both rise, so the last that begins before a hit reaches furthest."""
    starts: dict[FindingType, list[int]] = defaultdict(list)
    ends: dict[FindingType, list[int]] = defaultdict(list)
    for span in allowed:
        starts[span.type].append(span.start)
        ends[span.type].append(span.end)
    for hit in hits:
        at = bisect_right(starts.get(hit.type, []), hit.start)
        if not at or ends[hit.type][at - 1] < hit.end:
            yield hit


def _clusters(numbers: Iterable[Hit]) -> Iterator[list[Hit]]:
    """Those that hang together by overlaps."""
    cluster: list[Hit] = []
    end = 0
    for hit in sorted(numbers, key=attrgetter("start")):
        if cluster and hit.start >= end:
            yield cluster
            cluster = []
        cluster.append(hit)
        end = max(end, hit.end)
    if cluster:
        yield cluster


def _apart(cluster: list[Hit]) -> list[Hit]:
    """The longest first: what overlaps one that stands is a part or a misreading of it."""
    kept: list[Hit] = []
    for hit in sorted(cluster, key=lambda each: (each.start - each.end, RANKS[each.type], each.start)):
        at = bisect_right(kept, hit.start, key=attrgetter("start"))
        before_ends = not at or kept[at - 1].end <= hit.start
        if before_ends and (at == len(kept) or hit.end <= kept[at].start):
            insort(kept, hit, key=attrgetter("start"))
    return kept
