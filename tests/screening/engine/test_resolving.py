"""One number is one thing, what is allowed isn't told, nothing is told twice."""

from itertools import pairwise

from guanwei.api.screenings import FindingType
from guanwei.screening.engine.hits import Hit
from guanwei.screening.engine.matching import Span
from guanwei.screening.engine.resolving import NUMBERS, resolved
from hypothesis import given
from hypothesis import strategies as st

ID, CARD, MOBILE = FindingType.ID_NUMBER, FindingType.BANK_CARD, FindingType.MOBILE
WORD, AD = FindingType.DICTIONARY_TERM, FindingType.COMMERCIAL_AD
SPANS = st.tuples(st.sampled_from(NUMBERS), st.integers(0, 40), st.integers(1, 9))
HITS = st.lists(st.builds(lambda each: Hit(each[0], each[1], each[1] + each[2]), SPANS))


def test_the_longest_reading_of_a_number_stands() -> None:
    assert resolved([Hit(MOBILE, 4, 15), Hit(CARD, 0, 19)]) == [Hit(CARD, 0, 19)]


def test_of_equally_long_ones_the_one_with_a_date_and_a_checksum_stands() -> None:
    assert resolved([Hit(CARD, 0, 18), Hit(ID, 0, 18)]) == [Hit(ID, 0, 18)]


def test_a_number_beside_a_misread_one_is_kept() -> None:
    assert resolved([Hit(MOBILE, 0, 11), Hit(CARD, 9, 25), Hit(ID, 20, 38)]) == [
        Hit(MOBILE, 0, 11),
        Hit(ID, 20, 38),
    ]


def test_other_types_may_cover_a_number() -> None:
    hits = [Hit(AD, 0, 30), Hit(MOBILE, 10, 21), Hit(WORD, 12, 14)]
    assert resolved(hits) == hits


def test_nothing_is_told_twice_and_all_in_the_order_of_the_text() -> None:
    assert resolved([Hit(WORD, 5, 7), Hit(AD, 0, 3), Hit(WORD, 5, 7), Hit(AD, 0, 9)]) == [
        Hit(AD, 0, 9),
        Hit(AD, 0, 3),
        Hit(WORD, 5, 7),
    ]


def test_what_is_allowed_is_not_told_whoever_found_it() -> None:
    allowed = [Span(AD, 2, 9), Span(AD, 5, 12), Span(WORD, 0, 30)]
    assert resolved([Hit(AD, 3, 9), Hit(AD, 6, 12), Hit(AD, 1, 9), Hit(MOBILE, 3, 8)], allowed) == [
        Hit(AD, 1, 9),
        Hit(MOBILE, 3, 8),
    ]


@given(HITS)
def test_numbers_that_stand_do_not_overlap_and_each_other_overlaps_one_as_long(hits: list[Hit]) -> None:
    standing = resolved(hits)
    assert all(left.end <= right.start for left, right in pairwise(standing))
    for hit in hits:
        assert any(
            each.start < hit.end and hit.start < each.end and each.end - each.start >= hit.end - hit.start
            for each in standing
        )
