"""A label that doesn't fit its text is refused, with the text's name."""

from pathlib import Path

import pytest
from guanwei.testing.bench.screening_quality.loading import texts_in
from guanwei.testing.bench.screening_quality.texts import LabelledText

HEAD = "genre = '试写'\n[[texts]]\nid = 'one'\ntext = '甲乙甲丙'\n"


def read(folder: Path, more: str) -> LabelledText:
    (folder / "one.toml").write_text(HEAD + more, "utf-8")
    return texts_in(folder)[0]


def spans(text: LabelledText) -> list[tuple[int, int]]:
    return [(label.start, label.end) for label in text.labels]


def test_a_quote_is_found_where_it_stands(tmp_path: Path) -> None:
    text = read(tmp_path, "findings = [{ type = 'wording', quote = '乙甲' }]")
    assert spans(text) == [(1, 3)]
    assert not text.clean


def test_one_of_several_is_told_by_its_number(tmp_path: Path) -> None:
    text = read(tmp_path, "findings = [{ type = 'wording', quote = '甲', occurrence = 2, times = 2 }]")
    assert spans(text) == [(2, 3)]


def test_the_beginning_and_the_whole_have_no_quote(tmp_path: Path) -> None:
    both = "{ type = 'missing_source', where = 'start' }, { type = 'police_report_intent', where = 'whole' }"
    assert spans(read(tmp_path, f"findings = [{both}]")) == [(0, 0), (0, 4)]


def test_a_legitimate_use_leaves_a_text_clean(tmp_path: Path) -> None:
    assert read(tmp_path, "findings = [{ type = 'dictionary_term', quote = '丙', legitimate = true }]").clean


@pytest.mark.parametrize(
    "more",
    [
        "findings = [{ type = 'wording', quote = '丁' }]",
        "findings = [{ type = 'wording', quote = '甲' }]",
        "findings = [{ type = 'wording', quote = '甲', times = 2, occurrence = 3 }]",
        "findings = [{ type = 'wording', quote = '' }]",
        "findings = [{ type = 'wording' }]",
        "findings = [{ type = 'rhyme', quote = '乙' }]",
        "findings = [{ type = 'wording', quote = '乙', where = 'nearby' }]",
        "findings = [{ type = 'wording', qoute = '乙' }]",
        "sort = 'notice'",
    ],
)
def test_a_label_that_does_not_fit_is_refused(more: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"one\.toml, one"):
        read(tmp_path, more)
