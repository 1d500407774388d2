"""The masked copy of an xlsx: what is personal is gone from every part, everything else is as it was."""

import io
from collections.abc import Callable
from typing import Any

import pytest
from doors.files import named, with_text
from guanwei.publishing.uploads import inspected_attachment
from guanwei.screening.attachments.asking import contents, masked_copy
from guanwei.screening.attachments.passages import Copy
from guanwei.screening.attachments.places import Where
from guanwei.screening.attachments.problems import Problem, ProblemCode, Remark, RemarkCode
from openpyxl import load_workbook
from openpyxl.comments import Comment
from openpyxl.styles import Font
from screening.attachments.files import (
    MASKED_MOBILE,
    MASKED_OTHER_MOBILE,
    MOBILE,
    OTHER_MOBILE,
    book,
    names_of,
    part_of,
    shared,
    with_typed_part,
)
from screening.attachments.masks import mask

SHEET = "xl/worksheets/sheet1.xml"


def copied(data: bytes) -> Copy:
    copy = masked_copy(data, "名单.xlsx", mask)
    assert isinstance(copy, Copy), copy
    return copy


def words_of(data: bytes) -> list[Any]:
    passages = contents(data, "a.xlsx").passages
    return [(each.place, each.text) for each in passages if each.place.where is not Where.PROPERTY]


def rich(made: Any) -> None:
    sheet = made.active
    sheet["B2"].font = Font(bold=True)
    sheet["A3"].comment = Comment(f"本人{MOBILE}", "某科员")
    made.create_sheet("底稿").append([f"备用{OTHER_MOBILE}", 7])
    made["底稿"].sheet_state = "hidden"
    made.properties.creator = "某科员"
    made.properties.lastModifiedBy = "某股长"


ROWS = [["姓名", "电话", "金额"], ["某甲", MOBILE, 300], ["某乙", 15900005678, "=SUM(C2:C2)"]]


@pytest.mark.parametrize("form", [bytes, shared])
def test_every_cell_is_masked_and_no_other_changed(form: Callable[[bytes], bytes]) -> None:
    data = form(book(*ROWS, prepare=rich))
    copy = copied(data)
    assert words_of(copy.data) == [(place, mask(text)) for place, text in words_of(data)]
    assert copy.changed == 4


@pytest.mark.parametrize("form", [bytes, shared])
def test_a_number_becomes_text_and_keeps_its_style(form: Callable[[bytes], bytes]) -> None:
    made = load_workbook(io.BytesIO(copied(form(book(*ROWS, prepare=rich))).data))
    sheet = made["名单"]
    assert (sheet["B2"].value, sheet["B2"].font.bold) == (MASKED_MOBILE, True)
    assert sheet["B3"].value == MASKED_OTHER_MOBILE
    assert (sheet["C2"].value, sheet["C3"].value) == (300, "=SUM(C2:C2)")
    assert made["底稿"].sheet_state == "hidden"


def test_no_part_of_the_copy_holds_a_number_or_a_maker() -> None:
    copy = copied(book(*ROWS, prepare=rich)).data
    whole = "".join(part_of(copy, name) for name in names_of(copy) if name.endswith((".xml", ".rels")))
    assert all(each not in whole for each in (MOBILE, OTHER_MOBILE, "某科员", "某股长"))


def test_parts_without_words_stay_byte_for_byte() -> None:
    data = book(*ROWS)
    copy = copied(data).data
    assert part_of(copy, "xl/styles.xml") == part_of(data, "xl/styles.xml")
    assert part_of(copy, "xl/workbook.xml") == part_of(data, "xl/workbook.xml")


def with_result(data: bytes, cell: str, value: str, sort: str = "") -> bytes:
    """As an office program keeps what a formula last gave."""
    kind = f' t="{sort}"' if sort else ""
    markup = part_of(data, SHEET)
    begin = markup.index(f'<c r="{cell}"')
    formula = markup[markup.index("<f", begin) : markup.index("</f>", begin) + 4]
    end = markup.index("</c>", begin) + 4
    said = f'<c r="{cell}"{kind}>{formula}<v>{value}</v></c>'
    return with_text(data, markup[begin:end].encode(), said.encode(), SHEET)


