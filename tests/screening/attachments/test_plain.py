"""csv and txt: their words and places, and masked copies in which every other byte stays."""

import pytest
from guanwei.screening.attachments.asking import contents, masked_copy
from guanwei.screening.attachments.collecting import Collector
from guanwei.screening.attachments.limits import USUAL
from guanwei.screening.attachments.lines import copy as copy_of_lines
from guanwei.screening.attachments.passages import Copy, Passage
from guanwei.screening.attachments.places import Place, Where
from guanwei.screening.attachments.problems import Remark, RemarkCode
from guanwei.screening.attachments.tables import copy as copy_of_table
from guanwei.screening.attachments.tables import read as read_table
from hypothesis import given
from hypothesis import strategies as st
from screening.attachments.files import MASKED_MOBILE, MOBILE
from screening.attachments.masks import mask

TABLE = f'姓名,电话,备注\r\n某甲,{MOBILE},"一,二""三""\r\n四"\r\n\r\n某乙,,\r\n'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_table_is_read_in_every_usual_encoding(encoding: str) -> None:
    read = contents(TABLE.encode(encoding), "名单.csv")
    assert (read.kind, read.problem) == ("csv", None)
    said = {(each.place.row, each.place.column): (each.place.header, each.text) for each in read.passages}
    assert said[2, 2] == ("电话", MOBILE)
    assert said[2, 3] == ("备注", '一,二"三"\r\n四')
    assert said[4, 1] == ("姓名", "某乙")


@pytest.mark.parametrize("separator", [";", "\t", "，", "|"])
def test_the_separator_is_seen_in_the_first_row(separator: str) -> None:
    read = contents(f"姓名{separator}电话\n某甲{separator}{MOBILE}\n".encode(), "名单.csv")
    assert read.passages[-1] == Passage(Place(Where.CSV_CELL, row=2, column=2, header="电话"), MOBILE)


def test_a_first_row_of_data_is_no_header() -> None:
    (first,) = contents(f"{MOBILE}\n".encode(), "名单.csv").passages
    assert first.place == Place(Where.CSV_CELL, row=1, column=1)


def test_formulas_in_a_table_are_counted() -> None:
    data = b'a,=HYPERLINK("x")\n"=cmd|\' /c calc\'!A1",-3\n@SUM(1),+8613800001234\n'
    assert Remark(RemarkCode.ACTIVE_FORMULAS, {"count": 3}) in contents(data, "a.csv").remarks


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("name", ["名单.csv", "名单.txt"])
def test_all_but_the_numbers_stays_byte_for_byte(encoding: str, name: str) -> None:
    copy = masked_copy(TABLE.encode(encoding), name, mask)
    assert isinstance(copy, Copy)
    assert copy.data == TABLE.replace(MOBILE, MASKED_MOBILE).encode(encoding)


def test_lines_are_numbered() -> None:
    read = contents(f"一\r\n\r\n二{MOBILE}\r三\n".encode(), "说明.txt")
    assert [(each.place.number, each.text) for each in read.passages] == [
        (1, "一"),
        (3, f"二{MOBILE}"),
        (4, "三"),
    ]
    assert {each.place.where for each in read.passages} == {Where.LINE}


@given(st.text('a"甲,\r\n;', max_size=60))
def test_a_table_that_isnt_masked_stays_as_it_is(text: str) -> None:
    assert copy_of_table(text.encode(), str) == text.encode()
    assert copy_of_lines(text.encode(), str) == text.encode()


@given(st.text('a"甲,\r\n', max_size=60))
def test_every_masked_cell_is_masked_and_only_that(text: str) -> None:
    def cells(data: bytes) -> list[Passage]:
        found: list[Passage] = []
        read_table(data, Collector(USUAL, found.append))
        return found

    copy = copy_of_table(text.encode(), lambda each: each.replace("a", '*"'))
    assert [each.text for each in cells(copy)] == [
        each.text.replace("a", '*"') for each in cells(text.encode())
    ]


def test_a_megabyte_of_quotes_is_read_in_one_go() -> None:
    hostile = ('"' * 999_999 + "\n" + '"a""' * 100_000).encode()
    assert contents(hostile, "a.csv").problem is None
