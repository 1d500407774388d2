"""The benchmark of the check engine reads the same corpus everywhere, and compares nothing but equal work."""

import sys

import pytest
from guanwei.api.screenings import FindingType
from guanwei.screening.engine.engine import Engine
from guanwei.screening.engine.terms import Term
from guanwei.testing.bench.results import times
from guanwei.testing.bench.screening import matchers
from guanwei.testing.bench.screening.contest import same_work
from guanwei.testing.bench.screening.corpus import CHARACTERS, document
from guanwei.testing.bench.screening.words import words

KNOWN = words(300)


def test_words_and_documents_are_the_same_each_time() -> None:
    assert words(300) == KNOWN
    assert len(set(KNOWN)) == 300
    assert document(7, KNOWN) == document(7, KNOWN) != document(8, KNOWN)


def test_a_document_has_its_size_and_the_engine_finds_what_is_planted() -> None:
    engine = Engine([Term(word, FindingType.DICTIONARY_TERM) for word in KNOWN])
    for number in range(200):
        one = document(number, KNOWN)
        assert len(one.text) == CHARACTERS
        assert sum(hit.type is FindingType.DICTIONARY_TERM for hit in engine.screen(one.text)) == one.planted


def test_bare_matchers_find_the_same(tmp_path) -> None:
    path = tmp_path / "words.txt"
    path.write_text("\n".join(KNOWN), encoding="utf-8")
    (ours, ready), (quick, _none), (usual, _nothing) = (
        matchers.MATCHERS[name](str(path)) for name in ("ours", "daachorse", "pyahocorasick")
    )
    texts = [document(number, KNOWN).text for number in range(50)]
    assert sum(map(quick, texts)) == sum(map(usual, texts)) > 0
    assert sum(map(ours, texts)) == sum(document(number, KNOWN).planted for number in range(50))
    assert ready["seconds"] > 0


def test_a_missing_yardstick_is_told_in_a_sentence(monkeypatch: pytest.MonkeyPatch, tmp_path) -> None:
    monkeypatch.setitem(sys.modules, "ahocorasick", None)
    with pytest.raises(SystemExit, match="pyahocorasick is not installed"):
        matchers.pyahocorasick(str(tmp_path))


@pytest.mark.parametrize("name", ["ours", "few", "daachorse"])
def test_unequal_work_is_an_error(name: str) -> None:
    answers = {each: {"found": 4, "planted": 4} for each in ("ours", "few", "daachorse", "pyahocorasick")}
    same_work(answers)
    answers[name] = {"found": 5, "planted": 4}
    with pytest.raises(SystemExit, match="not the same work"):
        same_work(answers)


def test_a_speed_holds_from_its_goal_on() -> None:
    assert times("", [1.0] * 10, [2.0] * 10, 2, "").holds
    assert not times("", [1.0] * 10, [1.9] * 10, 2, "").holds
