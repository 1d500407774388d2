"""What counts as layout: two parts say the same where bold, lists, paragraphs or blanks alone differ."""

from typing import Any

import pytest
from guanwei.publishing.content.layout import words_of
from hypothesis import given
from hypothesis import strategies as st

PICTURE = {"type": "picture", "value": {"picture": 3, "caption": "封面"}}


def body(*blocks: str | dict[str, Any]) -> dict[str, Any]:
    made = [each if isinstance(each, dict) else {"type": "paragraph", "value": each} for each in blocks]
    return {"title": "防汛提示", "body": made, "files": ["a"]}


BEFORE = body("<p>请远离河道和低洼处，打110 now ok。</p><p>十点停水。</p>", PICTURE, "<p>谢谢</p>")
SAME = [
    body("<p><b>请远离</b>河道和低洼处，打110 now ok。</p><p>十点停水。</p>", PICTURE, "<p>谢谢</p>"),
    body("<p>请远离河道和低洼处，打110 now ok。</p>", "<p>十点停水。</p>", PICTURE, "<p>谢谢</p>"),
    body(
        "<ul><li>请远离河道和低洼处，</li><li>打110 now ok。</li></ul><p>　　十点停水。</p>",
        PICTURE,
        "<p>谢谢</p>",
    ),
    body("<p>请远离河道和低洼处，打110<br/>now ok。十点停水。</p>", PICTURE, "<p>谢谢<br/></p>"),
    body(
        {"type": "heading", "value": "请远离河道和低洼处，"},
        "<p>打110 now ok。十点停水。</p>",
        PICTURE,
        "<p>谢谢</p>",
    ),
]
OTHER = [
    body("<p>请靠近河道和低洼处，打110 now ok。</p><p>十点停水。</p>", PICTURE, "<p>谢谢</p>"),
    body("<p>请远离河道和低洼处，打11 0 now ok。</p><p>十点停水。</p>", PICTURE, "<p>谢谢</p>"),
    body("<p>请远离河道和低洼处，打110 nowok。</p><p>十点停水。</p>", PICTURE, "<p>谢谢</p>"),
    body("<p>请远离河道和低洼处，打110 now ok。</p><p>十点停水</p>", PICTURE, "<p>谢谢</p>"),
    body("<p>请远离河道和低洼处，打110 now ok。</p><p>十点停水。</p>", "<p>谢谢</p>", PICTURE),
    body("<p>请远离河道和低洼处，打110 now ok。</p><p>十点停水。</p>", "<p>谢谢</p>"),
    body(
        "<p>请远离河道和低洼处，打110 now ok。</p><p>十点停水。</p>",
        {"type": "picture", "value": {"picture": 3, "caption": "另一张"}},
        "<p>谢谢</p>",
    ),
    body(
        '<p>请远离河道和低洼处，打110 now ok。</p><p><a href="https://a.example">十点停水</a>。</p>',
        PICTURE,
        "<p>谢谢</p>",
    ),
    body("<p>请远离河道和低洼处，打110 now ok。</p><p><s>十点停水</s>。</p>", PICTURE, "<p>谢谢</p>"),
    body("<p>请远离河道和低洼处，打110 now ok。</p><p>十点停水。<!-- x --></p>", PICTURE, "<p>谢谢</p>"),
    {**BEFORE, "title": "防汛 提示"},
    {**BEFORE, "files": ["b"]},
]


@pytest.mark.parametrize("after", SAME)
def test_layout_says_nothing(after: dict[str, Any]) -> None:
    assert words_of(after) == words_of(BEFORE)
    assert after != BEFORE


@pytest.mark.parametrize("after", OTHER)
def test_whatever_else_differs_is_words(after: dict[str, Any]) -> None:
    assert words_of(after) != words_of(BEFORE)


@pytest.mark.parametrize(("before", "after"), [("a1", "a2"), ("https://a.example/x", "https://a.example/y")])
def test_where_a_link_leads_is_words(before: str, after: str) -> None:
    linked = [body(f'<p><a href="{each}">十点停水</a></p>') for each in (before, after)]
    assert words_of(linked[0]) != words_of(linked[1])


@given(st.text(alphabet="汛期请远离ab1.- \n\u3000", max_size=30))
def test_blanks_beside_chinese_are_layout_and_letters_never(text: str) -> None:
    said = words_of({"text": text})["text"]
    assert words_of({"text": f"  {text}\n"})["text"] == said
    assert [each for each in said if not each.isspace()] == [each for each in text if not each.isspace()]
    assert words_of({"text": said})["text"] == said


def test_a_megabyte_of_blanks_and_tags_is_read_at_once() -> None:
    hostile = "a" + " " * 500_000 + "<p><b" * 50_000
    assert words_of({"text": hostile, "body": [{"type": "paragraph", "value": hostile}]})["body"]