def test_a_formula_with_a_personal_result_gives_way_to_the_masked_value() -> None:
    data = with_result(book(["138", "00001234", "=A1&B1", "=A1"]), "C1", MOBILE, "str")
    copy = copied(data)
    sheet = load_workbook(io.BytesIO(copy.data)).active
    assert (sheet["C1"].value, sheet["D1"].value) == (MASKED_MOBILE, "=A1")
    assert Remark(RemarkCode.FORMULAS_TO_VALUES, {"count": 1}) in copy.remarks


def test_a_formula_that_says_a_number_gives_way_too() -> None:
    copy = copied(with_result(book([f'=LEN("{MOBILE}")']), "A1", "11"))
    assert load_workbook(io.BytesIO(copy.data)).active["A1"].value == 11


SHARED = (
    '<row r="1"><c r="A1"><f t="shared" ref="A1:A3" si="0">B1+0</f><v>13800001234</v></c></row>'
    '<row r="2"><c r="A2"><f t="shared" si="0"/><v>7</v></c></row>'
    '<row r="3"><c r="A3"><f t="shared" si="0"/><v>8</v></c></row></sheetData>'
)
FILLED = (
    '<row r="1"><c r="A1"><f t="array" ref="A1:A2">B1:B2</f><v>7</v></c></row>'
    '<row r="2"><c r="A2"><v>13800001234</v></c></row></sheetData>'
)


def test_formulas_that_lean_on_one_that_went_go_with_it() -> None:
    for rows in (SHARED, FILLED):
        data = with_text(book(), b"<sheetData />", f"<sheetData>{rows}".encode(), SHEET)
        data = with_text(data, b"<sheetData></sheetData>", f"<sheetData>{rows}".encode(), SHEET)
        assert "13800001234" in part_of(data, SHEET)
        copy = copied(data).data
        assert "<f" not in part_of(copy, SHEET)
        assert MASKED_MOBILE in part_of(copy, SHEET)


def test_the_order_of_computing_goes_with_the_formulas() -> None:
    data = with_typed_part(
        with_result(book(["=B1"]), "A1", MOBILE),
        "xl/calcChain.xml",
        "<calcChain/>",
        "application/x-calcChain+xml",
    )
    said = b'<Relationship Id="rIdC" Type="http://x/calcChain" Target="calcChain.xml"/></Relationships>'
    data = with_text(data, b"</Relationships>", said, "xl/_rels/workbook.xml.rels")
    copy = copied(data).data
    assert "xl/calcChain.xml" not in names_of(copy)
    assert "calcChain" not in part_of(copy, "xl/_rels/workbook.xml.rels")
    assert "calcChain" not in part_of(copy, "[Content_Types].xml")


def test_an_id_number_that_lost_its_digits_is_masked_all_the_same() -> None:
    copy = masked_copy(book([110101199003070000], [123456789012345600]), "a.xlsx", str)
    assert isinstance(copy, Copy)
    sheet = load_workbook(io.BytesIO(copy.data)).active
    assert (sheet["A1"].value, sheet["A2"].value) == ("110101************", 123456789012345600)


def test_texts_that_no_cell_shows_any_more_are_masked() -> None:
    data = shared(book(["甲"]), f"<t>{MOBILE}</t>")
    assert MASKED_MOBILE in part_of(copied(data).data, "xl/sharedStrings.xml")


def test_a_number_in_the_name_of_a_sheet_is_for_people_to_change() -> None:
    copy = masked_copy(book(["甲"], title=MOBILE), "a.xlsx", mask)
    assert isinstance(copy, Problem)
    assert (copy.code, copy.place and copy.place.where) == (ProblemCode.NOT_MASKED, Where.SHEET_NAME)


def test_the_copy_is_a_file_that_may_be_uploaded() -> None:
    copy = copied(book(*ROWS, prepare=rich)).data
    assert inspected_attachment(named(copy, "名单.xlsx")).read() == copy
