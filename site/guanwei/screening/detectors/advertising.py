"""Commercial advertisements, advertorials (软文) too: an offer and the way to the seller.

An office's own notice offers as well, from vouchers to vacancies: who speaks, for what, is weighed against the offer.
"""

from collections.abc import Iterable, Iterator, Sequence

from guanwei.api.screenings import FindingType
from guanwei.screening.detectors.lexicon import advertisements as ads
from guanwei.screening.engine.clauses import CLAUSE_ENDS, SENTENCE_ENDS, Surroundings, begin_of, end_of
from guanwei.screening.engine.hits import About, Hit
from guanwei.screening.engine.reading import Reading

TYPE = FindingType.COMMERCIAL_AD
ANCHORS = ads.ANCHORS
DIGITS = 0
# The way to the seller, in words or as a number.
NEAR = (*ads.REACHED,)
NEAR_DIGITS = 7
REACH = 150

# So far apart are the offers of one advertisement, and the contact after or before them.
TOGETHER, WITHIN, LONGEST, BESIDE, BEFORE = 80, 100, 400, 20, 60


def find(reading: Reading, anchors: Sequence[int], _about: About) -> Iterable[Hit]:
    """From the beginning of the clause with the first offer to the end of the contact."""
    plain, beyond = reading.plain, 0
    weighed = Surroundings(plain, _weighed)
    for first, last, offers in _groups(plain, anchors):
        if first < beyond or not _promising(plain, first, last, offers) or not weighed.at(first):
            continue
        start, end = _clause(plain, first, last)
        if end:
            beyond = end
            yield Hit(TYPE, start, end)


def _groups(plain: str, anchors: Sequence[int]) -> Iterator[tuple[int, int, set[str]]]:
    """Where the first offer of a group begins and the last one ends, with the offers."""
    first = last = -1
    offers: set[str] = set()
    for at in anchors:
        offer = ads.OFFERS.at(plain, at)
        if not offer:
            continue
        if first >= 0 and (at - last > TOGETHER or at - first > LONGEST):
            yield first, last, offers
            first, offers = -1, set()
        offers.add(offer)
        first, last = at if first < 0 else first, max(last, at + len(offer))
    if first >= 0:
        yield first, last, offers


def _promising(plain: str, first: int, last: int, offers: set[str]) -> bool:
    """Whether it may be worth a closer look: one everyday word makes no offer without a private way to its seller."""
    near = plain[max(0, first - WITHIN) : last + WITHIN]
    if len(offers) == 1 and offers <= ads.WEAK and not any(word in near for word in ads.PERSONAL):
        return False
    return ads.REACHED.any_in(near) or ads.NUMBER.search(near) is not None


def _weighed(around: str) -> bool:
    """Whether its offers weigh more than what is official in it."""
    if ads.WARNED.any_in(around):
        return False
    offers = ads.OFFERS.of(around)
    strong = sum(offer not in ads.WEAK for offer in offers)
    weight = 2 * strong + len(offers) - strong + 2 * bool(ads.PRICED.search(around))
    weight += 2 * bool(ads.PRIVATE.search(around)) - 2 * bool(ads.FREE.search(around))
    weight -= 2 * len(ads.OFFICIAL.of(around)) + 2 * bool(ads.GOVERNMENT.search(around))
    return weight >= (2 if strong else 3)


def _clause(plain: str, first: int, last: int) -> tuple[int, int]:
    """The place of the advertisement; an end of 0 where it names no way to the seller."""
    contact = ads.CONTACT.search(plain, first, min(len(plain), last + WITHIN))
    if contact is not None:
        return _begin(plain, first), max(_all_contacts(plain, contact.end()), min(last, contact.end()))
    before = ads.CONTACT.search(plain, max(begin_of(plain, first, SENTENCE_ENDS), first - WITHIN), first)
    if before is None:
        return first, 0
    return begin_of(plain, before.start(), CLAUSE_ENDS), end_of(plain, last, CLAUSE_ENDS)


def _begin(plain: str, first: int) -> int:
    """The clause of the first offer, or the one before it in its sentence that says who sells what."""
    sentence, clause = begin_of(plain, first, SENTENCE_ENDS), begin_of(plain, first, CLAUSE_ENDS)
    greeting = ads.GREETING.match(plain[sentence:clause])
    sentence += greeting.end() if greeting is not None else 0
    seller = ads.SELLER.search(plain, max(sentence, clause - BEFORE), clause)
    return begin_of(plain, seller.start(), CLAUSE_ENDS) if seller is not None else clause


def _all_contacts(plain: str, end: int) -> int:
    """A second contact just behind the first one belongs to it."""
    for _turn in range(3):
        more = ads.CONTACT.search(plain, end, min(len(plain), end + WITHIN))
        if more is None or more.start() - end > BESIDE:
            return end
        end = more.end()
    return end
