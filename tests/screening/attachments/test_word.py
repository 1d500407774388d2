"""The words of a docx and where they stand."""

from collections.abc import Callable
from typing import Any

import pytest
from guanwei.screening.attachments.asking import contents
from guanwei.screening.attachments.places import Place, Where
from guanwei.screening.attachments.problems import Remark, RemarkCode
from screening.attachments.files import MOBILE, WORD_SPACE, WORD_TYPE, with_body, with_typed_part, word


def places_of(data: bytes, words: str) -> list[Place]:
    """Where a passage says exactly this."""
    read = contents(data, "安排.docx")
    assert read.problem is None
    return [each.place for each in read.passages if each.text == words]


def place_in(data: bytes, words: str) -> Place:
    (found,) = places_of(data, words)
    return found


def test_paragraphs_are_counted_without_the_empty_ones() -> None:
    data = word("值班安排", "", "  ", "联系电话")
    assert place_in(data, "联系电话") == Place(Where.PARAGRAPH, number=2)


def test_a_number_over_several_runs_is_one_number() -> None:
    def prepare(document: Any) -> None:
        paragraph = document.add_paragraph("电话：138")
        paragraph.add_run("0000").bold = True
        paragraph.add_run("1234")

    assert place_in(word(prepare=prepare), f"电话：{MOBILE}")


def test_a_cell_of_a_table_has_its_row_and_column() -> None:
    def prepare(document: Any) -> None:
        document.add_table(1, 1)
        document.add_table(3, 2).cell(2, 1).text = "某乡"

    assert place_in(word(prepare=prepare), "某乡") == Place(Where.TABLE_CELL, table=2, row=3, column=2)


def test_merged_cells_count_as_the_columns_that_they_cover() -> None:
    def prepare(document: Any) -> None:
        table = document.add_table(2, 3)
        table.cell(0, 0).merge(table.cell(0, 1)).text = "单位"
        table.cell(0, 2).text = "电话"

    data = word(prepare=prepare)
    assert place_in(data, "单位").column == 1
    assert place_in(data, "电话").column == 3


def test_a_table_in_a_table_is_a_table_of_its_own() -> None:
    def prepare(document: Any) -> None:
        outer = document.add_table(1, 2)
        outer.cell(0, 0).add_table(2, 2).cell(1, 0).text = "内表"
        outer.cell(0, 1).text = "外表"

    data = word(prepare=prepare)
    assert place_in(data, "内表") == Place(Where.TABLE_CELL, table=2, row=2, column=1)
    assert place_in(data, "外表") == Place(Where.TABLE_CELL, table=1, row=1, column=2)


def test_headers_and_footers_are_read() -> None:
    def prepare(document: Any) -> None:
        document.sections[0].header.paragraphs[0].text = "内部资料"
        document.sections[0].footer.paragraphs[0].text = "打印人电话"

    data = word(prepare=prepare)
    assert place_in(data, "内部资料") == Place(Where.HEADER)
    assert place_in(data, "打印人电话") == Place(Where.FOOTER)


def test_comments_are_read_and_said_to_be_there() -> None:
    def prepare(document: Any) -> None:
        run = document.add_paragraph("正文").runs[0]
        document.add_comment([run], text="请补电话", author="某科员", initials="某")

    data = word(prepare=prepare)
    assert place_in(data, "请补电话") == Place(Where.COMMENT, number=1)
    assert Remark(RemarkCode.COMMENTS, {"count": 1}) in contents(data, "a.docx").remarks


@pytest.mark.parametrize(("part", "where"), [("footnote", Where.FOOTNOTE), ("endnote", Where.ENDNOTE)])
def test_notes_are_numbered_without_their_separators(part: str, where: Where) -> None:
    notes = (
        f'<w:{part}s {WORD_SPACE}><w:{part} w:type="separator" w:id="-1"><w:p/></w:{part}>'
        f'<w:{part} w:id="1"><w:p><w:r><w:t>注一</w:t></w:r></w:p></w:{part}>'
        f'<w:{part} w:id="2"><w:p><w:r><w:t>注二</w:t></w:r></w:p></w:{part}></w:{part}s>'
    )
    data = with_typed_part(word("正文"), f"word/{part}s.xml", notes, f"{WORD_TYPE}.{part}s+xml")
    assert place_in(data, "注二") == Place(where, number=2)


