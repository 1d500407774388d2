"""The words of an xlsx and where they stand."""

from typing import Any

import pytest
from doors.files import with_text
from guanwei.screening.attachments.asking import contents
from guanwei.screening.attachments.passages import Contents
from guanwei.screening.attachments.places import Place, Where
from guanwei.screening.attachments.problems import Remark, RemarkCode
from openpyxl.comments import Comment
from screening.attachments.files import MOBILE, book, shared

SHEET = "xl/worksheets/sheet1.xml"
NAME = Place(Where.SHEET_NAME, sheet="名单")


def read(data: bytes) -> Contents:
    found = contents(data, "名单.xlsx")
    assert found.problem is None, found.problem
    return found


def place_in(data: bytes, words: str) -> Place:
    (found,) = [each.place for each in read(data).passages if each.text == words]
    return found


def test_a_cell_has_its_sheet_row_and_column() -> None:
    data = book(["姓名", "电话"], ["某人", MOBILE])
    assert place_in(data, MOBILE) == Place(Where.CELL, sheet="名单", row=2, column=2)


def test_the_name_of_a_sheet_is_read() -> None:
    assert NAME in [each.place for each in read(book(["甲"])).passages]


def test_a_mobile_stored_as_a_number_is_read_in_all_its_digits() -> None:
    data = book([13800001234])
    assert place_in(data, MOBILE).column == 1
    for stored in (b"13800001234.0", b"1.3800001234E10", b"1.3800001234E+10"):
        assert place_in(with_text(data, b"13800001234", stored, SHEET), MOBILE).column == 1


def test_an_id_number_that_lost_its_digits_is_said() -> None:
    data = book(
        [None, 110101199003070000], [None, 110101199003080000], [123456789012345600, 6222000000000000000]
    )
    said = [each.params for each in read(data).remarks if each.code is RemarkCode.LOST_DIGITS]
    assert said == [{"sheet": "名单", "column": 2, "count": 3}]


def test_a_formula_is_read_and_never_computed() -> None:
    data = book(['=HYPERLINK("https://added.example/x","点此")'], ["=cmd|'/c calc'!A1"], ["=1+1"])
    formulas = [(each.place.row, each.text) for each in read(data).passages if each.place.formula]
    assert formulas == [
        (1, '=HYPERLINK("https://added.example/x","点此")'),
        (2, "=cmd|'/c calc'!A1"),
        (3, "=1+1"),
    ]
    assert Remark(RemarkCode.ACTIVE_FORMULAS, {"count": 2}) in read(data).remarks


def test_the_last_result_of_a_formula_is_read_beside_it() -> None:
    data = with_text(book(['="138"&"00001234"']), b"<v />", b"<v>13800001234</v>", SHEET)
    data = with_text(data, b"<v></v>", b"<v>13800001234</v>", SHEET)
    cell = Place(Where.CELL, sheet="名单", row=1, column=1)
    assert place_in(data, MOBILE) == cell


def test_hidden_sheets_rows_and_columns_are_read_and_said_to_be_hidden() -> None:
    def prepare(made: Any) -> None:
        made.active.row_dimensions[2].hidden = True
        made.active.column_dimensions["C"].hidden = True
        made.create_sheet("底稿").append(["暗表"])
        made["底稿"].sheet_state = "veryHidden"

    data = book(["明", None, "暗列"], ["暗行"], prepare=prepare)
    assert not place_in(data, "明").hidden
    assert all(place_in(data, each).hidden for each in ("暗列", "暗行", "暗表"))
    remarks = read(data).remarks
    assert Remark(RemarkCode.HIDDEN_SHEETS, {"count": 1, "first": "底稿"}) in remarks
    assert Remark(RemarkCode.HIDDEN_CELLS, {"count": 2}) in remarks


def test_a_merged_cell_names_its_range_and_what_lies_under_it_is_hidden() -> None:
    data = book(["发放名单", "底下"], ["某人"])
    covered = with_text(
        data, b"</sheetData>", b'</sheetData><mergeCells><mergeCell ref="A1:C1"/></mergeCells>', SHEET
    )
    assert place_in(covered, "发放名单") == Place(Where.CELL, sheet="名单", row=1, column=1, merged="A1:C1")
    assert place_in(covered, "底下").hidden
    assert not place_in(covered, "某人").hidden


def test_notes_of_cells_are_read() -> None:
    def prepare(made: Any) -> None:
        made.active["B3"].comment = Comment("核实电话", "某科员")

    data = book(["甲"], prepare=prepare)
    assert place_in(data, "核实电话") == Place(Where.CELL_COMMENT, sheet="名单", row=3, column=2)
    assert Remark(RemarkCode.COMMENTS, {"count": 1}) in read(data).remarks


def test_texts_that_no_cell_shows_any_more_are_read() -> None:
    data = shared(book(["甲"]), f"<t>{MOBILE}</t>")
    assert place_in(data, MOBILE) == Place(Where.LEFTOVER, hidden=True)


def test_a_text_of_many_looks_and_one_of_a_single_cell_are_whole() -> None:
    looks = "<r><t>138</t></r><r><rPr><b/></rPr><t>00001234</t></r>"
    data = shared(book([7]), looks)
    assert place_in(data, MOBILE).where is Where.LEFTOVER
    of_many = with_text(data, b'<c r="A1" t="n"><v>7</v>', b'<c r="A1" t="s"><v>0</v>', SHEET)
    assert place_in(of_many, MOBILE).row == 1
    of_one = with_text(
        data, b'<c r="A1" t="n"><v>7</v>', f'<c t="inlineStr"><is>{looks}</is>'.encode(), SHEET
    )
    assert Where.CELL in [each.place.where for each in read(of_one).passages if each.text == MOBILE]


def test_headers_prompts_and_links_belong_to_their_sheet() -> None:
    def prepare(made: Any) -> None:
        made.active.oddHeader.center.text = "内部名单"

    assert place_in(book(["甲"], prepare=prepare), "&C内部名单") == Place(Where.OTHER, sheet="名单")


def test_a_sheet_that_lies_about_its_size_is_read_for_what_it_has() -> None:
    data = with_text(book(["甲"]), b'<dimension ref="A1:A1" />', b'<dimension ref="A1:XFD1048576"/>', SHEET)
    data = with_text(data, b'<row r="1"', b'<row r="1048576"', SHEET)
    data = with_text(data, b'<c r="A1"', b'<c r="XFD1048576"', SHEET)
    assert [each.text for each in read(data).passages if each.place.where is Where.CELL] == ["甲"]


@pytest.mark.parametrize("lie", [b'<row r="99999999999999999999"', b'<row r="x"', b"<row"])
def test_rows_and_cells_without_a_true_name_are_counted(lie: bytes) -> None:
    data = with_text(book(["甲", "乙"]), b'<row r="1"', lie, SHEET)
    data = with_text(with_text(data, b'r="A1"', b'r="?"', SHEET), b'r="B1"', b"", SHEET)
    assert place_in(data, "乙") == Place(Where.CELL, sheet="名单", row=1, column=2)
