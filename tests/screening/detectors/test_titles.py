"""A repost keeps its title."""

import pytest
from guanwei.screening.engine.hits import About

DETECTOR = "titles"


def about(title, original, kind="repost"):
    return About(kind=kind, title=title, original_title=original)


@pytest.mark.parametrize("title", ["震惊！防汛通知来了", "关于防汛的紧急通知", "关于防旱的通知", "转：通知"])
def test_another_title_is_found_with_the_original_one(hits, title):
    (hit,) = hits("正文", about(title, "关于防汛的通知"))
    assert (hit.start, hit.end, hit.detail) == (0, 0, "关于防汛的通知")


@pytest.mark.parametrize(
    "title",
    [
        "关于防汛的通知",
        "【转载】关于防汛的通知",
        "关于防汛的通知（转载）",
        "转发：关于防汛的通知",
        " 关于“防汛”的通知！",
        "關於防汛的通知",
    ],
)
def test_marks_blanks_and_forms_of_characters_are_no_change(hits, title):
    assert hits("正文", about(title, "关于防汛的通知")) == []


def test_a_word_that_begins_like_the_mark_belongs_to_the_title(hits):
    assert len(hits("正文", about("型发展", "转型发展"))) == 1


@pytest.mark.parametrize(
    ("title", "original", "kind"), [("甲", "", "repost"), ("", "甲", "repost"), ("甲", "乙", "original")]
)
def test_nothing_to_compare_is_none(hits, title, original, kind):
    assert hits("正文", about(title, original, kind)) == []
