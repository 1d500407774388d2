"""How much stands where, counted as people look at it, and the sentences for it."""

from dataclasses import dataclass

import pytest
from guanwei.api.screenings import FindingType
from guanwei.screening.attachments import sentences
from guanwei.screening.attachments.passages import Passage
from guanwei.screening.attachments.places import Place, Where
from guanwei.screening.attachments.problems import Problem, ProblemCode, Remark, RemarkCode
from guanwei.screening.attachments.summary import Count, summary

ID, MOBILE = FindingType.ID_NUMBER, FindingType.MOBILE


@dataclass(frozen=True)
class Hit:
    type: FindingType


def told(*found: tuple[Place, FindingType, int]) -> list[str]:
    hits = [(Passage(place, "x"), [Hit(kind)] * number) for place, kind, number in found]
    return [sentences.count(each) for each in summary(hits)]


def cell(column: int, row: int, **more: bool) -> Place:
    return Place(Where.CELL, sheet="名单", column=column, row=row, **more)


def test_the_cells_of_a_column_are_counted_together() -> None:
    rows = [(cell(4, row), ID, 1) for row in range(2, 25)]
    assert told(*rows, (cell(5, 2), MOBILE, 2)) == [
        "工作表“名单”D列有23个身份证号",
        "工作表“名单”E列有2个手机号",
    ]


def test_a_csv_column_is_named_with_its_header() -> None:
    places = [Place(Where.CSV_CELL, row=row, column=4, header="证件号") for row in (2, 3)]
    assert told(*((each, ID, 1) for each in places)) == ["D列（证件号）有2个身份证号"]


def test_pages_tables_and_the_text_are_counted_each_for_itself() -> None:
    assert told(
        (Place(Where.PAGE, number=3), ID, 2),
        (Place(Where.TABLE_CELL, table=1, row=2, column=2), FindingType.BANK_CARD, 1),
        (Place(Where.TABLE_CELL, table=1, row=3, column=2), FindingType.BANK_CARD, 1),
        (Place(Where.PARAGRAPH, number=3), FindingType.HOME_ADDRESS, 1),
        (Place(Where.PARAGRAPH, number=9), FindingType.HOME_ADDRESS, 1),
        (Place(Where.LINE, number=9), FindingType.SECRECY_MARK, 1),
    ) == [
        "第3页有2个身份证号",
        "表1第2列有2个银行卡号",
        "正文有2处住址",
        "正文有1处提示",
    ]


def test_a_formula_and_its_result_count_once() -> None:
    assert summary(
        [(Passage(cell(4, 2, formula=True), "x"), [Hit(ID)]), (Passage(cell(4, 2), "x"), [Hit(ID)])]
    ) == (Count(Place(Where.CELL, sheet="名单", column=4), ID, 1),)
    assert [each.count for each in summary([(Passage(cell(4, 2, formula=True), "x"), [Hit(ID)])])] == [1]


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (Place(Where.PARAGRAPH, number=3), "第3段"),
        (Place(Where.TABLE_CELL, table=1, row=3, column=2), "表1第3行第2列"),
        (Place(Where.HEADER), "页眉"),
        (Place(Where.FOOTER, table=2, row=1, column=1), "页脚的表2第1行第1列"),
        (Place(Where.FOOTNOTE, number=2), "脚注2"),
        (cell(28, 7), "工作表“名单”AB7格"),
        (Place(Where.CELL, sheet="名单", row=1, column=1, merged="A1:C2"), "工作表“名单”A1格（合并至C2）"),
        (cell(2, 3, hidden=True, formula=True), "工作表“名单”B3格的公式（隐藏）"),
        (Place(Where.CELL_COMMENT, sheet="名单", row=3, column=2), "工作表“名单”B3格的批注"),
        (Place(Where.CSV_CELL, row=5, column=4), "D列第5行"),
        (Place(Where.PARAGRAPH, number=2, deleted=True), "第2段（修订前的文字）"),
        (Place(Where.OTHER, part="customXml/item1.xml"), "附带的数据（customXml/item1.xml）"),
    ],
)
def test_a_place_is_said_as_one_says_it_in_an_office(place: Place, words: str) -> None:
    assert sentences.place(place) == words


@pytest.mark.parametrize("where", Where)
def test_every_sort_of_place_has_its_words(where: Where) -> None:
    assert sentences.place(Place(where, number=1, table=1, row=1, column=1, sheet="名单"))
    assert sentences.count(Count(Place(where, number=1), ID, 2)).endswith("有2个身份证号")


PARAMS = {"count": 2, "first": "底稿", "said": "pdf", "kind": "docx", "sheet": "名单", "column": 4}
PARAMS |= {"characters": 5000000}


@pytest.mark.parametrize("code", ProblemCode)
def test_every_problem_says_what_to_do(code: ProblemCode) -> None:
    said = sentences.problem(Problem(code, PARAMS, Place(Where.SHEET_NAME, sheet="名单")))
    assert said.endswith("。")
    assert "请" in said


def test_a_pdf_that_is_too_long_says_its_pages() -> None:
    said = sentences.problem(Problem(ProblemCode.TRUNCATED, {"pages": 3000, "of": 10000}))
    assert said == "PDF 共10000页，只检查了前3000页，其余没有检查。请拆成几个文件再上传。"


@pytest.mark.parametrize("code", RemarkCode)
def test_every_remark_has_its_words(code: RemarkCode) -> None:
    assert sentences.remark(Remark(code, {**PARAMS, "first": 2} if "pages" in code else PARAMS)).endswith(
        "。"
    )


def test_the_copy_is_named_after_the_file() -> None:
    assert sentences.copy_name("发放名单.final.pdf", "txt") == "发放名单.final（已遮盖个人信息）.txt"
