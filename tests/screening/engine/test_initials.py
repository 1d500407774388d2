"""Pinyin initials stand for a word, where they stand alone."""

import pytest
from guanwei.api.screenings import FindingType
from guanwei.screening.engine.initials import Initials, _packed
from guanwei.screening.engine.reading import read
from guanwei.screening.engine.terms import Term


@pytest.mark.parametrize(
    "text", ["玩wldb吗", "WLDB", "ｗｌｄｂ", "玩 wldb 吗", "wldb。", "“wldb”", "加群wldb/刷单"]
)
def test_the_initials_of_a_word_are_found(found, text: str) -> None:
    assert [read(each).plain for each in found(text, "网络赌博")] == ["wldb"]


@pytest.mark.parametrize(
    "text",
    [
        "xwldb",
        "wldbx",
        "wldb1",
        "https://example.com/wldb",
        "wldb@example.com",
        "www.wldb.example",
        "the wldb team",
        "wldb games",
        "wl db",
        "w,l,d,b",
        "éwldb",
        "wldж",
    ],
)
def test_they_are_not_found_in_something_longer(found, text: str) -> None:
    assert found(text, "网络赌博") == []


def test_initials_with_a_vowel_or_of_something_else_stand_for_nothing(found) -> None:
    assert found("bank html yyds", "拜恶奴客", "好天美丽", "永远的神", "一样大山") == []


def test_short_words_and_those_with_a_rare_character_have_none(found) -> None:
    assert found("tx dlp wldb jjjj", "套现", "大老跑", "网络赌镈", "AB贷款") == []


def test_words_with_the_same_initials_are_told_once(hits) -> None:
    assert [hit.term for hit in hits("玩wldb吗", "网络赌博", "王老大伯")] == ["网络赌博"]


def test_allowed_initials_are_not_told(found) -> None:
    assert found("玩wldb吗", "网络赌博", "+WLDB") == []


def test_stock_phrases_and_wrong_words_have_none(hits) -> None:
    for kind in (FindingType.WORDING, FindingType.EMPTY_TALK):
        assert hits("wldb", Term("网络赌博", kind)) == []


@pytest.mark.parametrize(
    ("letter", "characters"),
    [("a", "啊澳"), ("b", "芭簿"), ("c", "擦错"), ("h", "哈霍"), ("j", "击骏"), ("w", "挖误"), ("z", "匝座")],
)
def test_each_initial_has_its_range(letter: str, characters: str) -> None:
    number = 0
    for _turn in range(4):
        number = number * 27 + ord(letter) - ord("a") + 1
    assert set(_packed([each * 4 for each in characters]).tolist()) == {number}


def test_a_long_run_of_letters_is_passed_over() -> None:
    many = Initials(["网络赌博"], [0])
    assert list(many.find(read("wldb" * 4))) == []
    assert [each[:2] for each in many.find(read("x" * 13 + "，wldb，"))] == [(14, 18)]