BOX = (
    '<w:p><w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
    '<mc:Choice Requires="wps"><w:drawing><w:txbxContent><w:p><w:r><w:t>{0}</w:t></w:r></w:p></w:txbxContent>'
    "</w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent><w:p><w:r><w:t>{1}</w:t></w:r></w:p>"
    "</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
)


def test_a_text_box_is_read_once_though_the_file_holds_it_twice() -> None:
    assert place_in(with_body(word(), BOX.format("框内", "框内")), "框内") == Place(Where.TEXT_BOX)


def test_words_that_only_old_programs_show_are_read_too() -> None:
    assert place_in(with_body(word(), BOX.format("框内", "别的")), "别的") == Place(Where.TEXT_BOX)


CHANGED = (
    "<w:p><w:r><w:t>电话138</w:t></w:r>"
    '<w:del w:id="1" w:author="某甲"><w:r><w:delText>00001234</w:delText></w:r></w:del>'
    '<w:ins w:id="2" w:author="某甲"><w:r><w:t>（略）</w:t></w:r></w:ins></w:p>'
)


def test_deleted_words_are_read_as_they_stood_before() -> None:
    data = with_body(word(), CHANGED)
    assert place_in(data, "电话138（略）") == Place(Where.PARAGRAPH, number=1)
    assert place_in(data, f"电话{MOBILE}") == Place(Where.PARAGRAPH, number=1, deleted=True)
    assert Remark(RemarkCode.DELETED_WORDS, {"count": 1}) in contents(data, "a.docx").remarks


def test_hidden_words_are_read_and_said_to_be_hidden() -> None:
    data = with_body(word(), "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>暗文</w:t></w:r></w:p>")
    assert place_in(data, "暗文").hidden


def test_a_tab_a_break_and_a_hard_hyphen_keep_numbers_apart_or_whole() -> None:
    run = "<w:t>138</w:t><w:noBreakHyphen/><w:t>0000</w:t><w:tab/><w:t>甲</w:t><w:br/><w:t>乙</w:t>"
    assert place_in(with_body(word(), f"<w:p><w:r>{run}</w:r></w:p>"), "138-0000\t甲\n乙")


def test_codes_of_fields_are_read() -> None:
    code = f'<w:p><w:r><w:instrText> HYPERLINK "tel:{MOBILE}" </w:instrText></w:r></w:p>'
    assert place_in(with_body(word(), code), f' HYPERLINK "tel:{MOBILE}" ').where is Where.FIELD


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda d: setattr(d.core_properties, "author", "某科员甲"), "某科员甲"),
        (lambda d: setattr(d.core_properties, "comments", "联系某某"), "联系某某"),
    ],
)
def test_properties_are_read(change: Callable[[Any], None], words: str) -> None:
    assert place_in(word(prepare=change), words).where is Where.PROPERTY


def test_alternative_texts_are_read() -> None:
    drawing = (
        f'<w:p><w:r><w:drawing><w:docPr id="1" name="图 1" descr="某人电话{MOBILE}"/></w:drawing></w:r></w:p>'
    )
    assert place_in(with_body(word(), drawing), f"某人电话{MOBILE}").where is Where.ALT_TEXT


def test_targets_of_links_and_data_beside_the_text_are_read() -> None:
    data = with_typed_part(word("正文"), "customXml/item1.xml", f"<a><b>{MOBILE}</b></a>", "application/xml")
    assert place_in(data, MOBILE) == Place(Where.OTHER, part="customXml/item1.xml")
