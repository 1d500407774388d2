"""A masked text goes back over the pieces it came from: nothing is lost, nothing moves that stays."""

from guanwei.screening.attachments.spreading import cuts, spread
from hypothesis import given
from hypothesis import strategies as st

WORDS = st.text("ab1*甲", max_size=12)


@given(st.lists(WORDS, max_size=6), WORDS)
def test_the_pieces_together_are_the_new_text(pieces: list[str], new: str) -> None:
    if any(pieces):
        assert "".join(spread(pieces, new)) == new


@given(st.lists(WORDS, max_size=6), st.data())
def test_a_text_of_equal_length_changes_place_by_place(pieces: list[str], data: st.DataObject) -> None:
    old = "".join(pieces)
    hidden = data.draw(st.sets(st.integers(0, max(0, len(old) - 1))))
    new = "".join("#" if at in hidden else each for at, each in enumerate(old))
    assert [len(each) for each in spread(pieces, new)] == [len(each) for each in pieces]


@given(WORDS, WORDS)
def test_cuts_make_the_new_text_of_the_old_one(old: str, new: str) -> None:
    made, at = "", 0
    for cut in cuts(old, new):
        made += old[at : cut.start] + cut.text
        at = cut.end
    assert made + old[at:] == new


def test_a_shorter_mask_leaves_the_pieces_around_it_alone() -> None:
    assert spread(["住清河县", "人民路1", "2号301", "室。"], "住清河县人民路***。") == [
        "住清河县",
        "人民路***",
        "",
        "。",
    ]


def test_a_very_long_difference_is_one_cut() -> None:
    assert len(cuts("甲" + "a" * 100_000 + "乙", "甲" + "b1" * 60_000 + "乙")) == 1
