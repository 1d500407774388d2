"""Any string at all: no detector of words raises, and each stays inside the text."""

import pytest
from guanwei.screening.detectors import (
    advertising,
    empty_talk,
    leaders,
    limits,
    links,
    police_reports,
    secrecy,
    sources,
    superlatives,
    titles,
    wordings,
)
from guanwei.screening.engine.engine import Engine
from guanwei.screening.engine.hits import About, Leader
from hypothesis import given, settings
from hypothesis import strategies as st

DETECTORS = (
    secrecy,
    superlatives,
    advertising,
    police_reports,
    empty_talk,
    sources,
    titles,
    leaders,
    links,
    limits,
    wordings,
)
ENGINE = Engine((), DETECTORS)
LEADERS = (Leader("张三", ("县委书记",)), Leader("李四", ("县长",)), Leader("", ()), Leader("(.*", ("[",)))
ABOUTS = [
    About(
        kind=kind,
        title="甲",
        original_title="乙",
        limit=5,
        leaders=LEADERS,
        dead_links=frozenset({"http://a.cn", ""}),
    )
    for kind in ("original", "repost", "message", "comment")
]
PIECES = [
    *(anchor for each in DETECTORS for anchor in each.ANCHORS[:60]),
    *list("★☆*，。、\n《》“”()被我了元折最和\x00\ud800"),
    *("10年", "http://", "www.", ".cn", "加微信abc", "电话", "张三", "李四", "县长", "截止12月", "第一"),
]
# A pattern that goes back and forth would not come to an end of this.
BOUND = 1_000_000
TOLD = ("被骗我被", "有人我家在", "有人打架。如果")


@given(st.text(st.characters(), max_size=80), st.sampled_from(ABOUTS))
def test_any_string_is_screened(text, about):
    for hit in ENGINE.screen(text, about):
        assert 0 <= hit.start <= hit.end <= len(text)


@settings(max_examples=300)
@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join), st.sampled_from(ABOUTS))
def test_words_in_any_order_are_screened(text, about):
    for hit in ENGINE.screen(text, about):
        assert 0 <= hit.start <= hit.end <= len(text)
        assert hit.end > hit.start or (hit.start, hit.end) == (0, 0)


@pytest.mark.parametrize(
    "piece",
    [
        "机密 ",
        "密级：",
        "内部资料，",
        "全国最",
        "销量第一抢购",
        "优惠",
        "优惠，电话",
        "本店优惠加微信1",
        "被骗我被",
        "有人我家在",
        "有人打架。如果",
        "高度重视",
        "高度重视的要在对",
        "加强",
        "来源：",
        "据报",
        "（",
        "张三、",
        "县长张三",
        "http://",
        "www.a ",
        "a.",
        "www.a。",
        "c:\\",
        "https?:",
        "登陆",
        "截止12月",
        "既使",
        "的的",
        " ",
        "1",
        "x",
        "a",
        "\n",
    ],
)
def test_a_million_of_the_same_are_read_to_their_end(piece):
    text = (piece * (BOUND // len(piece) + 1))[:BOUND]
    hits = ENGINE.screen(text, ABOUTS[2 if piece in TOLD else 1])
    assert all(0 <= hit.start <= hit.end <= len(text) for hit in hits)
