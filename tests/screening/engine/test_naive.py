"""The quick way finds what a loop over all words finds, and spans say where."""

import pytest
from guanwei.api.screenings import FindingType
from guanwei.screening.engine import vocabulary
from guanwei.screening.engine.engine import Engine
from guanwei.screening.engine.reading import read
from guanwei.screening.engine.terms import Term
from guanwei.testing.bench.screening.naive import as_a_loop_finds, differences
from guanwei.testing.bench.screening.words import words
from hypothesis import given
from hypothesis import strategies as st

HAN = "网络赌博刷单"
WORDS = st.lists(st.text(HAN, min_size=2, max_size=4), max_size=8, unique=True)
TERM = FindingType.DICTIONARY_TERM


def spans(text: str, known: list[str]) -> set[tuple[int, int, str]]:
    engine = Engine([Term(word, TERM) for word in known], detectors=())
    return {(hit.start, hit.end, hit.term) for hit in engine.screen(text)}


@given(st.text(HAN), WORDS)
def test_it_finds_what_a_loop_finds(text: str, known: list[str]) -> None:
    assert spans(text, known) == as_a_loop_finds(text, known)


@given(st.text(HAN), WORDS)
def test_a_text_searched_in_pieces_is_searched_the_same(text: str, known: list[str]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(vocabulary, "PIECE", 2)
        assert spans(text, known) == as_a_loop_finds(text, known)


@given(st.text(HAN + " *,，\u200b\n😀＊ａ1"), WORDS)
def test_what_is_found_is_the_word_when_the_marks_are_gone(text: str, known: list[str]) -> None:
    for start, end, term in spans(text, known):
        assert read(text[start:end]).bare == term
        assert (read(text[start]).bare, read(text[end - 1]).bare) == (term[0], term[-1])


@given(st.text(HAN, max_size=6), WORDS, st.sampled_from("\u200b\u0301*"))
def test_a_mark_between_all_characters_hides_nothing(text: str, known: list[str], mark: str) -> None:
    found = {term for _start, _end, term in spans(mark.join(text), known)}
    assert found == {term for _start, _end, term in as_a_loop_finds(text, known)}


def test_it_finds_the_same_on_running_text() -> None:
    differing, total = differences(words(400), 40)
    assert differing == 0
    assert total > 3
