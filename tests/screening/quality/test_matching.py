"""Which hits count as found, and which as crying wolf."""

from dataclasses import replace

from guanwei.api.screenings import FindingType
from guanwei.screening.engine.hits import NOTHING_KNOWN, About, Hit
from guanwei.testing.bench.screening_quality.matching import fits, matched, overlap
from guanwei.testing.bench.screening_quality.measuring import measured
from guanwei.testing.bench.screening_quality.tally import Tally, macro_f1
from guanwei.testing.bench.screening_quality.texts import Label, LabelledText, Where
from hypothesis import given
from hypothesis import strategies as st

MOBILE, TERM, ORDER = FindingType.MOBILE, FindingType.DICTIONARY_TERM, FindingType.LEADER_ORDER
SPANS = st.tuples(st.integers(0, 30), st.integers(0, 30)).map(lambda span: (min(span), max(span)))


def test_half_of_the_characters_must_be_the_same() -> None:
    label = Label(MOBILE, 10, 20)
    assert fits(label, Hit(MOBILE, 10, 20))
    assert fits(label, Hit(MOBILE, 15, 20))
    assert fits(label, Hit(MOBILE, 10, 30))
    assert not fits(label, Hit(MOBILE, 16, 20))
    assert not fits(label, Hit(MOBILE, 10, 31))


def test_a_missing_source_is_at_the_very_beginning() -> None:
    label = Label(FindingType.MISSING_SOURCE, 0, 0, Where.START)
    assert fits(label, Hit(FindingType.MISSING_SOURCE, 0, 0))
    assert not fits(label, Hit(FindingType.MISSING_SOURCE, 0, 1))


@given(SPANS, SPANS)
def test_overlap_is_the_same_both_ways_and_full_for_itself_alone(
    one: tuple[int, int], other: tuple[int, int]
) -> None:
    there = overlap(Label(MOBILE, one[0], one[1]), Hit(MOBILE, other[0], other[1]))
    assert there == overlap(Label(MOBILE, other[0], other[1]), Hit(MOBILE, one[0], one[1]))
    assert 0 <= there <= 1
    assert (there == 1) == (one == other and one[0] < one[1])


def test_another_type_at_the_same_place_is_missed_and_cries_wolf() -> None:
    result = matched([Label(MOBILE, 0, 11)], [Hit(FindingType.BANK_CARD, 0, 11)])
    assert (len(result.found), len(result.missed), len(result.alarms)) == (0, 1, 1)


def test_the_best_fitting_hit_is_taken_and_a_second_one_cries_wolf() -> None:
    loose, exact = Hit(MOBILE, 0, 14), Hit(MOBILE, 0, 11)
    assert matched([Label(MOBILE, 0, 11)], [loose, exact]).alarms == (loose,)


def test_one_hit_answers_one_label() -> None:
    result = matched([Label(MOBILE, 0, 10), Label(MOBILE, 4, 12)], [Hit(MOBILE, 0, 12)])
    assert (len(result.found), len(result.missed)) == (1, 1)


def test_every_hit_in_a_list_of_names_speaks_of_the_list() -> None:
    label = Label(ORDER, 5, 20, Where.TOUCHING)
    result = matched([label], [Hit(ORDER, 5, 7), Hit(ORDER, 11, 13), Hit(ORDER, 30, 32)])
    assert result.found == (label,)
    assert result.alarms == (Hit(ORDER, 30, 32),)


def test_a_legitimate_use_may_be_pointed_at_or_passed_over_but_not_held_for_meant() -> None:
    label, hit = Label(TERM, 3, 7, legitimate=True), Hit(TERM, 3, 7)
    told, passed_over, held = (
        matched([label], hits) for hits in ([replace(hit, legitimate=True)], [], [hit])
    )
    assert (told.alarms, told.found, passed_over.missed) == ((), (), ())
    assert held.alarms == (hit,)


def test_what_was_meant_but_told_as_legitimate_is_found_and_named() -> None:
    hit = Hit(TERM, 0, 4, legitimate=True)
    result = matched([Label(TERM, 0, 4)], [hit])
    assert (len(result.found), result.mistaken) == (1, (hit,))


def test_f1_is_the_harmonic_mean_and_nothing_found_is_nothing() -> None:
    tally = Tally(found=6, missed=2, alarms=6)
    assert (tally.precision, tally.recall, tally.f1) == (0.5, 0.75, 0.6)
    assert Tally(missed=3).f1 == Tally(alarms=3).f1 == Tally().f1 == 0
    assert macro_f1([Tally(found=1), Tally(missed=9)]) == 0.5
    assert macro_f1([]) == 0


def test_alarms_are_counted_by_the_characters_of_clean_texts_alone() -> None:
    texts = [
        LabelledText("clean", "", "字" * 500, NOTHING_KNOWN, ()),
        LabelledText("not", "", "字" * 9000, NOTHING_KNOWN, (Label(MOBILE, 0, 11),)),
    ]

    def screen(text: str, about: About) -> list[Hit]:
        return [Hit(MOBILE, 0, 11)] if len(text) > 500 else [Hit(TERM, 0, 2), Hit(TERM, 4, 6)]

    result = measured(texts, screen)
    assert (result.clean_texts, result.clean_characters, result.alarms_per_10000) == (1, 500, 40)
    assert result.macro_f1 == 1 / len(FindingType)
    assert [line.partition(":")[0] for line in result.mistakes] == ["alarm in clean text"] * 2
