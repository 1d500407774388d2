"""Words of a dictionary are found as they are written, and as people hide them."""

import pytest
from guanwei.api.screenings import FindingType
from guanwei.screening.engine.terms import Term


@pytest.mark.parametrize(
    "written",
    [
        "网络赌博",
        "網絡賭博",
        "网 络 赌 博",
        "网-络-赌-博",
        "网.络赌.博",
        "网\u200b络\u200b赌\u200b博",
        "网😀络😀赌😀博",
    ],
)
def test_a_word_is_found_as_it_is_written(found, written: str) -> None:
    assert found(f"玩{written}吧", "网络赌博") == [written]


@pytest.mark.parametrize("written", ["PC28", "ＰＣ２８", "pc28", "P C 2 8", "𝐏𝐂28", "P\u0301C28"])
def test_letters_and_digits_are_found_in_every_form(found, written: str) -> None:
    assert found(f"玩{written}吧", "PC28") == [written]


def test_what_stands_before_and_after_marks_is_not_part_of_it(found) -> None:
    assert found("——网*络*赌*博！！", "网络赌博") == ["网*络*赌*博"]


@pytest.mark.parametrize(
    "text",
    [
        "加强信息网络，赌博案件下降",
        "信息网络。赌博案件",
        "覆盖网络、赌博",
        "网络\n赌博",
        "《信息网络》《赌博案例》",
        "（网络）（赌博）",
    ],
)
def test_a_word_does_not_go_from_one_clause_into_another(found, text: str) -> None:
    assert found(text, "网络赌博") == []


@pytest.mark.parametrize(
    "written", ["网,络,赌,博", "网，络，赌，博", "网\n络\n赌\n博", "网络”赌博", "网络（赌博"]
)
def test_marks_between_its_characters_or_quotes_hide_nothing(found, written: str) -> None:
    assert found(f"玩{written}吧", "网络赌博") == [written]


@pytest.mark.parametrize(
    "text", ["加强宣传 销售火爆", "宣传——销售部", "宣传，销售", "宣传/销售", "宣传。销售"]
)
def test_two_characters_of_two_words_are_no_word(found, text: str) -> None:
    assert found(text, "传销") == []


@pytest.mark.parametrize("written", ["传 销", "传*销", "传\u200b销", "传~销"])
def test_two_characters_are_found_where_something_hides_them(found, written: str) -> None:
    assert found(f"，{written}，", "传销") == [written]


def test_far_apart_characters_are_no_word(found) -> None:
    assert found("网 络" + " . " * 20 + "赌 博", "网络赌博") == []
    assert found("传" + "\u0301" * 300 + "销", "传销") == ["传" + "\u0301" * 300 + "销"]


@pytest.mark.parametrize("text", ["1,040", "10.40元", "10-40", "2010 40"])
def test_a_number_is_not_put_together_from_two(found, text: str) -> None:
    assert found(text, "1040") == []


def test_a_wrong_word_is_found_but_not_hunted(hits) -> None:
    wrong = Term("登陆账号", FindingType.WORDING, "登录账号", "用词")
    assert [(each.term, each.right, each.dictionary) for each in hits("请登陆账号", wrong)] == [
        ("登陆账号", "登录账号", "用词")
    ]
    assert hits("请登陆，账号", wrong) == []
    assert hits("请登*陆*账*号", wrong) == []
    assert hits("dlzh", wrong) == []


def test_a_right_form_that_holds_the_wrong_one_is_right(found) -> None:
    short = Term("国庆", FindingType.WORDING, "国庆节")
    assert found("国庆节和国庆", short) == ["国庆"]


def test_a_right_form_of_the_same_letters_is_right(found) -> None:
    case = Term("Gdp", FindingType.WORDING, "GDP")
    assert found("GDP、gdp、ＧＤＰ", case) == ["gdp", "ＧＤＰ"]


def test_a_word_of_one_character_finds_nothing(hits) -> None:
    assert hits("赌 * ，", "赌", "*", "，", "") == []


def test_a_word_that_is_listed_with_a_mark_is_found_with_it(found) -> None:
    assert found("说“甲，乙”", "甲，乙") == ["甲，乙"]
    assert found("说甲。乙", "甲，乙") == []
