"""A list of words is read as offices keep it; what is left out is told, whatever the list is."""

import pytest
from guanwei.api.screenings import FindingType
from guanwei.screening.engine import dictionaries
from guanwei.screening.engine.dictionaries import EXAMPLES, MOST_TERMS, LeftOut, Why, parse
from guanwei.screening.engine.engine import Engine
from guanwei.screening.engine.terms import Term
from hypothesis import given
from hypothesis import strategies as st

TERM = FindingType.DICTIONARY_TERM


def terms(content: str | bytes) -> list[str]:
    return [each.text for each in parse(content, TERM).terms]


def left_out(content: str | bytes) -> list[tuple[int, Why]]:
    return [(each.line, each.why) for each in parse(content, TERM).left_out]


def test_each_line_is_a_word_with_its_right_form_and_its_list() -> None:
    got = parse("登陆账号\t登录账号\r\n传销\n", FindingType.WORDING, "用词")
    assert got.terms == [
        Term("登陆账号", FindingType.WORDING, "登录账号", "用词"),
        Term("传销", FindingType.WORDING, "", "用词"),
    ]
    assert (got.left_out, got.counts) == ([], {})


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r", "\n\n\n"])
def test_lines_end_in_every_usual_way(ending: str) -> None:
    assert terms(f"网络赌博{ending}传销") == ["网络赌博", "传销"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_bytes_are_read_as_offices_write_them(encoding: str) -> None:
    assert terms("网络赌博\n传销".encode(encoding)) == ["网络赌博", "传销"]


def test_a_mark_of_byte_order_blanks_and_comments_are_nothing() -> None:
    assert terms("\ufeff# 本局词表\n  网络赌博 \n\u3000\n#话题#\n") == ["网络赌博", "#话题#"]


def test_what_is_left_out_is_told_with_its_line() -> None:
    content = f"传销\n传 销\n赌\n***\n{'长' * 101}\n甲乙\0\n\n一一\t二\t三\n\ud800\ud800"
    assert left_out(content) == [
        (2, Why.TWICE),
        (3, Why.TOO_SHORT),
        (4, Why.TOO_SHORT),
        (5, Why.TOO_LONG),
        (6, Why.UNREADABLE),
        (8, Why.TOO_MANY_FIELDS),
        (9, Why.UNREADABLE),
    ]
    assert parse(content, TERM).left_out[3] == LeftOut(5, Why.TOO_LONG, "长" * 20)


def test_marks_of_expressions_are_marks() -> None:
    engine = Engine(parse("网络.*赌博\n(套现)+", TERM).terms, detectors=())
    assert [hit.term for hit in engine.screen("网络平台赌博，套现")] == ["(套现)+"]


def test_a_long_list_of_mistakes_is_counted_beyond_its_examples() -> None:
    got = parse("赌\n" * 5000, TERM)
    assert (len(got.left_out), got.counts) == (EXAMPLES, {Why.TOO_SHORT: 5000})


def test_of_a_million_lines_no_more_are_read_than_an_office_can_keep(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dictionaries, "MOST_TERMS", 1000)
    got = parse("".join(f"第{number}号\n" for number in range(1_000_000)), TERM)
    assert (len(got.terms), got.counts) == (1000, {Why.LIST_TOO_LONG: 999_000})
    assert got.left_out[0].line == 1001


def test_one_endless_line_is_left_out() -> None:
    assert left_out("长" * 10_000_000) == [(1, Why.TOO_LONG)]


def test_a_list_may_hold_what_the_sample_does() -> None:
    assert MOST_TERMS >= 100_000


@given(st.one_of(st.binary(), st.text(st.characters(exclude_categories=())), st.text("\r\n\t# 传销")))
def test_no_list_raises_and_its_terms_make_an_engine(content: str | bytes) -> None:
    got = parse(content, TERM)
    assert len(got.left_out) == sum(got.counts.values()) or len(got.left_out) == EXAMPLES
    for term in got.terms:
        assert Engine([term], detectors=()).screen(f"。{term.text}。")


@given(st.lists(st.text("传销赌博*# a1", min_size=1, max_size=8)))
def test_every_line_is_a_term_or_told(lines: list[str]) -> None:
    got = parse("\n".join(lines), TERM)
    told = sum(bool(line.strip()) and not line.startswith("# ") for line in lines)
    assert len(got.terms) + sum(got.counts.values()) == told
