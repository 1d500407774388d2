"""A text is folded character by character, so every offset in it stays one."""

import re

import pytest
from guanwei.screening.engine import characters, reading
from guanwei.screening.engine.digits import Digits
from guanwei.screening.engine.reading import bare_forms, read
from hypothesis import given
from hypothesis import strategies as st

# Any string at all, lone surrogates too, with more of what hides words than chance would bring.
MARKS = st.sampled_from(list(characters.GAPS + characters.STOPS + "\0\u200b\u202e\u0301\ufeff\ud800😀"))
ANY = st.text(st.one_of(st.characters(exclude_categories=()), MARKS, st.sampled_from("网络赌博aＡ1１傳")))


@given(ANY)
def test_the_plain_text_is_as_long_as_the_text(text: str) -> None:
    assert len(read(text).plain) == len(text) == len(read(text).kinds)


@given(ANY)
def test_every_bare_character_has_its_place(text: str) -> None:
    got = read(text)
    assert [got.plain[place] for place in got.places] == list(got.bare)
    assert list(got.places) == sorted(set(got.places))


@given(ANY)
def test_folding_a_folded_text_changes_nothing(text: str) -> None:
    got = read(text)
    assert read(got.plain).plain == got.plain
    assert read(got.bare).bare == got.bare


@given(ANY)
def test_a_span_of_the_bare_text_reads_the_same(text: str) -> None:
    got = read(text)
    for start in range(len(got.bare)):
        first, beyond = got.span(start, min(start + 3, len(got.bare)))
        assert read(text[first:beyond]).bare == got.bare[start : start + 3]


@given(st.lists(ANY))
def test_words_are_folded_together_as_each_by_itself(words: list[str]) -> None:
    assert list(bare_forms(words)) == [read(word).bare for word in words]


@given(ANY)
def test_a_text_read_in_pieces_reads_the_same(text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reading, "PIECE", 3)
        pieces = read(text)
    whole = read(text)
    assert (pieces.plain, pieces.bare, pieces.digits) == (whole.plain, whole.bare, whole.digits)
    assert (list(pieces.places), list(pieces.kinds)) == (list(whole.places), list(whole.kinds))
    assert pieces.bare_kinds == whole.bare_kinds == bytes(whole.kinds[place] for place in whole.places)


@given(ANY, st.integers(1, 4))
def test_digits_stand_together_across_gaps_and_stops(text: str, digits: int) -> None:
    bare = "".join("1" if "0" <= each <= "9" else " " for each in read(text).bare)
    asked = Digits(read(text))
    assert asked.has_together(5) == ("1" * 5 in bare)
    assert asked.has_together(digits) == ("1" * digits in bare)
    assert asked.together(digits) == [run.start() for run in re.finditer(f"1{{{digits},}}", bare)]


def test_every_character_is_one_thing() -> None:
    kinds = {int(kind) for kind in characters.table() >> characters.KIND}
    one = {characters.DIGIT, characters.LETTER, characters.HAN, characters.GAP, characters.STOP}
    assert kinds == one | {0}


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("ＡＢＣ１２", "abc12"),
        ("網絡", "网络"),
        ("後臺", "后台"),
        ("①", "1"),
        ("𝟏𝟑", "13"),
        ("㊙", "秘"),
        ("ﾊ", "ハ"),
    ],
)
def test_forms_of_a_character_are_folded(written: str, plain: str) -> None:
    assert read(written).plain == plain
