"""A published document is split into passages, and what its print lacks is told, never guessed."""

import pytest
from dummy_plugins.printed import BOOK, DOCUMENT, NOTICE
from guanwei.regulations.reading import read_lines
from guanwei.regulations.splitting import Elsewhere, Passage, Split, split
from guanwei.regulations.splitting.numerals import in_chinese, number_of
from guanwei.regulations.splitting.remarks import place_of
from hypothesis import given
from hypothesis import strategies as st
from regulations.prints import ALONE, CARRIED, PARTS


def read(text: str, documents: tuple[str, ...] = BOOK.documents) -> Split:
    return split(read_lines(text.encode())[0], documents)


def at(found: Split, document: str) -> dict[str, Passage]:
    return {each.key: each for each in found.passages if each.document == document}


def said(found: Split, code: str) -> list[str]:
    return [each.said for each in found.remarks if each.code == code]


def test_a_notice_and_the_regulation_that_it_carries_come_apart() -> None:
    found = read(CARRIED)
    assert list(at(found, NOTICE)) == [
        *("文号", "抬头", "导语", "部1", "部1.1", "部1.2", "部2", "联系方式", "落款", "附件1"),
    ]
    assert list(at(found, DOCUMENT)) == ["条1", "条2", "章2.1", "条4", "条5"]


def test_what_the_web_page_prints_around_the_document_is_left_out() -> None:
    text = "".join(each.text for each in read(CARRIED).passages)
    assert not any(each in text for each in ("当前位置", "版权所有", "ICP备", "索引号"))


def test_an_article_keeps_its_items_and_paragraphs_apart() -> None:
    second = at(read(CARRIED), DOCUMENT)["条2"]
    assert [each.label for each in second.blocks] == ["", "(一)", "(二)", ""]
    assert second.blocks[3].text == "审核记录保存两年。"
    assert (second.chapter, second.nth, second.heading) == (1, 2, "")


def test_a_chapter_is_kept_with_the_article_that_it_opens() -> None:
    assert at(read(CARRIED), DOCUMENT)["条1"].heading == "第一章 总则"


def test_a_lost_label_is_located_by_its_place_and_first_words() -> None:
    found = read(CARRIED)
    lost = at(found, DOCUMENT)["章2.1"]
    assert not lost.printed
    assert place_of(lost) == "第二章首条（原文缺条号）"
    assert said(found, "label") == [
        "第二章首条（原文缺条号）没有印出条号；以“账号应当保持更新,文字账号至少每”开头。"
    ]
    assert said(found, "gap") == ["第二条之后印的是第四条，没有印出第三条的条号。"]


def test_lost_characters_are_told_where_they_are_missing() -> None:
    found = read(CARRIED)
    assert said(found, "number") == ["第一条：文号印作“〔2025〕 号”，缺序号。"]
    assert said(found, "span") == ["第二章首条（原文缺条号）：印作“每更新2次”，“每”字后面缺时间单位。"]


def test_a_whole_document_has_nothing_told_of_it() -> None:
    assert read(ALONE, (DOCUMENT,)).remarks == []


def test_parts_of_a_notice_nest_as_they_are_printed() -> None:
    found = read(PARTS, (NOTICE,))
    assert [place_of(each) for each in found.passages] == [
        *("抬头", "导语", "一", "一(一)", "一(一)1", "一(一)2", "一(二)", "二", "二、1", "二、2", "落款"),
    ]
    assert said(found, "date") == ["落款：日期印作“20260105”，缺年、月、日等字。"]


@pytest.mark.parametrize(
    ("printed", "told"),
    [
        ("第一条甲。\n第三条乙。", [("gap", "第一条之后印的是第三条，没有印出第二条的条号。")]),
        ("第二条甲。", [("gap", "印出的第一条是第二条，没有印出第一条的条号。")]),
        ("第一条甲。\n第一条乙。", [("order", "第一条印在第一条之后，编号重复或次序颠倒。")]),
        (
            "第一条甲。\n第二 账号安全。",
            [("label", "正文第二条（原文缺条号）的条号残缺，印作“第二”；以“账号安全。”开头。")],
        ),
        ("第一章\n第一条甲。", [("chapter", "第一章没有印出章名。")]),
        ("第一条《甲。", [("pair", "第一条：书名号不成对。")]),
        ("第一条" + "甲" * 40, [("ending", "第一条：末尾没有标点，可能脱字。")]),
    ],
)
def test_each_kind_of_flaw_is_told(printed: str, told: list[tuple[str, str]]) -> None:
    found = read(f"{DOCUMENT}\n{printed}\n", (DOCUMENT,))
    assert [(each.code, each.said) for each in found.remarks] == told


def test_a_title_that_lost_characters_is_recognised_and_told() -> None:
    found = read(ALONE.replace(DOCUMENT, "清河新媒体工作管理细"), (DOCUMENT,))
    assert said(found, "title") == [
        f"标题印作“清河新媒体工作管理细”，与规则书的《{DOCUMENT}》不同：缺“县、则”。"
    ]
    assert "条1" in at(found, DOCUMENT)


def test_a_document_of_another_title_is_not_taken() -> None:
    with pytest.raises(Elsewhere):
        read("某某镇会议室使用规定\n第一条会议室须预约。\n")


def test_a_cover_that_is_no_document_of_the_book_stays_one_passage() -> None:
    cover = f"关于印发《{DOCUMENT}》的通知\n各部门:\n现印发给你们。\n清河县宣传办公室\n2026年1月5日\n"
    found = at(read(cover + ALONE, (DOCUMENT,)), DOCUMENT)
    assert [each.text for each in found["印发通知"].blocks][-1] == "2026年1月5日"
    assert "条3" in found


def test_a_reference_at_the_beginning_of_a_line_is_no_label() -> None:
    found = at(read(f"{DOCUMENT}\n第一条甲。\n第三条规定的情形除外。\n", (DOCUMENT,)), DOCUMENT)
    assert list(found) == ["条1"]
    assert found["条1"].blocks[1].text == "第三条规定的情形除外。"


@given(st.integers(1, 999))
def test_numerals_are_read_as_they_are_written(number: int) -> None:
    assert number_of(in_chinese(number)) == number


articles = st.lists(
    st.tuples(
        st.integers(1, 60),
        st.lists(st.sampled_from(["办理登记。", "(一)核对账号。", "1)按月报告。"]), max_size=3),
    ),
    min_size=1,
    max_size=8,
)


@given(articles)
def test_no_line_is_lost_and_every_jump_is_told(printed: list[tuple[int, list[str]]]) -> None:
    lines = [line for number, rest in printed for line in (f"第{in_chinese(number)}条 开头。", *rest)]
    found = read("\n".join([DOCUMENT, *lines]), (DOCUMENT,))
    assert [each.key for each in found.passages] == [f"条{number}" for number, _rest in printed]
    assert "".join(each.label + each.text for each in found.passages).replace("\n", "") == "".join(
        lines
    ).replace(" ", "")
    numbers = [0, *(number for number, _rest in printed)]
    highest = [max(numbers[:at]) for at in range(1, len(numbers))]
    jumps = [one for one, before in zip(numbers[1:], highest, strict=True) if one != before + 1]
    assert len([each for each in found.remarks if each.code in ("gap", "order")]) == len(jumps)
