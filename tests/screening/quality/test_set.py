"""The labelled set is what it is meant to be: large, half clean, and different from text to text."""

import re
from collections import Counter
from pathlib import Path

from guanwei.api.screenings import FindingType
from guanwei.testing.bench.screening_quality.loading import IN_A_CHECKOUT, terms_in
from guanwei.testing.bench.screening_quality.texts import LabelledText

# Two texts with as many Chinese characters in a row in common were written from one another.
SAME_WORDS = 12


def test_there_are_enough_texts_of_many_genres(texts: list[LabelledText]) -> None:
    assert len(texts) >= 320
    assert len({each.genre for each in texts}) >= 25


def test_each_text_has_a_name_of_its_own(texts: list[LabelledText]) -> None:
    assert not [name for name, times in Counter(each.id for each in texts).items() if times > 1]


def test_half_are_clean_and_a_third_of_those_look_like_something(
    texts: list[LabelledText], clean: list[LabelledText]
) -> None:
    assert abs(len(clean) - len(texts) / 2) <= 2
    assert sum(bool(each.alike) for each in clean) >= len(clean) / 3


def test_only_clean_texts_are_alike_something(texts: list[LabelledText]) -> None:
    assert not [each.id for each in texts if each.alike and not each.clean]


def test_each_type_is_to_be_found_a_dozen_times_and_in_different_genres(texts: list[LabelledText]) -> None:
    for kind in FindingType:
        holding = [
            each for each in texts for label in each.labels if label.type == kind and not label.legitimate
        ]
        assert len(holding) >= 12, kind
        assert len({each.genre for each in holding}) >= 2, kind


def test_a_text_holds_at_most_three_findings(texts: list[LabelledText]) -> None:
    assert not [each.id for each in texts if len(each.labels) > 3]


def test_most_texts_are_short_and_some_are_long(texts: list[LabelledText]) -> None:
    sizes = [len(each.text) for each in texts]
    assert sum(40 <= size <= 400 for size in sizes) >= 0.9 * len(sizes)
    assert sum(600 <= size <= 1200 for size in sizes) >= 10
    assert min(sizes) >= 30


def runs(text: str) -> set[str]:
    text = re.sub(r"[^\u4e00-\u9fff]", "", text)
    return {text[start : start + SAME_WORDS] for start in range(len(text) - SAME_WORDS + 1)}


def test_no_text_is_another_one_with_other_words_filled_in(texts: list[LabelledText]) -> None:
    seen: dict[str, str] = {}
    for each in texts:
        for run in runs(each.text):
            assert seen.setdefault(run, each.id) == each.id, run


def test_no_text_was_at_hand_while_the_engine_was_built(texts: list[LabelledText]) -> None:
    """Other tests of the room are what it was built with."""
    screening = Path(__file__).parents[1]
    others = [file for file in screening.rglob("*.py") if IN_A_CHECKOUT not in file.parents]
    assert others
    known = {run for file in others for run in runs(file.read_text("utf-8"))}
    assert not [(each.id, run) for each in texts for run in runs(each.text) & known]


def test_the_dictionary_has_each_term_once() -> None:
    terms = terms_in(IN_A_CHECKOUT / "terms.txt")
    assert len(terms) == len(set(terms)) == 30
