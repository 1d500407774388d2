"""A warning names the fraud, a report the crime: that is no offer, and is told apart from one."""

import pytest
from guanwei.api.screenings import FindingType
from guanwei.screening.engine.engine import Engine
from guanwei.screening.engine.hits import NOTHING_KNOWN, About
from guanwei.screening.engine.terms import Term

WORDS = ("网络赌博", "刷单返利", "非法集资", "代开发票", "地下钱庄", "买卖银行卡", "套路贷")
ENGINE = Engine([Term(word, FindingType.DICTIONARY_TERM) for word in WORDS], detectors=())


def legitimate(text: str, about: About = NOTHING_KNOWN) -> list[bool]:
    return [hit.legitimate for hit in ENGINE.screen(text, about)]


@pytest.mark.parametrize(
    "text",
    [
        "县公安局严厉打击网络赌博。",
        "警惕刷单返利骗局！",
        "反诈提醒：刷单返利不可信。",
        "广大群众不要参与网络赌博。",
        "某公司因涉嫌非法集资被立案调查。",
        "民警破获一起网络赌博案。",
        "执法人员依法取缔两家地下钱庄。",
        "发现代开发票的，可以向税务机关举报。",
        "网络赌博是违法行为。",
        "刷单返利类诈骗高发。",
        "骗子以“日赚千元”为诱饵，引诱市民刷单返利，多人被骗。",
        "严禁买卖银行卡。",
        "什么是套路贷？",
    ],
)
def test_warnings_exposures_bans_and_reports_are(text: str) -> None:
    assert legitimate(text) == [True]


@pytest.mark.parametrize(
    "text",
    [
        "网络赌博，人人可玩。",
        "专业代开发票，加微信详谈。",
        "拒绝骗局，正规平台刷单返利，日赚千元。",
        "严厉打击造谣，本群网络赌博稳赚不赔。",
        "刷单返利方案。",
        "警惕骗局！刷单返利来这里。",
        "网络赌博不违法，欢迎加入。",
        "打击犯罪人人有责。代开发票。",
        "严厉打击网*络*赌*博",
        "打击wldb",
    ],
)
def test_offers_and_hidden_words_are_not(text: str) -> None:
    assert legitimate(text) == [False]


def test_a_heading_that_warns_speaks_for_a_text_that_offers_nothing() -> None:
    text = "一、刷单返利。先给小额返利，再要求垫付。"
    assert legitimate(text) == [False]
    assert legitimate(text, About(title="当心这些骗局")) == [True]
    assert legitimate("当心这些骗局\n" + text) == [True]
    assert legitimate("当心这些骗局\n" + text + "有意者加微信。") == [False]


def test_a_notice_is_told_by_what_stands_around_the_word() -> None:
    around = "警方近日破获多起案件。市民应当提高警惕。受骗后请立即报警。"
    assert legitimate("一、刷单返利。" + around) == [True]
    assert legitimate("一、刷单返利。" + "今天天气很好。" * 40 + around) == [False]


def test_only_words_of_a_dictionary_are_asked_about() -> None:
    stock = Engine([Term("压实责任", FindingType.EMPTY_TALK)], detectors=())
    assert [hit.legitimate for hit in stock.screen("打击压实责任")] == [False]
