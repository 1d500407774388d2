"""Superlatives where something is sold (广告法 第九条第三项). An office's own 最低生活保障 is none."""

from collections.abc import Iterable, Sequence

from guanwei.api.screenings import FindingType
from guanwei.screening.detectors.lexicon import superlative_phrases as phrases
from guanwei.screening.detectors.lexicon.selling import HINTED, OFFERS, sells
from guanwei.screening.engine.clauses import Surroundings, sentence
from guanwei.screening.engine.hits import About, Hit
from guanwei.screening.engine.reading import Reading

TYPE = FindingType.AD_SUPERLATIVE
ANCHORS = phrases.ANCHORS
DIGITS = 0
# What is sold, or its price.
NEAR = (*OFFERS, *HINTED)
NEAR_DIGITS = 1
REACH = 180

SENTENCE = 60


def find(reading: Reading, anchors: Sequence[int], _about: About) -> Iterable[Hit]:
    """The phrase without the goods: 全国第一, 最低价, 国家级."""
    plain, beyond = reading.plain, 0
    selling = Surroundings(plain, sells)
    for at in anchors:
        end = _end(plain, at) if at >= beyond else 0
        if end and (sells(sentence(plain, at, end, reach=SENTENCE)) or selling.at(at)):
            beyond = end
            yield Hit(TYPE, at, end)


def _end(plain: str, at: int) -> int:
    """Where the phrase ends that begins at ``at`` and means what advertising means by it; 0 for none."""
    match = phrases.PHRASE.match(plain, at)
    end = match.end() if match is not None else 0
    if plain.startswith("最", at) and plain[at + 1 : end] in phrases.ALONE:
        return end if _beside_goods(plain, at, end) else 0
    return end


def _beside_goods(plain: str, at: int, end: int) -> bool:
    after = phrases.GOODS_AFTER.match(plain, end)
    return after is not None or phrases.GOODS_BEFORE.search(plain[max(0, at - 8) : at]) is not None
