"""A repost says where it comes from."""

import pytest
from guanwei.screening.engine.hits import About

DETECTOR = "sources"
REPOST = About(kind="repost")


@pytest.mark.parametrize(
    "text",
    [
        "防汛知识",
        "收入来源：打工",
        "村里的水来源：地下水",
        "图片来源：新华社",
        "经济来源于种植。",
        "消息来源可靠",
        "据介绍，今天开工。",
        "据报道，某地开工。",
        "来源：网络",
        "来源：\n",
        "",
    ],
)
def test_a_repost_without_one_is_found_once_at_the_beginning(hits, text):
    assert [(hit.start, hit.end) for hit in hits(text, REPOST)] == [(0, 0)]


@pytest.mark.parametrize(
    "text",
    [
        "来源：人民日报\n正文",
        "正文。（来源：新华社）",
        "信息来源： 市应急局",
        "据新华社报道，今天开工。",
        "据《安徽日报》3月1日报道",
        "转自：安徽日报",
        "转载自“安徽日报”客户端",
        "正文（新华社）",
        "新华社北京5月1日电",
        "稿源:新安晚报",
        "出处：《求是》",
        "转发//@某某公安：注意防滑",
        "@人民日报：早安",
        "原文链接：https://a.gov.cn/1",
        "来源 | 安徽发布",
    ],
)
def test_a_source_in_the_text_is_enough(hits, text):
    assert hits(text, REPOST) == []


@pytest.mark.parametrize(
    "about",
    [
        About(kind="repost", source_name="新华社"),
        About(kind="repost", source_url="https://www.news.cn/1"),
        About(kind="repost", required_source=False),
        About(kind="original"),
        About(kind="message"),
    ],
)
def test_a_source_beside_the_text_and_other_kinds_pass(hits, about):
    assert hits("防汛知识", about) == []


def test_a_blank_source_is_none(hits):
    assert len(hits("防汛知识", About(kind="repost", source_name="  "))) == 1
