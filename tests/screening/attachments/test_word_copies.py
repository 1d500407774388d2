"""The masked copy of a docx: what is personal is gone from every part, everything else is as it was."""

import io
from typing import Any

import pytest
from docx import Document
from doors.files import named, with_part, with_relation
from guanwei.publishing.uploads import inspected_attachment
from guanwei.screening.attachments.asking import contents, masked_copy
from guanwei.screening.attachments.passages import Copy
from guanwei.screening.attachments.places import Place, Where
from guanwei.screening.attachments.problems import Problem, ProblemCode
from screening.attachments.files import (
    MASKED_MOBILE,
    MOBILE,
    WORD_TYPE,
    names_of,
    part_of,
    with_body,
    with_typed_part,
    word,
)
from screening.attachments.masks import mask
from screening.attachments.test_word import BOX, CHANGED


def copied(data: bytes) -> bytes:
    copy = masked_copy(data, "安排.docx", mask)
    assert isinstance(copy, Copy), copy
    return copy.data


def words_of(data: bytes) -> list[str]:
    return [each.text for each in contents(data, "a.docx").passages if each.place.where != "property"]


def rich(document: Any) -> None:
    paragraph = document.add_paragraph("电话：138")
    paragraph.add_run("0000").bold = True
    paragraph.add_run("1234，地址清河县人民路12号301室。").italic = True
    table = document.add_table(2, 2)
    table.style = "Table Grid"
    table.cell(1, 1).text = MOBILE
    document.sections[0].footer.paragraphs[0].text = f"打印人{MOBILE}"
    document.add_comment([paragraph.runs[0]], text=f"请核{MOBILE}", author="某科员", initials="某")
    document.core_properties.author = "某科员"
    document.core_properties.last_modified_by = "某股长"


def test_every_passage_is_masked_and_no_other_changed() -> None:
    data = word("值班安排", "共三人", prepare=rich)
    assert words_of(copied(data)) == [mask(each) for each in words_of(data)]
    assert MASKED_MOBILE in words_of(copied(data))


def test_no_part_of_the_copy_holds_the_number_or_a_name() -> None:
    copy = copied(word(prepare=rich))
    whole = "".join(part_of(copy, name) for name in names_of(copy) if name.endswith((".xml", ".rels")))
    assert MOBILE not in whole
    assert "某科员" not in whole
    assert "某股长" not in whole


def test_runs_keep_their_looks() -> None:
    (paragraph,) = [each for each in Document(io.BytesIO(copied(word(prepare=rich)))).paragraphs if each.text]
    assert [(run.text, bool(run.bold), bool(run.italic)) for run in paragraph.runs if run.text] == [
        ("电话：138", False, False),
        ("****", True, False),
        ("1234，地址清河县人民路***。", False, True),
    ]


def test_parts_without_words_stay_byte_for_byte() -> None:
    data = word(prepare=rich)
    copy = copied(data)
    for name in ("word/styles.xml", "word/theme/theme1.xml", "word/settings.xml"):
        assert part_of(copy, name) == part_of(data, name)


def test_the_picture_of_the_first_page_is_left_out() -> None:
    data = word(MOBILE)
    assert "docProps/thumbnail.jpeg" in names_of(data)
    assert "docProps/thumbnail.jpeg" not in names_of(copied(data))
    assert "thumbnail" not in part_of(copied(data), "_rels/.rels")


def test_deleted_words_are_gone_and_inserted_ones_stay() -> None:
    copy = copied(with_body(word(), CHANGED))
    assert words_of(copy) == ["电话138（略）"]
    markup = part_of(copy, "word/document.xml")
    assert "00001234" not in markup
    assert "某甲" not in markup


def test_a_deleted_row_and_a_deleted_paragraph_are_gone() -> None:
    def row(mark: str, words: str) -> str:
        return f"<w:tr><w:trPr>{mark}</w:trPr><w:tc><w:p><w:r>{words}</w:r></w:p></w:tc></w:tr>"

    gone = '<w:del w:id="9" w:author="某甲"/>'
    table = f"<w:tbl>{row(gone, '<w:delText>删</w:delText>')}{row('', '<w:t>留</w:t>')}</w:tbl>"
    paragraph = (
        f"<w:p><w:pPr><w:rPr>{gone}</w:rPr></w:pPr>"
        '<w:del w:id="8" w:author="某甲"><w:r><w:delText>删去的段</w:delText></w:r></w:del></w:p>'
    )
    data = with_body(word("正文"), table + paragraph)
    markup = part_of(copied(data), "word/document.xml")
    assert words_of(copied(data)) == ["正文", "留"]
    assert markup.count("<w:tr>") == 1
    assert markup.count("<w:p>") == part_of(data, "word/document.xml").count("<w:p>") - 2


def test_both_forms_of_a_text_box_are_masked() -> None:
    copy = copied(with_body(word(), BOX.format(MOBILE, MOBILE)))
    assert part_of(copy, "word/document.xml").count(MASKED_MOBILE) == 2


def test_a_hard_hyphen_that_was_masked_is_a_letter_of_the_text() -> None:
    run = "<w:r><w:t>138</w:t></w:r><w:r><w:noBreakHyphen/></w:r><w:r><w:t>00001234</w:t></w:r>"
    data = with_body(word(), f"<w:p>{run}</w:p>")
    copy = masked_copy(data, "a.docx", lambda text: text.replace("138-0000", "138*****"))
    assert isinstance(copy, Copy)
    assert words_of(copy.data) == ["138*****1234"]


def test_links_and_data_beside_the_text_are_masked() -> None:
    data = with_typed_part(word("正文"), "customXml/item1.xml", f"<a><b>{MOBILE}</b></a>", "application/xml")
    copy = copied(with_relation(data, "hyperlink", f"tel:{MOBILE}"))
    assert MASKED_MOBILE in part_of(copy, "customXml/item1.xml")
    assert MASKED_MOBILE in part_of(copy, "word/_rels/document.xml.rels")


def test_people_who_worked_on_it_are_left_out_with_all_that_leads_to_them() -> None:
    people = with_typed_part(word("正文"), "word/people.xml", "<people/>", f"{WORD_TYPE}.people+xml")
    copy = copied(people)
    assert "word/people.xml" not in names_of(copy)
    assert "people" not in part_of(copy, "[Content_Types].xml")


def test_a_file_that_carries_another_gets_no_copy() -> None:
    data = with_part(word(MOBILE), "word/embeddings/oleObject1.bin")
    copy = masked_copy(data, "a.docx", mask)
    assert isinstance(copy, Problem)
    assert copy.code is ProblemCode.EMBEDDED


def test_the_copy_is_a_file_that_may_be_uploaded() -> None:
    copy = copied(word("值班安排", prepare=rich))
    assert inspected_attachment(named(copy, "安排.docx")).read() == copy


def test_a_mask_that_goes_on_changing_gives_no_copy() -> None:
    copy = masked_copy(word("甲"), "a.docx", lambda text: text + "*")
    assert isinstance(copy, Problem)
    assert copy.code is ProblemCode.NOT_MASKED
    assert copy.place == Place(Where.PARAGRAPH, number=1)


@pytest.mark.parametrize("words", ["没有号码", "甲\n乙"])
def test_a_file_with_nothing_personal_stays_as_it_reads(words: str) -> None:
    data = word(words)
    assert words_of(copied(data)) == words_of(data)
