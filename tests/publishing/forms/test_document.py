"""The Word document: what is printed, where, and the same bytes for the same sheet."""

import io
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from guanwei.publishing.forms.document import render
from guanwei.publishing.forms.sheet import Line, Sheet, Signed

DAY = date(2026, 3, 5)
MOMENT = datetime(2026, 3, 5, 9, 30, tzinfo=UTC)


def a_line(title: str, remark: str = "") -> Line:
    """An item signed by two people."""
    signed = tuple((Signed(signer, "同意", DAY),) for signer in ("宣传科审核员", "分管领导"))
    return Line(1, 1, title, "宣传科编辑", ("weibo",), (title, "原创", remark), signed)


@pytest.fixture
def sheet() -> Sheet:
    return Sheet(
        form="paper.sheet",
        title="清河县信息发布登记表",
        unit="清河县水利局宣传科",
        day=DAY,
        number=1,
        platforms=("weibo",),
        header=(("类别", "☑微博　　□微信"), ("日期", "2026年3月5日")),
        columns=("标题", "来源", "备注"),
        signature_labels=("审核意见", "签发意见"),
        lines=(a_line("汛期值守"), a_line("停水通知", "加急")),
        note="注：当日归档。",
        least_rows=4,
    )


def opened(file: bytes) -> WordDocument:
    return Document(io.BytesIO(file))


def grid(document: WordDocument) -> list[list[str]]:
    """The table's rows; a merged cell counts once."""
    return [list({cell._tc: cell.text for cell in row.cells}.values()) for row in document.tables[0].rows]


def test_the_form_is_printed_in_its_order(sheet: Sheet) -> None:
    document = opened(render(sheet, MOMENT))
    assert document.paragraphs[0].text == "清河县信息发布登记表"
    assert grid(document) == [
        ["类别", "☑微博　　□微信", "日期", "2026年3月5日"],
        ["标题", "来源", "备注"],
        ["汛期值守", "原创", ""],
        ["停水通知", "原创", "加急"],
        ["", "", ""],
        ["", "", ""],
        ["审核意见", both_signed("宣传科审核员")],
        ["签发意见", both_signed("分管领导")],
    ]
    assert document.paragraphs[-1].text == "注：当日归档。"


def both_signed(signer: str) -> str:
    return "\n".join(
        f"{at}.《{title}》同意　{signer}（签字）　2026年3月5日"
        for at, title in enumerate(("汛期值守", "停水通知"), start=1)
    )


def test_more_items_than_printed_rows_are_all_printed(sheet: Sheet) -> None:
    many = replace(sheet, lines=tuple(a_line(f"通知{number}") for number in range(30)))
    titles = [row[0] for row in grid(opened(render(many, MOMENT)))[2:-2]]
    assert titles == [f"通知{number}" for number in range(30)]


def test_a_delegate_signs_for_the_holder(sheet: Sheet) -> None:
    signed = (Signed("副科长", "同意", DAY, behalf="科长"),)
    line = replace(a_line("汛期值守"), signatures=(signed, signed))
    rows = grid(opened(render(replace(sheet, lines=(line,)), MOMENT)))
    assert rows[-1] == ["签发意见", "1.《汛期值守》同意　副科长（代科长）（签字）　2026年3月5日"]


@pytest.mark.parametrize(
    ("signed", "printed"),
    [
        (
            Signed("王主任", "", DAY, paper="批示〔2026〕7号"),
            "见批示〔2026〕7号　王主任（纸质签字）　2026年3月5日",
        ),
        (
            Signed("值班领导", "同意", DAY, recorder="值班员"),
            "同意　值班领导（电话同意，值班员记录）　2026年3月5日",
        ),
    ],
)
def test_how_it_was_signed_is_said(sheet: Sheet, signed: Signed, printed: str) -> None:
    line = replace(a_line("汛期值守"), signatures=((signed,), (signed,)))
    rows = grid(opened(render(replace(sheet, lines=(line,)), MOMENT)))
    assert rows[-1] == ["签发意见", f"1.《汛期值守》{printed}"]


def test_chinese_text_names_a_chinese_font(sheet: Sheet) -> None:
    document = opened(render(sheet, MOMENT))
    runs = [run for row in document.tables[0].rows for cell in row.cells for run in cell.paragraphs[0].runs]
    assert {run._element.rPr.rFonts.get(qn("w:eastAsia")) for run in runs} == {"仿宋"}
    assert document.paragraphs[0].runs[0]._element.rPr.rFonts.get(qn("w:eastAsia")) == "宋体"


def test_equal_sheets_give_equal_bytes(sheet: Sheet) -> None:
    assert render(sheet, MOMENT) == render(sheet, MOMENT)
    assert render(sheet, MOMENT) != render(replace(sheet, note=""), MOMENT)


def test_the_files_properties_come_from_the_record(sheet: Sheet) -> None:
    properties = opened(render(sheet, MOMENT)).core_properties
    assert (properties.title, properties.author) == ("清河县信息发布登记表", "清河县水利局宣传科")
    assert properties.created == MOMENT
    assert properties.comments == ""


def test_characters_that_xml_cannot_hold_are_left_out(sheet: Sheet) -> None:
    rows = grid(opened(render(replace(sheet, lines=(a_line("停水\x0b通知"),)), MOMENT)))
    assert rows[2][0] == "停水通知"
